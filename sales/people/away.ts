import { addDays } from '../../kernel/time/dates.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';

/** Tells whether the person is on leave at the moment. */
export const isAway = (
  { awayFrom, awayUntil }: { awayFrom: Date | null; awayUntil: Date | null },
  at: Date,
): boolean => awayFrom !== null && awayUntil !== null && awayFrom <= at && at < awayUntil;

/** A time that somebody was or is on leave, as it was entered at `at`; `from` null: whatever was entered before ended. */
export interface EnteredLeave {
  at: Date;
  from: Date | null;
  until: Date | null;
}

/** A span of time; `until` is not part of it. */
export interface Leave {
  from: Date;
  until: Date;
}

/** Computes when somebody was away from what was entered, oldest first: what is entered later ends what has begun, and replaces the rest. */
export function leavesFrom(entered: readonly EnteredLeave[]): Leave[] {
  return entered.flatMap(({ from, until }, index) => {
    const replacedAt = entered[index + 1]?.at;
    if (!from || !until) return [];
    const end = replacedAt && replacedAt < until ? replacedAt : until;
    return from < end ? [{ from, until: end }] : [];
  });
}

/** Workdays of local days (both included) on which somebody was there, and those on which they were on leave. */
export function daysThere(
  calendar: Pick<WorkCalendar, 'isWorkday'>,
  { first, last }: { first: string; last: string },
  leaves: readonly Leave[],
  noonOf: (day: string) => Date,
): { there: number; leave: number } {
  const counts = { there: 0, leave: 0 };
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    const noon = noonOf(day);
    counts[leaves.some(({ from, until }) => from <= noon && noon < until) ? 'leave' : 'there']++;
  }
  return counts;
}
