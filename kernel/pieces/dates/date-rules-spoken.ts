import {
  addDays,
  addMonths,
  dateOf,
  daysInMonth,
  mondayOf,
  monthStart,
  partsOf,
  validDate,
  weekday,
} from '../../time/dates.js';
import { shortMonths } from '../../words/english-words.js';
import type { ReadAt } from '../base/piece.js';
import { type DateRule, nearestDay } from './date-rules.js';
import { dayName, englishWeekdays, monthName } from './date-rules-en.js';

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: -1,
};
/** A month by its name, or counted from this one: "of January 2027", "of next month". */
const whichMonth = String.raw`(?:(?<which>this|the|next) month|(?<month>${monthName})(?:\s(?<y>20\d{2}))?)(?![a-z])`;

/** Days as people say them in English: "the first Monday of January", "mid March", "the week after next". */
export const spokenDateRules: DateRule[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:on |by )?(?:the )?(?<nth>${Object.keys(ordinals).join('|')}) ${dayName} (?:of|in) ${whichMonth}`,
      'giu',
    ),
    read: (g, at) =>
      inMonth(g, at, (year, month) =>
        nthWeekday(
          year,
          month,
          ordinals[g.nth?.toLowerCase() ?? ''] ?? 1,
          englishWeekdays[dayKey(g.day)] ?? 1,
        ),
      ),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:by |in )?(?:mid[- ]|the middle of |middle of )(?:of )?${whichMonth}`,
      'giu',
    ),
    read: (g, at) => inMonth(g, at, (year, month) => dateOf(year, month, 15)),
  },
  {
    pattern: new RegExp(String.raw`\b(?:by |at |from )?(?:the )?(?:beginning|start) of ${whichMonth}`, 'giu'),
    read: (g, at) => inMonth(g, at, (year, month) => dateOf(year, month, 1)),
  },
  {
    pattern: new RegExp(String.raw`\b(?:by |in )?(?<part>early|late)(?: in)? ${whichMonth}`, 'giu'),
    read: (g, at) =>
      inMonth(g, at, (year, month) =>
        dateOf(year, month, /early/iu.test(g.part ?? '') ? 5 : daysInMonth(year, month) - 4),
      ),
  },
  {
    pattern: new RegExp(String.raw`\b(?:(?:on )?${dayName} of )?(?:the )?week after next\b`, 'giu'),
    read: (g, at) =>
      addDays(mondayOf(at.today), 14 + (g.day ? (englishWeekdays[dayKey(g.day)] ?? 1) - 1 : 0)),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:on )?(?:${dayName} (?:(?:of )?next week|after next)|next week,? (?:on )?${dayName.replace('<day>', '<later>')})(?![a-z])`,
      'giu',
    ),
    read: (g, at) =>
      addDays(
        mondayOf(at.today),
        (/after next$/iu.test(g.all ?? '') ? 14 : 7) + (englishWeekdays[dayKey(g.day ?? g.later)] ?? 1) - 1,
      ),
  },
  {
    pattern: /\bin a fortnight(?:'s time)?(?! (?:from|on)\b)(?!\w)/giu,
    read: (_g, at) => addDays(at.today, 14),
  },
];

const dayKey = (name = ''): string => name.slice(0, 3).toLowerCase();

/** The day in the month that was named; without a year in the next such month that is not over. */
function inMonth(
  { which, month, y }: Record<string, string | undefined>,
  at: ReadAt,
  day: (year: number, month: number) => string | undefined,
): string | undefined {
  if (which) {
    const one = partsOf(addMonths(monthStart(at.today), /next/iu.test(which) ? 1 : 0));
    return day(one.year, one.month);
  }
  const number = shortMonths.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  return y ? day(Number(y), number) : nearestDay(at, (year) => day(year, number));
}

/** The first, second… or last (-1) such weekday of a month, or undefined if it has none. */
function nthWeekday(year: number, month: number, nth: number, day: number): string | undefined {
  if (nth < 0) {
    const end = dateOf(year, month, daysInMonth(year, month));
    return addDays(end, -((weekday(end) - day + 7) % 7));
  }
  const first = dateOf(year, month, 1);
  return validDate(year, month, 1 + ((day - weekday(first) + 7) % 7) + 7 * (nth - 1));
}
