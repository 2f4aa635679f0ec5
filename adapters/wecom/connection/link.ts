import { setTimeout as wait } from 'node:timers/promises';
import type { WSClient } from '@wecom/aibot-node-sdk';
import type { Lease } from '../../../kernel/chat/lease-port.js';
import { Away, asError, codes, WecomRefused } from '../api/failure.js';
import { type LineOptions, openLine, type WecomLine } from './line.js';

export interface LinkOptions extends LineOptions {
  /** A bot has one connection; of several processes one holds it. */
  lease: Lease;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** How often the lease is renewed, and looked at by those who wait for it. */
const renewMs = 4_000;
const lookMs = 1_000;
/** How long a process that stops keeps listening for the one that takes over. */
const handOverMs = 8_000;

/**
 * The bot's connection, kept up for ever: with back-off after failures, at once where the subscription was lost,
 * not at all where the secret is refused or somebody else has connected with it.
 */
export class WecomLink {
  private line: WecomLine | undefined;
  private stopping = false;
  private stoodDown = false;
  private running: Promise<void> | undefined;
  private readonly awake = new AbortController();

  constructor(private readonly options: LinkOptions) {}

  /** Subscribed: what is sent now goes out. */
  get open(): boolean {
    return this.line !== undefined;
  }

  start(): void {
    this.running = this.run().catch((error) => {
      this.options.log.error({ err: error }, 'the connection to WeCom is given up');
    });
  }

  /** Resolves when it is subscribed, or after that many ms. */
  async ready(ms: number): Promise<void> {
    for (let waited = 0; waited < ms && !this.open && !this.stoodDown; waited += 20) await wait(20);
  }

  /** Hands over to a process that waits, then closes. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { lease, log } = this.options;
    const { line } = this;
    try {
      const wanted = line !== undefined && (await lease.wanted());
      await lease.release();
      if (line && wanted) await Promise.race([line.ended, wait(handOverMs, undefined, { ref: false })]);
    } catch (error) {
      log.warn({ err: error }, 'the lease of the WeCom connection could not be released');
    }
    this.awake.abort();
    this.line?.close();
    await this.running;
  }

  /** Sends by the connection there is. Rejects with Away, Refused, or an error that leaves open what happened. */
  async request<T>(work: (client: WSClient) => Promise<T>): Promise<T> {
    const { line } = this;
    if (!line) throw new Away('not connected');
    try {
      return await work(line.client);
    } catch (reason) {
      const error = asError(reason);
      if (error instanceof WecomRefused && error.code === codes.notSubscribed) line.drop();
      throw error;
    }
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping; ) {
      if (!(await this.mine())) {
        await this.pause(lookMs);
        continue;
      }
      try {
        const line = await openLine(this.options);
        failures = 0;
        if (await this.live(line)) return;
      } catch (error) {
        if (error instanceof WecomRefused && error.code === codes.wrongSecret) {
          this.stoodDown = true;
          this.options.log.error({ reason: error.message }, 'WeCom refuses WECOM_BOT_ID or WECOM_BOT_SECRET');
          return;
        }
        const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** failures++) * (0.5 + Math.random());
        const { message: reason } = asError(error);
        this.options.log.warn({ reason, pause: Math.round(pause) }, 'no connection to WeCom; trying again');
        await this.pause(pause);
      }
    }
  }

  /** Until the connection ends; true where no other one is to be made. */
  private async live(line: WecomLine): Promise<boolean> {
    const { log, lease } = this.options;
    this.line = line;
    log.info({ bot: this.options.botId }, 'WeCom is connected');
    const renewing = setInterval(async () => {
      if (this.stopping) return;
      if (!(await this.mine())) line.drop();
    }, renewMs).unref();
    const ending = await line.ended;
    clearInterval(renewing);
    this.line = undefined;
    line.close();
    if (this.stopping) return true;
    if (ending !== 'kicked') {
      log.warn({ ending }, 'the connection to WeCom ended');
      return false;
    }
    if (!(await this.mine())) return false;
    this.stoodDown = true;
    await lease.release();
    log.error(
      { bot: this.options.botId },
      'another program has connected with this bot; standing down. Stop it, then start this one again',
    );
    return true;
  }

  private async mine(): Promise<boolean> {
    const { lease, log } = this.options;
    try {
      if (await lease.hold()) return true;
      await lease.want();
    } catch (error) {
      log.warn({ err: error }, 'the lease of the WeCom connection could not be looked at');
    }
    return false;
  }

  private async pause(ms: number): Promise<void> {
    await wait(ms, undefined, { ref: false, signal: this.awake.signal }).catch(() => undefined);
  }
}
