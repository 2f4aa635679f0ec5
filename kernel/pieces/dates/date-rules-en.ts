import { createRequire } from 'node:module';
import {
  addDays,
  addMonths,
  dateOf,
  mondayOf,
  monthEnd,
  monthStart,
  partsOf,
  quarterStart,
  validDate,
} from '../../time/dates.js';
import { shortMonths, spelledNumbers } from '../../words/english-words.js';
import type { Match, PieceOf, ReadAt } from '../base/piece.js';
import { type DateRule, nearestDay, nearestMonthDay } from './date-rules.js';
import { nearestOfMonths, nearestWeekday, partOfQuarter, relative } from './date-rules-zh.js';
import { timeAfter } from './time-of-day.js';

const require = createRequire(import.meta.url);

export const englishWeekdays: Readonly<Record<string, number>> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};
export const dayName =
  '(?<day>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
export const monthName = `(?:${shortMonths.join('|')})[a-z]{0,6}`;
const counts: Readonly<Record<string, number>> = { a: 1, an: 1, ...spelledNumbers };
const count = String.raw`(?<n>\d{1,3}|${Object.keys(counts).join('|')})`;
const unit = String.raw`(?<unit>(?:work(?:ing)?|business)\s?days?|workdays?|days?|weeks?|months?|years?)`;
const steps: Record<string, number> = { last: -1, past: -1, this: 0, the: 0, next: 1, coming: 0 };

export const enDateRules: DateRule[] = [
  {
    pattern: /\b(?:the )?day (?<d>after tomorrow|before yesterday)\b/giu,
    read: (g, at) => addDays(at.today, g.d?.startsWith('after') ? 2 : -2),
  },
  {
    pattern: /\b(?<d>today|tomorrow|tmrw?|yesterday|y'day|last night|tonight)\b/giu,
    read: (g, at) => {
      const word = g.d?.toLowerCase() ?? '';
      const value = addDays(
        at.today,
        word.startsWith('tm') || word === 'tomorrow'
          ? 1
          : word === 'yesterday' || word === "y'day" || word === 'last night'
            ? -1
            : 0,
      );
      return word === 'tonight' ? { value, part: '晚' } : value;
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<!every )(?<!\w)(?:(?:by |on |for )?(?<which>this|next|last|coming|on|by)\s+)?${dayName}(?![\w'])`,
      'giu',
    ),
    read: (g, at) => {
      const name = g.day?.toLowerCase() ?? '';
      const day = englishWeekdays[name.slice(0, 3)] ?? 1;
      const which = g.which?.toLowerCase();
      // "sat" and "sun" alone are ordinary words.
      if (!which && (name === 'sat' || name === 'sun')) return undefined;
      if (which === 'next' || which === 'last' || which === 'this') {
        return addDays(mondayOf(at.today), (steps[which] ?? 0) * 7 + day - 1);
      }
      return nearestWeekday(at, day);
    },
  },
  {
    pattern:
      /(?<=^|\b(?:on|by|before|until|till|for|from|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?),? )the (?<d>\d{1,2})(?:st|nd|rd|th)\b(?!\s+\w+est\b|\s+\w+\s+(?:floor|of)|\s+(?:floor|of|time|round))/giu,
    read: (g, at) => nearestOfMonths(at, (year, month) => validDate(year, month, Number(g.d))),
  },
  {
    // Behind other words only where the number is said of no thing: "meet Acme the 15th at noon".
    pattern:
      /(?<=[\p{L}\d] )(?<!\b(?:of|is|was|are|were|be|and|in|not|came|ranked|on the|for the) )the (?<d>\d{1,2})(?:st|nd|rd|th)(?=\s*$|\s*[,.;!)]|\s+(?:(?:at|@|around) (?:\d|noon|midday)|noon|midday|midnight|\d{1,2}(?::\d\d|\s?[ap]\.?m\b)|in the (?:morning|afternoon|evening)))/giu,
    read: (g, at) => nearestOfMonths(at, (year, month) => validDate(year, month, Number(g.d))),
  },
  {
    pattern: new RegExp(String.raw`\bin ${count}\s${unit}(?!\w)`, 'giu'),
    read: (g, at) => english(at, g.n, g.unit, 1),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\w.])${count}\s${unit}\s(?<dir>ago|later|from (?:now|today))(?!\w)`,
      'giu',
    ),
    read: (g, at) => english(at, g.n, g.unit, g.dir?.toLowerCase() === 'ago' ? -1 : 1),
  },
  {
    pattern: /\bnext (?<unit>week|month|quarter|year)\b/giu,
    read: (g, at) => {
      if (g.unit?.toLowerCase() === 'week') return addDays(mondayOf(at.today), 7);
      return startOf(g.unit, 1, at);
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:by )?(?:the )?end of (?:(?<which>the|this|next|last) )?(?:(?<unit>day|week|month|quarter|year)|q(?<q>[1-4])|(?<month>${monthName})(?:\s(?<y>20\d{2}))?)(?!\w)`,
      'giu',
    ),
    read: (g, at) => {
      const q = Number(g.q);
      if (g.q) return nearestDay(at, (year) => partOfQuarter(dateOf(year, q * 3 - 2, 1), '底'));
      if (g.month) return endOfMonth(g.month, g.y, at);
      return endOf(g.unit, steps[g.which?.toLowerCase() ?? 'this'] ?? 0, at);
    },
  },
  {
    pattern: /\b(?:eo(?<eo>[wmqy])|(?<unit>month|quarter|year)[ -]end)\b/giu,
    read: (g, at) => {
      const units: Record<string, string> = { w: 'week', m: 'month', q: 'quarter', y: 'year' };
      return endOf(g.unit ?? units[g.eo?.toLowerCase() ?? ''], 0, at);
    },
  },
];

