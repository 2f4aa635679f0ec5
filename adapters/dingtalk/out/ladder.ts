import { type Clock, systemClock } from '../../../kernel/time/clock.js';

/** How a card is shown: as an interactive one, as buttons that say a line, or as numbered text. */
export const rungs = ['card', 'action card', 'text'] as const;
export type Rung = (typeof rungs)[number];

/** A way that was refused is tried again after that, in ms: an administrator may have granted it meanwhile. */
const closedMs = 10 * 60_000;

/** Which ways are open; chosen per send. */
export class Ladder {
  private readonly closed = new Map<Rung, { until: number; why: string }>();

  constructor(private readonly clock: Clock = systemClock) {}

  /** The ways to try, best first; text is always one. */
  get ways(): Rung[] {
    const now = this.clock.now().getTime();
    const isOpen = (rung: Rung) => {
      const until = this.closed.get(rung)?.until ?? 0;
      // A later end was written while the clock was ahead.
      return until <= now || until > now + closedMs;
    };
    return rungs.filter((rung) => rung === 'text' || isOpen(rung));
  }

  close(rung: Rung, why: string): void {
    this.closed.set(rung, { until: this.clock.now().getTime() + closedMs, why });
  }
}
