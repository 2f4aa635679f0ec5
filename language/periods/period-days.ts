import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  isoWeek,
  mondayOf,
  monthStart,
  quarterStart,
} from '../../kernel/time/dates.js';
import { daysOfMonths, monthIn, monthsIn } from '../../kernel/time/months.js';

/** Local days, `after` being the day after the last one, and how far back the same span before lies. */
export interface DaySpan {
  first: string;
  after: string;
  step: { days: number } | { months: number };
}

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

/** How many spans a key lies from the one that runs. */
const nearby: [string, number][] = [
  ['this', 0],
  ['last', -1],
  ['next', 1],
  ['beforeLast', -2],
  ['afterNext', 2],
];

const today = /^(?:today|yesterday|tomorrow)$/;
const near = new RegExp(`^(${nearby.map(([word]) => word).join('|')})(Week|Month|Quarter|Year)$`);
const shapes = [
  today,
  near,
  /^(?:last|next)\d{1,4}d$/,
  /^FY\d{4}-(?:0[1-9]|1[0-2])$/,
  /^\d{4}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]|W\d{2}|\d{2}-\d{2}))?$/,
  /^from:\d{4}-\d{2}-\d{2}:\d{4}-\d{2}-\d{2}$/,
];

/** Whether a word is a key of `question-periods.ts`. */
export const isPeriodKey = (word: string): boolean =>
  shapes.some((shape) => shape.test(word.replace(/^(?:since|until):/, '')));

/** Reads the days of a period key written by `language/question/question-periods.ts`. */
export function daysOfKey(key: string, today: string): DaySpan {
  const day = { today: 0, yesterday: -1, tomorrow: 1 }[key];
  if (day !== undefined) return ofDays(addDays(today, day), addDays(today, day + 1));
  const [, word, unit] = near.exec(key) ?? [];
  if (word) return daysNear(unit, nearby.find(([one]) => one === word)?.[1] ?? 0, today);
  const [, side, count] = /^(last|next)(\d+)d$/.exec(key) ?? [];
  if (side === 'last') return ofDays(addDays(today, 1 - Number(count)), addDays(today, 1));
  if (side === 'next') return ofDays(today, addDays(today, Number(count)));
  if (key.startsWith('since:')) return ofDays(daysOfKey(key.slice(6), today).first, addDays(today, 1));
  if (key.startsWith('until:')) return ofDays(today, addDays(key.slice(6), 1));
  const [, from, to] = /^from:(.+):(.+)$/.exec(key) ?? [];
  if (from && to) {
    const [first = from, last = to] = [from, to].sort();
    return ofDays(first, addDays(last, 1));
  }
  return daysOfCalendar(key);
}

function daysNear(unit: string | undefined, n: number, today: string): DaySpan {
  if (unit === 'Week') {
    const monday = addDays(mondayOf(today), 7 * n);
    return ofDays(monday, addDays(monday, 7));
  }
  if (unit === 'Month') return ofMonths(addMonths(monthStart(today), n), 1);
  if (unit === 'Quarter') return ofMonths(addMonths(quarterStart(today), 3 * n), 3);
  return ofMonths(addMonths(`${today.slice(0, 4)}-01-01`, 12 * n), 12);
}

/** A day, a week, a month, a quarter, a half or a year of the calendar, or a fiscal year. */
function daysOfCalendar(key: string): DaySpan {
  const [, year, half] = /^(\d{4})-H([12])$/.exec(key) ?? [];
  if (half) return ofMonths(`${year}-${half === '1' ? '01' : '07'}-01`, 6);
  const [, ofYear, week] = /^(\d{4})-W(\d{2})$/.exec(key) ?? [];
  if (week) {
    const monday = mondayOfWeek(Number(ofYear), Number(week));
    return ofDays(monday, addDays(monday, 7));
  }
  if (key.startsWith('FY')) return ofMonths(`${key.slice(2)}-01`, 12);
  if (!/^\d{4}(?:-Q[1-4]|-\d{2})?$/.test(key)) return ofDays(key, addDays(key, 1));
  return ofMonths(daysOfMonths(key).first, monthsIn(key).length);
}

/** The Monday of an ISO week; week 1 holds 4 January. */
const mondayOfWeek = (year: number, week: number): string =>
  addDays(mondayOf(dateOf(year, 1, 4)), 7 * (week - 1));

/** The key of a week of that number, the nearest to a day: in November week 2 is that of the year to come. */
export function weekKey(number: number, today: string, year?: number): string | undefined {
  const own = Number(today.slice(0, 4));
  const years = year === undefined ? [own - 1, own, own + 1] : [year];
  const [first] = years
    .filter((one) => number >= 1 && number <= 53 && isoWeek(mondayOfWeek(one, number)).year === one)
    .toSorted((a, b) => distance(a, number, today) - distance(b, number, today));
  return first === undefined ? undefined : `${first}-W${String(number).padStart(2, '0')}`;
}

const distance = (year: number, week: number, today: string): number =>
  Math.abs(daysBetween(mondayOfWeek(year, week), mondayOf(today)));

/** The key of the fiscal year that ends in a year, or begins with it if it is that of the calendar. */
export const fiscalYearKey = (year: number, start: number): string =>
  start === 1 ? `${year}` : `FY${monthIn(year - 1, start)}`;

/** The year by which the fiscal year of a day is called. */
export const fiscalYearOf = (day: string, start: number): number =>
  Number(day.slice(0, 4)) + (start > 1 && Number(day.slice(5, 7)) >= start ? 1 : 0);

/** Returns the same span directly before, or a year before. */
export function earlierDays({ first, after, step }: DaySpan, how: 'before' | 'lastYear'): DaySpan {
  if (how === 'lastYear') return { first: addMonths(first, -12), after: addMonths(after, -12), step };
  const moved = (date: string) =>
    'days' in step ? addDays(date, -step.days) : addMonths(date, -step.months);
  return { first: moved(first), after: moved(after), step };
}

/** Returns the days that a period is compared with: before it, a year before, or those of another key 'to:2026-08'. */
export const comparedDays = (
  key: string,
  how: 'before' | 'lastYear' | `to:${string}`,
  today: string,
): DaySpan =>
  how === 'before' || how === 'lastYear'
    ? earlierDays(daysOfKey(key, today), how)
    : daysOfKey(how.slice(3), today);