function english(
  at: ReadAt,
  n: string | undefined,
  unit: string | undefined,
  sign: 1 | -1,
): string | undefined {
  const words = String(counts[n?.toLowerCase() ?? ''] ?? n);
  return relative(at, words, /work|business/i.test(unit ?? '') ? 'wd' : unit, sign);
}

function startOf(unit: string | undefined, n: number, at: ReadAt): string {
  const name = unit?.toLowerCase();
  if (name === 'month') return addMonths(monthStart(at.today), n);
  if (name === 'quarter') return addMonths(quarterStart(at.today), 3 * n);
  return dateOf(partsOf(at.today).year + n, 1, 1);
}

/** A week ends on its Friday, when its work is due. */
function endOf(unit: string | undefined, n: number, at: ReadAt): string {
  const name = unit?.toLowerCase();
  if (name === 'day') return addDays(at.today, n);
  if (name === 'week') return addDays(mondayOf(at.today), 7 * n + 4);
  if (name === 'month') return monthEnd(startOf(unit, n, at));
  if (name === 'quarter') return partOfQuarter(startOf(unit, n, at), '底');
  return dateOf(partsOf(at.today).year + n, 12, 31);
}

function endOfMonth(name: string, year: string | undefined, at: ReadAt): string | undefined {
  const month = shortMonths.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const inYear = (y: number) => monthEnd(dateOf(y, month, 1));
  return year ? inYear(Number(year)) : nearestDay(at, inYear);
}

const spelled = new RegExp(
  String.raw`\b(?:${monthName})\.?,?\s*\d|\d\s*(?:st|nd|rd|th)?\s*(?:of\s+)?-?(?:${monthName})(?![a-z])`,
  'iu',
);

/** Finds dates with the month spelled out (June 30, 30th of June 2027 at 3pm) by chrono. */
export function findSpelledDates(text: string, at: ReadAt): Match<PieceOf<'date'>>[] {
  if (!spelled.test(text)) return [];
  const chrono: typeof import('chrono-node/en') = require('chrono-node/en');
  const { year, month, day } = partsOf(at.today);
  const reference = { instant: new Date(Date.UTC(year, month - 1, day, 12)), timezone: 0 };
  return chrono.strict.parse(text, reference).flatMap((result) => {
    const { start, end } = result;
    if (end || !start.isCertain('day') || !start.isCertain('month') || !/[a-z]{3}/i.test(result.text))
      return [];
    const [m, d] = [start.get('month') ?? 0, start.get('day') ?? 0];
    const value = start.isCertain('year')
      ? validDate(start.get('year') ?? 0, m, d)
      : nearestMonthDay(at, m, d);
    if (!value) return [];
    const pad = (n: number | null) => String(n ?? 0).padStart(2, '0');
    const to = result.index + result.text.length;
    const later = start.isCertain('hour') ? undefined : timeAfter(text, to);
    const own = start.isCertain('hour') && `${pad(hourMeant(start))}:${pad(start.get('minute'))}`;
    const time = own || later?.time;
    const piece = { kind: 'date' as const, value, ...(time ? { time } : {}) };
    return [{ piece, from: result.index, to: later?.to ?? to }];
  });
}

/** Without am or pm, one to six means the afternoon. */
function hourMeant(start: Spelled): number {
  const hour = start.get('hour') ?? 0;
  return !start.isCertain('meridiem') && hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

interface Spelled {
  get(part: 'hour'): number | null;
  isCertain(part: 'meridiem'): boolean;
}
