import { counterOf, raiseCounter } from '../store/counters.js';
import type { Db } from '../store/db.js';
import type { Store } from '../store/open.js';
import type { Platform } from './kernel/chat.js';
import type { Clock } from './kernel/time/clock.js';
import { localDate } from './kernel/time/zone.js';
import type { Usage } from './kernel/usage.js';

/** What is counted is written down so often, in ms; a crash forgets that much. */
const writeMs = 5_000;

const nameOf = (platform: Platform, what: string, month: string): string =>
  `usage:${platform}:${what}:${month}`;

/** A month in which the platform counts. */
const monthOf = (now: Date): string => localDate(now, 'Asia/Shanghai').slice(0, 7);

/** A platform's counts, kept in the database month by month. */
export class KeptUsage implements Usage {
  private readonly fresh = new Map<string, number>();
  private readonly known = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly platform: Platform,
    private readonly log: { warn(about: object, message: string): void },
  ) {}

  /** Reads what was counted before; until then only what this process has counted is known. */
  async load(whats: readonly string[]): Promise<void> {
    const month = monthOf(this.clock.now());
    for (const what of whats)
      this.known.set(
        nameOf(this.platform, what, month),
        await usageOf(this.store.db, this.platform, what, this.clock.now()),
      );
  }

  count(what: string, times = 1): void {
    const name = nameOf(this.platform, what, monthOf(this.clock.now()));
    this.fresh.set(name, (this.fresh.get(name) ?? 0) + times);
    this.timer ??= setTimeout(() => void this.write(), writeMs).unref();
  }

  of(what: string): number {
    const name = nameOf(this.platform, what, monthOf(this.clock.now()));
    return (this.known.get(name) ?? 0) + (this.fresh.get(name) ?? 0);
  }

  /** Writes down what was counted since the last time. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counted = [...this.fresh];
    this.fresh.clear();
    try {
      await this.store.tx(async (tx) => {
        for (const [name, times] of counted) this.known.set(name, await raiseCounter(tx, name, times));
      });
    } catch (error) {
      for (const [name, times] of counted) this.fresh.set(name, (this.fresh.get(name) ?? 0) + times);
      this.log.warn({ err: error }, 'what a platform was used for could not be written down');
    }
  }
}

/** What was counted on a platform in the month of that moment. */
export const usageOf = (db: Db, platform: Platform, what: string, now: Date): Promise<number> =>
  counterOf(db, nameOf(platform, what, monthOf(now)));
