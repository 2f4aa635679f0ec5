import type { PlatformInfo } from '../../kernel/chat/adapter.js';
import type { Usage } from '../../kernel/job/usage-port.js';
import type { Clock } from '../../kernel/time/clock.js';
import { monthOf } from '../../kernel/time/zone.js';
import type { Store } from '../../store/engine/store.js';
import { raiseUsage, usageOf } from '../../store/running/usage-counters.js';

/** What is counted is written down so often, in ms; a crash forgets that much. */
const writeMs = 5_000;

/** The months of platforms that count them in China. */
export const usageZone = 'Asia/Shanghai';

/** A platform's counts, kept in the database month by month. */
export class KeptUsage implements Usage {
  /** By month and thing: counted here and not written down yet, and what the database held last. */
  private readonly fresh = new Map<string, { month: string; what: string; times: number }>();
  private readonly known = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly platform: Pick<PlatformInfo, 'id' | 'quota'>,
    private readonly log: { warn(about: object, message: string): void },
  ) {}

  /** Reads what was counted before; until then only what this process has counted is known. */
  async load(): Promise<void> {
    const month = this.month();
    const { id, quota } = this.platform;
    for (const what of quota?.counts ?? [])
      this.known.set(`${month} ${what}`, await usageOf(this.store.db, id, what, month));
  }

  count(what: string, times = 1): void {
    this.add(this.month(), what, times);
    this.timer ??= setTimeout(() => void this.write(), writeMs).unref();
  }

  of(what: string): number {
    const key = `${this.month()} ${what}`;
    return (this.known.get(key) ?? 0) + (this.fresh.get(key)?.times ?? 0);
  }

  /** Writes down what was counted since the last time. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counted = [...this.fresh];
    this.fresh.clear();
    try {
      await this.store.tx(async (tx) => {
        for (const [key, { month, what, times }] of counted)
          this.known.set(key, await raiseUsage(tx, this.platform.id, what, month, times));
      });
    } catch (error) {
      for (const [, { month, what, times }] of counted) this.add(month, what, times);
      this.log.warn({ err: error }, 'what a platform was used for could not be written down');
    }
  }

  private add(month: string, what: string, times: number): void {
    const key = `${month} ${what}`;
    this.fresh.set(key, { month, what, times: (this.fresh.get(key)?.times ?? 0) + times });
  }

  private month(): string {
    return monthOf(this.clock.now(), usageZone);
  }
}
