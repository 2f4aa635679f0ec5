import { randomBytes } from 'node:crypto';

/** Ids that look like Slack's and are clearly made up: `U0FAKE0007`. */
export class Ids {
  private count = 0;

  next(letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'T' | 'U' | 'V' | 'Ev'): string {
    this.count += 1;
    return `${letter}0FAKE${String(this.count).padStart(4, '0')}`;
  }
}

export const randomHex = (characters: number): string =>
  randomBytes(Math.ceil(characters / 2))
    .toString('hex')
    .slice(0, characters);

/**
 * Timestamps of messages: seconds and six digits, growing, so that each names one message
 * (https://docs.slack.dev/messaging/retrieving-messages).
 */
export class Timestamps {
  private last = 0;

  next(now: Date): string {
    this.last = Math.max(this.last + 1, now.getTime() * 1_000);
    return timestamp(this.last);
  }
}

function timestamp(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000);
  return `${seconds}.${String(microseconds % 1_000_000).padStart(6, '0')}`;
}
