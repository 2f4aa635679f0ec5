import { setTimeout as wait } from 'node:timers/promises';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';
import type { Api } from '../api/client.js';
import { DingtalkRefused } from '../api/failure.js';
import { OneConnection, type Push, topics, type usualHeartbeat } from './client.js';

export interface StreamOptions {
  clientId: string;
  clientSecret: string;
  api: Api;
  heartbeat?: typeof usualHeartbeat | undefined;
  log: PlatformLog;
  heard(push: Push): void;
}

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** A wrong secret is not right a second later; somebody may correct it, though. */
const refusedPauseMs = 5 * 60_000;
/** An announced end leaves the old connection so long for what is still on its way. */
const lingerMs = 12_000;

/** The connection to DingTalk, kept up for ever: one at a time, the next one opened as soon as the end of one is known. */
export class Stream {
  private readonly open = new Set<OneConnection>();
  private readonly awake = new AbortController();
  private stopped = false;
  private running: Promise<void> | undefined;
  private connected = false;
  private refused = false;

  constructor(private readonly options: StreamOptions) {}

  get isOpen(): boolean {
    return this.connected;
  }

  start(): void {
    this.running = this.run();
  }

  /** Resolves when it is connected, or after that many ms. */
  async ready(ms: number): Promise<void> {
    for (let waited = 0; waited < ms && !this.connected && !this.refused; waited += 20) await wait(20);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.awake.abort();
    for (const client of this.open) client.close();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopped; ) {
      try {
        const { ended } = await this.connect();
        failures = 0;
        this.connected = true;
        await ended;
      } catch (error) {
        const pause = this.pauseAfter(error, failures++);
        await wait(pause, undefined, { ref: false, signal: this.awake.signal }).catch(() => undefined);
      } finally {
        this.connected = false;
      }
    }
  }

  private pauseAfter(error: unknown, failures: number): number {
    const reason = plainReason(error);
    if (error instanceof DingtalkRefused && /authFailed|invalidClient/i.test(error.code)) {
      this.refused = true;
      this.options.log.error({ reason }, 'DingTalk refuses DINGTALK_CLIENT_ID or DINGTALK_CLIENT_SECRET');
      return refusedPauseMs;
    }
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** failures) * (0.5 + Math.random() / 2);
    this.options.log.warn({ reason, pause: Math.round(pause) }, 'no connection to DingTalk; trying again');
    return pause;
  }

  /** One connection; `ended` resolves when another one is wanted. */
  private async connect(): Promise<{ ended: Promise<void> }> {
    const { api, clientId, clientSecret, heartbeat, log, heard } = this.options;
    const address = await api.gateway(Object.values(topics));
    let end!: () => void;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const parts = { clientId, clientSecret, address, log, heard, ending: () => end() };
    const client = new OneConnection(heartbeat ? { ...parts, heartbeat } : parts);
    await client.open();
    if (this.stopped) client.close();
    this.open.add(client);
    log.info({}, 'DingTalk is connected');
    const linger = async () => {
      await wait(lingerMs, undefined, { ref: false, signal: this.awake.signal }).catch(() => undefined);
      client.close();
      this.open.delete(client);
    };
    ended.then(() => void linger());
    return { ended };
  }
}
