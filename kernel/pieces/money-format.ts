import { formatsIn, type Locale } from '../../texts/languages.js';
import { signOf } from './currency-signs.js';

/** Who reads an amount, and the company's currency; every context is one. */
export interface MoneyReader {
  locale: Locale;
  process: { currency: string };
}

/**
 * Formats minor units of a currency (the company's, if none is given) without loss: with a unit (万, 亿, M, bn) only if four
 * significant digits express it exactly, else with separators. `readAmount` reads it back.
 */
export function formatAmount(minor: number, reader: MoneyReader, currency = reader.process.currency): string {
  if (minor < 0) return `-${formatAmount(-minor, reader, currency)}`;
  const { amountUnits, number, exactAmount, amountIn } = formatsIn(reader.locale);
  const sign = signOf(currency, reader.process.currency);
  for (const [size, name, places] of amountUnits) {
    if (minor < size * 100) continue;
    const figure = minor / (size * 100);
    const shown = Number(figure.toFixed(places));
    if (Math.round(shown * size * 100) === minor && significantDigits(shown) <= 4)
      return amountIn(number(shown) + name, currency, sign);
  }
  return exactAmount(
    plainFigure(minor, reader.locale),
    currency,
    sign,
    minor < 1_000_000 && minor % 100 === 0,
  );
}

/**
 * Formats minor units of the company's currency rounded to three significant digits, for headlines and axes: 30.6万, 1.24亿,
 * $306K, $1.24M.
 */
export function formatAmountShort(minor: number, reader: MoneyReader): string {
  if (minor < 0) return `-${formatAmountShort(-minor, reader)}`;
  const { shortAmountUnits, number, exactAmount, amountIn } = formatsIn(reader.locale);
  const { currency } = reader.process;
  const sign = signOf(currency, currency);
  for (const [size, name] of shortAmountUnits) {
    const figure = Number((minor / (size * 100)).toPrecision(3));
    if (figure >= 1) return amountIn(number(figure) + name, currency, sign);
  }
  return exactAmount(number(Math.round(minor / 100)), currency, sign, true);
}

/** Minor units as a figure with separators and no currency: what a person types into a field of an amount. */
export function plainFigure(minor: number, locale: Locale): string {
  const major = Math.floor(minor / 100);
  const rest = Math.round(minor - major * 100);
  return formatsIn(locale).number(major) + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`);
}

function significantDigits(value: number): number {
  return String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}
