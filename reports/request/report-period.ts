import { spanWords } from '../../crm/words/figure-words.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { InputError } from '../../kernel/command/errors.js';
import type { ReadAt } from '../../kernel/pieces/scan.js';
import { addDays } from '../../kernel/time/dates.js';
import { formatDate, formatDays } from '../../kernel/time/format-time.js';
import { spanOfMonths } from '../../kernel/time/months.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { type DaySpan, daysOfKey } from '../../language/periods/period-days.js';
import { periodWords } from '../../language/question/write-question.js';
import { weekOfDate, weekWords } from '../../sales/time/weeks.js';
import { formatsIn, type Locale, textsIn } from '../../texts/languages.js';
import type { ReportContext } from './report-context.js';

/** The periods that are said most, by their keys. */
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
  /** As `question-periods.ts` writes it: 'thisMonth', '2026-11', 'last84d'. */
  key: string;
  from: Date;
  to: Date;
  label: string;
}

type Where = Pick<ReportContext, 'zone' | 'locale' | 'now'>;

/** Returns the period of a key around a moment, by the zone's calendar; returns a known period unchanged. */
export function periodOf(key: string | Period, at: Date, zone: string, locale: Locale): Period {
  if (typeof key === 'object') return key;
  const days = daysOfKey(key, localDate(at, zone));
  return periodOfDays({ zone }, days, labelOf({ zone, locale }, key, days), key);
}

/** Returns the period asked for, or the usual one. Throws InputError for one of which nothing has happened yet. */
export function begunPeriod(
  { zone, locale }: Pick<Where, 'zone' | 'locale'>,
  { period: asked, asOf }: { period?: string | Period; asOf: Date },
  usual: PeriodKind,
): Period {
  const period = periodOf(asked ?? usual, asOf, zone, locale);
  const t = textsIn(locale).report;
  if (period.from > asOf) throw new InputError('period', t.notBegun(period.label), t.notBegunExample);
  return period;
}

/** Returns the period of a key as of now. */
export const periodOfKey = ({ now, zone, locale }: Where, key: string): Period =>
  periodOf(key, now, zone, locale);

/** Makes a report's period from the days. */
export function periodOfDays(
  { zone }: Pick<Where, 'zone'>,
  { first, after }: DaySpan,
  label: string,
  key = `from:${first}:${addDays(after, -1)}`,
): Period {
  return { key, from: instantOf(first, '00:00', zone), to: instantOf(after, '00:00', zone), label };
}

const minuteMs = 60_000;

/** What the reader of a period's words needs to know. */
export const readAtOf = ({ now, zone, locale, process }: ReportContext): ReadAt => ({
  today: localDate(now, zone),
  locale,
  fiscalStart: process.reports.fiscalYearStart,
});

/** A whole week that is called by its number or its place: this week, last week, W48. */
const ofWeek = /^(?:thisWeek|lastWeek|beforeLastWeek|\d{4}-W\d{2})$/;

const labelOf = (where: Pick<Where, 'zone' | 'locale'>, key: string, days: DaySpan): string =>
  ofWeek.test(key)
    ? weekWords(weekOfDate(days.first, zonedIn(where.zone)), where)
    : spanLabel(where, key, days);

/** Writes a span by its name and its days. */
export function spanLabel(
  { locale, zone }: Pick<Where, 'locale' | 'zone'>,
  key: string,
  { first, after, step }: DaySpan,
): string {
  const months = 'months' in step ? step.months : 0;
  const isFiscal = months === 12 && !first.endsWith('-01-01');
  if (!isFiscal && (months === 12 || months === 3 || months === 1))
    return spanWords({ locale }, spanOfMonths(first, months));
  const last = addDays(after, -1);
  const name = key === '' ? '' : periodWords(key, locale);
  const range = formatDays(first, last, { locale, zone });
  return name === '' || /^\d{4}-\d{2}-\d{2}$|^from:/.test(key)
    ? range
    : formatsIn(locale).namedSpan(name, range);
}

/**
 * Returns the moment of a local date or time: the end of its day for a date alone, and never after `now`. Throws
 * InputError for a day or a time that has not come.
 */
export function momentOf(asof: string | undefined, { now, zone, locale }: Where): Date {
  if (!asof) return now;
  const [day = '', time] = asof.split('T');
  // A card names the minute after its moment.
  if (instantOf(day, time ?? '00:00', zone).getTime() > now.getTime() + minuteMs) {
    const t = textsIn(locale).report;
    throw new InputError(
      'asof',
      t.notYet(formatDate(day, { locale, zone }, localDate(now, zone))),
      t.notYetExample,
    );
  }
  const at = time ? instantOf(day, time, zone) : midnight(addDays(day, 1), zone);
  return at < now ? at : now;
}

const midnight = (date: string, zone: string): Date => instantOf(date, '00:00', zone);
