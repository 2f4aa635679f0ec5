import { type AmountUnit, monthNames, numberWriter, weekdayNames } from '../../shape/intl.js';
import type { Like } from '../../shape/like.js';
import type { formats as original } from '../../zh/formats/formats.js';

const tag = 'en-US';
const writeNumber = numberWriter(tag);
const days = weekdayNames(tag, 'short');
const months = monthNames(tag, 'short');
const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
const commas = new Intl.ListFormat(tag, { type: 'unit' });
const plurals = new Intl.PluralRules(tag);
const ordinals = new Intl.PluralRules(tag, { type: 'ordinal' });
const endings: Record<Intl.LDMLPluralRule, string> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
};

const amountUnits: AmountUnit[] = [
  [1_000_000_000, 'bn', 2],
  [1_000_000, 'M', 2],
];

/** A number with its noun: `1 visit`, `2 visits`, `1 reply`, `2 replies`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${plurals.select(count) === 'one' ? one : many}`;

/** `Nov`; 1 is January. */
export const shortMonth = (month: number): string => months[month - 1] ?? '';

/** `1st`, `22nd`. */
export const ordinal = (n: number): string => `${n}${endings[ordinals.select(n)]}`;

/** The words with a capital at the front. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `once`, `3 times`. */
export const howOften = (times: number): string => (times === 1 ? 'once' : `${times} times`);

/** `Nov 16`, and `16 Nov` for those who write the day first. */
const dayOf = ([month, day]: readonly [number, number], isDayFirst: boolean): string =>
  isDayFirst ? `${day} ${months[month - 1]}` : `${months[month - 1]} ${day}`;

/** `15:00` as `3:00 PM`. */
export function twelveHours(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}

/** How figures, amounts, days, lists and sentences are written. */
export const formats: Like<typeof original> = {
  tag: 'en',
  clockTag: (isDayFirst) => (isDayFirst ? 'en-GB' : 'en-US'),
  ownName: 'English',
  number: writeNumber,
  percent: (value) => `${writeNumber(value, 1)}%`,
  amountUnits,
  currencyCharacters: '',
  shortAmountUnits: [...amountUnits, [1000, 'K', 1]],
  amountIn: (figure, _currency, sign) => sign + figure,
  exactAmount: (figure, _currency, sign) => sign + figure,
  moneyColumn: (label, currency) => `${label} (${currency})`,
  date: (year, month, day, weekday, isDayFirst) =>
    isDayFirst
      ? `${days[weekday - 1]} ${dayOf([month, day], true)}${year === null ? '' : ` ${year}`}`
      : `${days[weekday - 1]}, ${dayOf([month, day], false)}${year === null ? '' : `, ${year}`}`,
  time: (time, isDayFirst) => (isDayFirst ? time : twelveHours(time)),
  timeIn: (time, zone) => `${time} ${zone}`,
  moment: (day, time) => `${day} at ${time}`,
  monthDay: dayOf,
  daySpan: (first, last, isDayFirst) => {
    if (first[0] !== last[0]) return `${dayOf(first, isDayFirst)} – ${dayOf(last, isDayFirst)}`;
    return isDayFirst
      ? `${first[1]}–${last[1]} ${months[first[0] - 1]}`
      : `${months[first[0] - 1]} ${first[1]}–${last[1]}`;
  },
  namedSpan: (name, span) => `${name} (${span})`,
  relativeDay: (days) => relative.format(days, 'day'),
  weekdayOf: (weekday) => days[weekday - 1] ?? '',
  weekdays: weekdayNames(tag, 'long'),
  isDayFirst: true,
  list: (parts) => commas.format(parts),
  clauses: (parts) => parts.join('; '),
  sentence: (words) => `${words}.`,
  sentences: (parts) => parts.map((part) => `${part}.`).join(' '),
};
