import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';

/**
 * Messages to one chat, replies and pushes together (https://developer.work.weixin.qq.com/document/path/101463); the
 * numbers have moved before.
 */
export const chatLimits = { perMinute: 30, perHour: 1_000 } as const;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Keeps each chat's messages in order and below the limits. Time is the machine's, since WeCom's clock counts. */
export class Allowance {
  private readonly sent = new Map<string, number[]>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly limits: { perMinute: number; perHour: number } = chatLimits,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Runs the work when it is the chat's turn and a message is allowed; after whatever came before in that chat. */
  inTurn<T>(chat: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(chat) ?? Promise.resolve();
    const mine = before.then(async () => {
      await this.allowed(chat);
      return await work();
    });
    const tail = mine.catch(() => undefined);
    this.turns.set(chat, tail);
    tail.then(() => {
      if (this.turns.get(chat) === tail) this.turns.delete(chat);
    });
    return mine;
  }

  /** Milliseconds until the chat may get so many messages more. */
  waitFor(chat: string, messages = 1): number {
    const now = this.clock.now().getTime();
    // A message of the future was sent while the clock was ahead: it counts as sent now.
    const sent = (this.sent.get(chat) ?? []).map((at) => Math.min(at, now));
    const hour = sent.filter((at) => now - at < hourMs);
    this.sent.set(chat, hour);
    const minute = hour.filter((at) => now - at < minuteMs);
    const { perMinute, perHour } = this.limits;
    const until = Math.max(
      freeAt(minute, perMinute - messages + 1, minuteMs),
      freeAt(hour, perHour - messages + 1, hourMs),
    );
    return Math.max(0, until - now);
  }

  private async allowed(chat: string): Promise<void> {
    for (let pause = this.waitFor(chat); pause > 0; pause = this.waitFor(chat))
      await wait(Math.min(pause, minuteMs), undefined, { ref: false });
    this.sent.get(chat)?.push(this.clock.now().getTime());
  }
}

/** When one more is allowed, given the moments of those within the window. */
function freeAt(sent: readonly number[], most: number, windowMs: number): number {
  const oldest = sent[sent.length - most];
  return oldest === undefined ? 0 : oldest + windowMs;
}
