import { addDays } from '../../kernel/time/dates.js';
import type { Workdays, Zoned } from '../time/calendar.js';

/** A span without activity on a record, in epoch ms. */
export interface SilentTime {
  id: string;
  at: number;
  next: number;
  /** Source of a lead or grade of a customer, which sets its days. */
  kind: string | null;
  isWon: boolean;
}

export interface PoolDryRun {
  /** Records that would have returned to the pool, and how many of them were won in the end. */
  returned: number;
  won: number;
}

/**
 * Computes the shortest length (ms) of a silence of more than `days` workdays that begins between `from` and
 * `to`: shorter ones need not be read.
 */
export function leastMs(
  days: number,
  from: Date,
  to: Date,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): number {
  let least = Number.POSITIVE_INFINITY;
  const last = zoned.localDate(to);
  for (let date = zoned.localDate(from); date <= last; date = addDays(date, 1)) {
    const tooLong = zoned.instantOf(workdays.addWorkdays(date, days + 1), '00:00');
    least = Math.min(least, tooLong.getTime() - zoned.instantOf(addDays(date, 1), '00:00').getTime());
  }
  return least;
}

/** Zone offsets are multiples of a quarter of an hour, in ms. */
const quarter = 900_000;

/**
 * Counts the records a rule would have returned: those with a silence longer than its workdays. The first
 * workday too many is computed once per day and limit.
 */
export function dryRunPool(
  silences: Iterable<SilentTime>,
  daysOf: (kind: string | null) => number | null,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): PoolDryRun {
  const dates = new Map<number, string>();
  const limits = new Map<string, number>();
  const returned = new Map<string, boolean>();
  for (const { id, at, next, kind, isWon } of silences) {
    const days = daysOf(kind);
    if (days === null) continue;
    const date = cached(dates, Math.floor(at / quarter), () => zoned.localDate(new Date(at)));
    const tooLong = cached(limits, `${date} ${days}`, () =>
      zoned.instantOf(workdays.addWorkdays(date, days + 1), '00:00').getTime(),
    );
    if (next >= tooLong) returned.set(id, isWon || (returned.get(id) ?? false));
  }
  return { returned: returned.size, won: [...returned.values()].filter(Boolean).length };
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
