import { spanWords } from '../../crm/words/figure-words.js';
import {
  addDays,
  addMonths,
  daysBetween,
  mondayOf,
  monthStart,
  quarterStart,
} from '../../kernel/time/dates.js';
import { formatDays } from '../../kernel/time/format-time.js';
import { daysOfMonths, monthsIn, spanOfMonths } from '../../kernel/time/months.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { periodWords } from '../../language/question/write-question.js';
import { formatsIn } from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';
import { type Period, type PeriodKind, periodKinds, periodOf } from '../request/report-period.js';

/** Local days, `after` being the day after the last one, and how far back the same span before lies. */
export interface DaySpan {
  first: string;
  after: string;
  step: { days: number } | { months: number };
}

type Where = Pick<ReportContext, 'zone' | 'locale' | 'now'>;

const ofMonths = (first: string, months: number): DaySpan => ({
  first,
  after: addMonths(first, months),
  step: { months },
});
const ofDays = (first: string, after: string): DaySpan => ({
  first,
  after,
  step: { days: daysBetween(first, after) },
});

/** Reads the days of a period key written by `language/question/question-periods.ts`. */
export function daysOfKey(key: string, today: string): DaySpan {
  const near = { this: 0, last: -1, next: 1 }[key.slice(0, 4)];
  const day = { today: 0, yesterday: -1, tomorrow: 1 }[key];
  if (day !== undefined) return ofDays(addDays(today, day), addDays(today, day + 1));
  if (near !== undefined) {
    if (key.endsWith('Week')) {
      const monday = addDays(mondayOf(today), 7 * near);
      return ofDays(monday, addDays(monday, 7));
    }
    if (key.endsWith('Month')) return ofMonths(addMonths(monthStart(today), near), 1);
    if (key.endsWith('Quarter')) return ofMonths(addMonths(quarterStart(today), 3 * near), 3);
    if (key.endsWith('Year')) return ofMonths(addMonths(`${today.slice(0, 4)}-01-01`, 12 * near), 12);
  }
  const [, back] = /^last(\d+)d$/.exec(key) ?? [];
  if (back) return ofDays(addDays(today, 1 - Number(back)), addDays(today, 1));
  if (key.startsWith('since:')) return ofDays(daysOfKey(key.slice(6), today).first, addDays(today, 1));
  if (key.startsWith('until:')) return ofDays(today, addDays(key.slice(6), 1));
  const [, from, to] = /^from:(.+):(.+)$/.exec(key) ?? [];
  if (from && to) {
    const [first = from, last = to] = [from, to].sort();
    return ofDays(first, addDays(last, 1));
  }
  const [, year, half] = /^(\d{4})-H([12])$/.exec(key) ?? [];
  if (half) return ofMonths(`${year}-${half === '1' ? '01' : '07'}-01`, 6);
  if (!/^\d{4}(?:-Q[1-4]|-\d{2})?$/.test(key)) return ofDays(key, addDays(key, 1));
  return ofMonths(daysOfMonths(key).first, monthsIn(key).length);
}

/** Returns the same span directly before, or a year before. */
export function earlierDays({ first, after, step }: DaySpan, how: 'before' | 'lastYear'): DaySpan {
  if (how === 'lastYear') return { first: addMonths(first, -12), after: addMonths(after, -12), step };
  const moved = (date: string) =>
    'days' in step ? addDays(date, -step.days) : addMonths(date, -step.months);
  return { first: moved(first), after: moved(after), step };
}

/** Makes a report's period from the days. */
export function periodOfDays(where: Where, { first, after, step }: DaySpan, label: string): Period {
  const months = 'months' in step ? step.months : 0;
  const kind =
    months >= 12 ? 'thisYear' : months === 3 ? 'thisQuarter' : months === 1 ? 'thisMonth' : 'thisWeek';
  return {
    kind,
    from: instantOf(first, '00:00', where.zone),
    to: instantOf(after, '00:00', where.zone),
    label,
  };
}

const isKind = (key: string): key is PeriodKind => (periodKinds as readonly string[]).includes(key);

/** Makes a report's period from a key, as of the question's moment and zone. */
export function periodOfKey(where: Where, key: string): Period {
  if (isKind(key)) return periodOf(key, where.now, where.zone, where.locale);
  const days = daysOfKey(key, localDate(where.now, where.zone));
  return periodOfDays(where, days, spanLabel(where, key, days));
}

/** Writes a span by its name and its days. */
export function spanLabel(
  { locale, zone }: Pick<ReportContext, 'locale' | 'zone'>,
  key: string,
  { first, after, step }: DaySpan,
): string {
  const months = 'months' in step ? step.months : 0;
  if (months === 12 || months === 3 || months === 1)
    return spanWords({ locale }, spanOfMonths(first, months));
  const last = addDays(after, -1);
  const name = key === '' ? '' : periodWords(key, locale);
  const range = formatDays(first, last, { locale, zone });
  return name === '' || /^\d{4}-\d{2}-\d{2}$|^from:/.test(key)
    ? range
    : formatsIn(locale).namedSpan(name, range);
}
