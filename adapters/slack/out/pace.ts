import { setTimeout as wait } from 'node:timers/promises';

/** One message a second and channel (https://docs.slack.dev/apis/web-api/rate-limits). */
const usualSpacingMs = 1_000;

/**
 * Keeps each channel's messages in order and far enough apart; a quiet channel gets the next one at once. Time is
 * the machine's own, since it is the platform's clock that counts.
 */
export class RateLimiter {
  private readonly turns = new Map<string, Promise<void>>();

  constructor(private readonly spacingMs = usualSpacingMs) {}

  /** Resolves when it is this message's turn. */
  turn(channel: string): Promise<void> {
    const mine = this.turns.get(channel) ?? Promise.resolve();
    const next = mine.then(() => wait(this.spacingMs, undefined, { ref: false }));
    this.turns.set(channel, next);
    next.then(() => {
      if (this.turns.get(channel) === next) this.turns.delete(channel);
    });
    return mine;
  }
}
