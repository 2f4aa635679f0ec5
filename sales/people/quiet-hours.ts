import { addDays } from '../../kernel/time/dates.js';
import { laterOf } from '../../kernel/time/moments.js';
import type { TimeSpan, Zoned } from '../time/calendar.js';

/** Whether nothing may be pushed at the moment; `from` is quiet, `to` no longer. */
export function isQuiet(at: Date, quietHours: TimeSpan | null, zoned: Zoned): boolean {
  return nextAllowed(at, quietHours, zoned) > at;
}

/**
 * Returns the first moment from `at` on when a push is allowed: `at` itself outside quiet hours, else their
 * end; not before `mutedUntil`.
 */
export function nextAllowed(
  at: Date,
  quietHours: TimeSpan | null,
  zoned: Zoned,
  mutedUntil: Date | null = null,
): Date {
  const earliest = mutedUntil ? laterOf(at, mutedUntil) : at;
  if (!quietHours) return earliest;
  const today = zoned.localDate(earliest);
  const from = zoned.instantOf(today, quietHours.from);
  const to = zoned.instantOf(today, quietHours.to);
  if (quietHours.from < quietHours.to) return earliest >= from && earliest < to ? to : earliest;
  if (earliest < to) return to;
  return earliest >= from ? zoned.instantOf(addDays(today, 1), quietHours.to) : earliest;
}
