import { formatsIn, type Locale } from '../../texts/languages.js';

/**
 * Formats minor units without loss: with a unit (万, 亿, M, bn) only if four significant digits express it
 * exactly, else with separators. `readAmount` reads it back.
 */
export function formatAmount(minor: number, locale: Locale): string {
  if (minor < 0) return `-${formatAmount(-minor, locale)}`;
  const { amountUnits, number, exactAmount } = formatsIn(locale);
  for (const [size, name, places] of amountUnits) {
    if (minor < size * 100) continue;
    const figure = minor / (size * 100);
    const shown = Number(figure.toFixed(places));
    if (Math.round(shown * size * 100) === minor && significantDigits(shown) <= 4)
      return number(shown) + name;
  }
  const major = Math.floor(minor / 100);
  const rest = Math.round(minor - major * 100);
  const figure = number(major) + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`);
  return exactAmount(figure, minor < 1_000_000 && minor % 100 === 0);
}

/**
 * Formats minor units rounded to three significant digits, for headlines and axes: 30.6万, 1.24亿, 306K, 1.24M.
 */
export function formatAmountShort(minor: number, locale: Locale): string {
  if (minor < 0) return `-${formatAmountShort(-minor, locale)}`;
  const { shortAmountUnits, number, roundAmount } = formatsIn(locale);
  for (const [size, name] of shortAmountUnits) {
    const figure = Number((minor / (size * 100)).toPrecision(3));
    if (figure >= 1) return number(figure) + name;
  }
  return roundAmount(number(Math.round(minor / 100)));
}

function significantDigits(value: number): number {
  return String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}
