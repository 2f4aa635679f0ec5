import { zonedIn } from '../../crm/words/zoned-dates.js';
import {
  addDays,
  addMonths,
  instantOf,
  localDate,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from '../../kernel/time/zone.js';
import { previousWeek, weekOf } from '../../sales/time/weeks.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';

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

/** A span of local days; `to` is no longer part of it. */
export interface Period {
  kind: PeriodKind;
  from: Date;
  to: Date;
  label: string;
}

/** The period that the words mean at a moment, on the wall calendar of a zone; one that is known stays. */
export function periodOf(kind: PeriodKind | Period, at: Date, zone: string, locale: Locale): Period {
  if (typeof kind === 'object') return kind;
  const t = textsIn(locale).report;
  if (kind === 'thisWeek' || kind === 'lastWeek') {
    const zoned = zonedIn(zone);
    const week = kind === 'thisWeek' ? weekOf(at, zoned) : previousWeek(weekOf(at, zoned), zoned);
    return { kind, from: week.from, to: week.to, label: week.label[locale] };
  }
  const isQuarter = kind === 'thisQuarter' || kind === 'lastQuarter';
  const months = kind === 'thisYear' ? 12 : isQuarter ? 3 : 1;
  const start = localDate(startOf(kind, at, zone), zone);
  const first = kind.startsWith('last') ? addMonths(start, -months) : start;
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const label =
    months === 12
      ? t.year(year)
      : months === 3
        ? t.quarter(year, Math.ceil(month / 3))
        : t.month(year, month);
  return { kind, from: midnight(first, zone), to: midnight(addMonths(first, months), zone), label };
}

function startOf(kind: PeriodKind, at: Date, zone: string): Date {
  if (kind === 'thisYear') return startOfYear(at, zone);
  return kind.endsWith('Quarter') ? startOfQuarter(at, zone) : startOfMonth(at, zone);
}

/** The moment a local date or time stands for: a date alone is meant with all of its day; never after `now`. */
export function momentOf(asof: string | undefined, now: Date, zone: string): Date {
  if (!asof) return now;
  const [day = '', time] = asof.split('T');
  const at = time ? instantOf(day, time, zone) : midnight(addDays(day, 1), zone);
  return at < now ? at : now;
}

const midnight = (date: string, zone: string): Date => instantOf(date, '00:00', zone);
