import { addDays } from '../../kernel/time/dates.js';
import { laterOf } from '../../kernel/time/moments.js';
import type { TimeSpan, Zoned } from '../time/calendar.js';

/** Whether nothing may be pushed at the moment; `from` counts as quiet, `to` no longer. */
export function isQuiet(at: Date, quietHours: TimeSpan | null, zoned: Zoned): boolean {
  return nextAllowed(at, quietHours, zoned) > at;
}

/**
 * The first moment from `at` on at which something may be pushed: `at` itself outside the quiet hours, else
 * their end. A person who muted alerts until later is left alone until then.
 */
export function nextAllowed(
  at: Date,
  quietHours: TimeSpan | null,
  zoned: Zoned,
  mutedUntil: Date | null = null,
): Date {
  const wanted = mutedUntil ? laterOf(at, mutedUntil) : at;
  if (!quietHours) return wanted;
  const today = zoned.localDate(wanted);
  const from = zoned.instantOf(today, quietHours.from);
  const to = zoned.instantOf(today, quietHours.to);
  if (quietHours.from < quietHours.to) return wanted >= from && wanted < to ? to : wanted;
  if (wanted < to) return to;
  return wanted >= from ? zoned.instantOf(addDays(today, 1), quietHours.to) : wanted;
}
