import { addDays } from '../../kernel/time/dates.js';
import type { Workdays, Zoned } from '../time/calendar.js';

/** A time in which nothing was done about a record; moments in epoch ms. */
export interface SilentTime {
  id: string;
  at: number;
  next: number;
  /** Source of a lead, grade of a customer: what its days go by. */
  kind: string | null;
  isWon: boolean;
}

export interface PoolDryRun {
  /** Records that would have gone back to the pool, and how many of them were won in the end. */
  returned: number;
  won: number;
}

/**
 * What a silence of more than so many workdays lasts at the least, whenever it begins between two moments, in ms: shorter
 * ones need not be read.
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

/** Offsets of zones are whole quarters of an hour, in ms. */
const quarter = 900_000;

/**
 * Which records a rule would have returned: those with a silence of more workdays than it allows. What a silence lasts
 * is told by when the first workday too many begins, reckoned once for each day and limit.
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
    const date = kept(dates, Math.floor(at / quarter), () => zoned.localDate(new Date(at)));
    const tooLong = kept(limits, `${date} ${days}`, () =>
      zoned.instantOf(workdays.addWorkdays(date, days + 1), '00:00').getTime(),
    );
    if (next >= tooLong) returned.set(id, isWon || (returned.get(id) ?? false));
  }
  return { returned: returned.size, won: [...returned.values()].filter(Boolean).length };
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
