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

const amountUnits: AmountUnit[] = [
  [1_000_000_000, 'bn', 2],
  [1_000_000, 'M', 2],
];

/** A number with its noun: `1 visit`, `2 visits`, `1 reply`, `2 replies`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${plurals.select(count) === 'one' ? one : many}`;

/** `once`, `3 times`. */
export const howOften = (times: number): string => (times === 1 ? 'once' : `${times} times`);

/** How figures, amounts, days, lists and sentences are written. */
export const formats: Like<typeof original> = {
  tag: 'en',
  ownName: 'English',
  number: writeNumber,
  percent: (value) => `${writeNumber(value, 1)}%`,
  amountUnits,
  currencyNames: {},
  shortAmountUnits: [...amountUnits, [1000, 'K', 1]],
  amountIn: (figure, _currency, sign) => sign + figure,
  exactAmount: (figure, _currency, sign) => sign + figure,
  moneyColumn: (label, currency) => `${label} (${currency})`,
  date: (year, month, day, weekday) =>
    `${days[weekday - 1]} ${day} ${months[month - 1]}${year === null ? '' : ` ${year}`}`,
  relativeDay: (days) => relative.format(days, 'day'),
  weekdays: weekdayNames(tag, 'long'),
  isDayFirst: true,
  list: (parts) => commas.format(parts),
  clauses: (parts) => parts.join('; '),
  sentence: (words) => `${words}.`,
  sentences: (parts) => parts.map((part) => `${part}.`).join(' '),
};
