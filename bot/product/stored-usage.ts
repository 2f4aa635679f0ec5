import type { PlatformInfo } from '../../kernel/chat/adapter.js';
import type { Usage } from '../../kernel/job/usage-port.js';
import type { Clock } from '../../kernel/time/clock.js';
import { monthOf } from '../../kernel/time/zone.js';
import type { Store } from '../../store/engine/store.js';
import { raiseUsage, usageOf } from '../../store/running/usage-counters.js';

/** How often counts are written, in ms; a crash loses at most this much. */
const writeMs = 5_000;

/** Time zone of the months that platforms in China count by. */
export const usageZone = 'Asia/Shanghai';

/** A platform's usage counts, stored in the database by month. */
export class StoredUsage implements Usage {
  /** By month and kind: counts not written yet, and the last values read from the database. */
  private readonly unwritten = new Map<string, { month: string; what: string; times: number }>();
  private readonly stored = new Map<string, number>();
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
      this.stored.set(`${month} ${what}`, await usageOf(this.store.db, id, what, month));
  }

  count(what: string, times = 1): void {
    this.add(this.month(), what, times);
    this.timer ??= setTimeout(() => void this.write(), writeMs).unref();
  }

  of(what: string): number {
    const key = `${this.month()} ${what}`;
    return (this.stored.get(key) ?? 0) + (this.unwritten.get(key)?.times ?? 0);
  }

  /** Writes the counts since the last write. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counted = [...this.unwritten];
    this.unwritten.clear();
    try {
      await this.store.tx(async (tx) => {
        for (const [key, { month, what, times }] of counted)
          this.stored.set(key, await raiseUsage(tx, this.platform.id, what, month, times));
      });
    } catch (error) {
      for (const [, { month, what, times }] of counted) this.add(month, what, times);
      this.log.warn({ err: error }, 'what a platform was used for could not be written down');
    }
  }

  private add(month: string, what: string, times: number): void {
    const key = `${month} ${what}`;
    this.unwritten.set(key, { month, what, times: (this.unwritten.get(key)?.times ?? 0) + times });
  }

  private month(): string {
    return monthOf(this.clock.now(), usageZone);
  }
}
