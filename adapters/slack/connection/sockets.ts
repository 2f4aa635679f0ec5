import { setTimeout as wait } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import { failureOf, isPermanent, SlackRefused } from '../api/web.js';
import { slackSdkLogger } from '../log/sdk-logger.js';

export interface SocketOptions {
  appToken: string;
  apiUrl?: string;
  log: PlatformLog;
  /** Sockets held at a time: Slack ends each every few hours, and what is tapped without one fails. */
  count?: number;
}

/** A connection that has not said hello by then is given up, in ms. */
const helloMs = 10_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;

interface SlackEvent {
  body: Record<string, unknown>;
  ack(response?: unknown): Promise<void>;
  retry_num?: number;
  retry_reason?: string;
}

/**
 * Bolt's receiver over sockets that we keep up ourselves. The SDK's own reconnecting waits five seconds and longer,
 * backs off without end, and ends the process on a refused token; so each client lives for one connection, and is
 * replaced as soon as Slack announces its end.
 */
export class Sockets implements Receiver {
  private app: App | undefined;
  private stopped = false;
  private readonly clients = new Set<SocketModeClient>();
  private readonly handling = new Set<Promise<void>>();

  constructor(private readonly options: SocketOptions) {}

  init(app: App): void {
    this.app = app;
  }

  /** How many sockets are open. */
  get open(): number {
    return this.clients.size;
  }

  /** Resolves when the first socket is open; rejects where Slack refuses the token. */
  async start(): Promise<void> {
    const seats = Array.from({ length: this.options.count ?? 2 }, () => this.keep());
    await Promise.any(seats.map((seat) => seat.first)).catch((all: AggregateError) => {
      throw all.errors[0];
    });
  }

  /** Takes nothing more; what came already is handled. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const client of this.clients) close(client);
    while (this.handling.size > 0) await Promise.allSettled(this.handling);
  }

  /** One seat: a connection at a time, for ever. `first` settles with the first of them. */
  private keep(): { first: Promise<void> } {
    let settle!: { resolve(): void; reject(error: unknown): void };
    const first = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    first.catch(() => undefined);
    const run = async () => {
      for (let failures = 0; !this.stopped; ) {
        try {
          const { ended } = await this.connect();
          settle.resolve();
          failures = 0;
          await ended;
        } catch (error) {
          const { reason } = failureOf(error);
          if (isPermanent(reason)) {
            this.options.log.error({ reason }, 'Slack refuses the app token; `genjin doctor` says more');
            settle.reject(new SlackRefused(`Slack refuses SLACK_APP_TOKEN: ${reason}`));
            return;
          }
          const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** failures++) * (0.5 + Math.random());
          this.options.log.warn({ reason, pause: Math.round(pause) }, 'no connection to Slack; trying again');
          await wait(pause, undefined, { ref: false });
        }
      }
      settle.reject(new Error('stopped'));
    };
    void run();
    return { first };
  }

  /** Opens a connection; `ended` resolves when a new one is wanted. */
  private async connect(): Promise<{ ended: Promise<void> }> {
    const { appToken, apiUrl, log } = this.options;
    const client = new SocketModeClient({
      appToken,
      autoReconnectEnabled: false,
      logger: slackSdkLogger(log, 'slack socket'),
      clientOptions: {
        ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
        retryConfig: { retries: 0 },
        timeout: helloMs,
      },
    });
    const ended = new Promise<void>((resolve) => {
      client.on('disconnected', () => resolve());
      client.on('ws_message', (data: unknown) => {
        // Slack says some seconds ahead that it will close; the next connection is made meanwhile.
        if (isGoodbye(data)) resolve();
      });
    });
    client.on('slack_event', (event: SlackEvent) => this.take(event));
    try {
      await helloOf(client);
    } catch (error) {
      close(client);
      throw error;
    }
    this.clients.add(client);
    ended.then(() => this.clients.delete(client));
    if (this.stopped) close(client);
    return { ended };
  }

  private take({ body, ack, retry_num: retryNum, retry_reason: retryReason }: SlackEvent): void {
    if (!this.app) return;
    const handled = this.app
      .processEvent({ body, ack: once(ack), retryNum, retryReason })
      .catch((error: unknown) => {
        this.options.log.error({ err: error }, 'something Slack sent could not be handled');
      });
    this.handling.add(handled);
    handled.finally(() => this.handling.delete(handled));
  }
}

async function helloOf(client: SocketModeClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Slack opened a socket and said nothing')), helloMs);
  });
  try {
    await Promise.race([client.start(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function isGoodbye(data: unknown): boolean {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    return (JSON.parse(data) as { type?: string }).type === 'disconnect';
  } catch {
    return false;
  }
}

/** A second acknowledgement of an envelope is none. */
function once(ack: SlackEvent['ack']): SlackEvent['ack'] {
  let done = false;
  return async (response) => {
    if (done) return;
    done = true;
    await ack(response);
  };
}

function close(client: SocketModeClient): void {
  // It settles only when the other side has closed as well, and rejects where there is no connection.
  void client.disconnect().catch(() => undefined);
}
