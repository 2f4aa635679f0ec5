import { type Locale, locales, textsIn } from '../../texts/languages.js';
import { addMonth, monthIn, monthParts, quarterIn } from '../time/months.js';
import { englishMonths } from '../words/english-words.js';
import { readNumber } from './base/numerals.js';

/** Months that a bare month or quarter may lie before and after today: it is the nearest one. */
const back = 6;
const ahead = 5;

/**
 * Reads a month '2026-07', quarter '2026-Q3' or year '2026' from `7月` ("July"), `本季` ("this quarter"), `明年3月`
 * ("March next year"), `July`, `next quarter`, `Q3 2026`. Undefined if the text says anything else.
 */
export function readMonths(text: string, today: string): string | undefined {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return withYear(said) ?? relativeToToday(said, today) ?? byName(said, today);
}

/** Reads a period with its year. */
function withYear(said: string): string | undefined {
  const [, wholeYear] = /^(\d{4}) ?年$|^year (\d{4})$/.exec(said)?.filter(Boolean) ?? [];
  if (wholeYear) return wholeYear;
  const [, fiscal] = /^(?:fy ?'?(?:20)?(\d{2})|(?:20)?(\d{2})年?财年)$/.exec(said)?.filter(Boolean) ?? [];
  if (fiscal) return `20${fiscal}`;
  const [, year, month] = /^(\d{4})(?:[-/.]|年 ?)(\d{1,2})(?:月份?)?$/.exec(said) ?? [];
  if (year) return Number(month) < 1 || Number(month) > 12 ? undefined : monthIn(Number(year), Number(month));
  const [, ofYear, quarter] = /^(\d{4})(?:-|年| )?(?:q|第)?([1-4一二三四])(?:季度?)?$/.exec(said) ?? [];
  if (ofYear && /[q季]/.test(said)) return quarterSaid(Number(ofYear), quarter);
  const [, first, later] = /^q([1-4]) (\d{4})$/.exec(said) ?? [];
  if (later) return quarterIn(Number(later), Number(first));
  const [, name, its] = /^([a-z]+)\.? (\d{4})$/.exec(said) ?? [];
  const number = englishMonth(name);
  return its && number ? monthIn(Number(its), number) : undefined;
}

const steps: [RegExp, number][] = [
  [/^(本|这个?|当|this )?$/, 0],
  [/^(上个?|last )$/, -1],
  [/^(下个?|next )$/, 1],
];

/** Writes a period so that it is read back; a bare year could be a figure. */
export const writeMonths = (span: string, locale: Locale = locales[0]): string =>
  /^\d{4}$/.test(span) ? textsIn(locale).asking.wholeYear(span) : span;

/** Reads a period relative to today. */
function relativeToToday(said: string, today: string): string | undefined {
  const { year, month } = monthParts(today);
  const wholeYear =
    /^(今年|本年|本?财年|去年|明年|this year|last year|next year|(?:this )?(?:fy|fiscal year)|year)$/.exec(
      said,
    )?.[1];
  if (wholeYear) return String(year + yearStep(wholeYear)).padStart(4, '0');
  const [, which = '', what = ''] = /^(.*?)(月份?|季度?|month|quarter)$/.exec(said) ?? [];
  // `月` ("month") alone says nothing.
  if (what === '' || (which === '' && !/^[a-z]/.test(what))) return undefined;
  const step = steps.find(([words]) => words.test(which))?.[1];
  if (step === undefined) return undefined;
  if (/^[月m]/.test(what)) return monthIn(year, month + step);
  return quarterIn(year, Math.ceil(month / 3) + step);
}

const yearStep = (said: string): number =>
  /^(去年|last)/.test(said) ? -1 : /^(明年|next)/.test(said) ? 1 : 0;

/**
 * Reads a period by name, in the year said before it (`今年`, `去年`, `明年`: this, last, next year) or the nearest
 * year.
 */
function byName(said: string, today: string): string | undefined {
  const { year } = monthParts(today);
  const [earliest, latest] = [addMonth(today, -back), addMonth(today, ahead)];
  const [, its, words = ''] = /^(今年|去年|明年)?(.+)$/.exec(said) ?? [];
  const [, digits] = /^(.{1,3})月份?$/.exec(words) ?? [];
  const month = digits ? readNumber(digits) : englishMonth(words);
  if (month !== undefined && month >= 1 && month <= 12) {
    if (its) return monthIn(year + yearStep(its), month);
    const months = [year - 1, year, year + 1].map((one) => monthIn(one, month));
    return months.find((one) => one >= earliest && one <= latest);
  }
  const [, quarter = ''] = /^(?:q|第)?([1-4一二三四])(?:季度?)?$/.exec(words) ?? [];
  if (quarter === '' || !/[q季]/.test(words)) return undefined;
  return quarterSaid(its ? year + yearStep(its) : year, quarter);
}

function quarterSaid(year: number, said: string | undefined): string | undefined {
  const quarter = readNumber(said ?? '');
  return quarter === undefined ? undefined : quarterIn(year, quarter);
}

/** Reads 'July', 'Jul', 'Sept'; `Marc` is a person. */
function englishMonth(word: string | undefined): number | undefined {
  const at = englishMonths.findIndex((name) => name === word || name.slice(0, 3) === word);
  if (word === 'sept') return 9;
  return at < 0 ? undefined : at + 1;
}
