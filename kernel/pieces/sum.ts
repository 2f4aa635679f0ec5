import type { Locale } from '../../texts/languages.js';
import { currencyMeant } from './currency-said.js';
import { plainFigure } from './money-format.js';

/** A sum with the currency that was named: a code, or a mark that several share ($, ¥, 元, kr). */
export type NamedSum = { minor: number; currency: string };

/** A sum as it was said: minor units of the record's own currency where none was named. */
export type Sum = number | NamedSum;

/** Whether a value of a call is a sum. */
export const isSum = (value: unknown): value is Sum =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && 'minor' in value);

export const sumOf = (minor: number, currency?: string): Sum =>
  currency === undefined ? minor : { minor, currency };

export const minorOf = (sum: Sum): number => (typeof sum === 'number' ? sum : sum.minor);

/** The code of the currency that a sum names, undefined if it names none. Throws nothing: a mark of several stays as it is. */
export const currencyOfSum = (sum: Sum, home: string): string | undefined =>
  typeof sum === 'number' ? undefined : (currencyMeant(sum.currency, home) ?? sum.currency);

/** Minor units of the company's currency, or undefined for a sum in another. */
export const homeSum = (sum: Sum, home: string | undefined): number | undefined =>
  typeof sum === 'number' || home === undefined || currencyOfSum(sum, home) === home
    ? minorOf(sum)
    : undefined;

/** A sum as a person types it: 45,000, $45,000, EUR 45,000. */
export function writeSum(sum: Sum, locale: Locale): string {
  const figure = plainFigure(minorOf(sum), locale);
  if (typeof sum === 'number') return figure;
  const { currency } = sum;
  if (currency === '元') return figure + currency;
  return currency.length === 1 ? currency + figure : `${currency} ${figure}`;
}
