import { spanWords } from '../../crm/words/figure-words.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { addDays, addMonths } from '../../kernel/time/dates.js';
import { spanOfMonths } from '../../kernel/time/months.js';
import { instantOf, localDate, startOfMonth, startOfQuarter, startOfYear } from '../../kernel/time/zone.js';
import { previousWeek, weekOf, weekWords } from '../../sales/time/weeks.js';
import type { Locale } from '../../texts/languages.js';

export const periodKinds = [
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A span of local days; `to` is exclusive. */
export interface Period {
  kind: PeriodKind;
  from: Date;
  to: Date;
  label: string;
}

/**
 * Returns the period of that kind around a moment, by the zone's calendar; returns a known period unchanged.
 */
export function periodOf(kind: PeriodKind | Period, at: Date, zone: string, locale: Locale): Period {
  if (typeof kind === 'object') return kind;
  if (kind === 'thisWeek' || kind === 'lastWeek') {
    const zoned = zonedIn(zone);
    const week = kind === 'thisWeek' ? weekOf(at, zoned) : previousWeek(weekOf(at, zoned), zoned);
    return { kind, from: week.from, to: week.to, label: weekWords(week, { locale, zone }) };
  }
  const months = monthsOfKind(kind);
  const start = localDate(startOf(kind, at, zone), zone);
  const first = kind.startsWith('last') ? addMonths(start, -months) : start;
  const label = spanWords({ locale }, spanOfMonths(first, months));
  return { kind, from: midnight(first, zone), to: midnight(addMonths(first, months), zone), label };
}

/** Returns the number of months in a kind of period; a week counts as one. */
export function monthsOfKind(kind: PeriodKind): 1 | 3 | 12 {
  if (kind === 'thisYear') return 12;
  return kind === 'thisQuarter' || kind === 'lastQuarter' ? 3 : 1;
}

function startOf(kind: PeriodKind, at: Date, zone: string): Date {
  if (kind === 'thisYear') return startOfYear(at, zone);
  return kind.endsWith('Quarter') ? startOfQuarter(at, zone) : startOfMonth(at, zone);
}

/** Returns the moment of a local date or time: the end of its day for a date alone, and never after `now`. */
export function momentOf(asof: string | undefined, now: Date, zone: string): Date {
  if (!asof) return now;
  const [day = '', time] = asof.split('T');
  const at = time ? instantOf(day, time, zone) : midnight(addDays(day, 1), zone);
  return at < now ? at : now;
}

const midnight = (date: string, zone: string): Date => instantOf(date, '00:00', zone);
