import type { Locale } from '../../texts/languages.js';

/**
 * Formats minor units without loss: with a unit (万, 亿, M, bn) only if four significant digits express it
 * exactly, else with separators. `readAmount` reads it back.
 */
export function formatAmount(minor: number, locale: Locale): string {
  if (minor < 0) return `-${formatAmount(-minor, locale)}`;
  const units = locale === 'zh' ? zhUnits : enUnits;
  for (const [size, name, places] of units) {
    if (minor < size * 100) continue;
    const figure = minor / (size * 100);
    const shown = Number(figure.toFixed(places));
    if (Math.round(shown * size * 100) === minor && significantDigits(shown) <= 4)
      return grouped(shown) + name;
  }
  const figure = exact(minor);
  if (locale === 'en') return figure;
  return minor < 1_000_000 && minor % 100 === 0 ? `${figure}元` : `¥${figure}`;
}

/**
 * Formats minor units rounded to three significant digits, for headlines and axes: 30.6万, 1.24亿, 306K, 1.24M.
 */
export function formatAmountShort(minor: number, locale: Locale): string {
  if (minor < 0) return `-${formatAmountShort(-minor, locale)}`;
  const units = locale === 'zh' ? zhUnits : enShortUnits;
  for (const [size, name] of units) {
    const figure = Number((minor / (size * 100)).toPrecision(3));
    if (figure >= 1) return grouped(figure) + name;
  }
  const figure = grouped(Math.round(minor / 100));
  return locale === 'zh' ? `${figure}元` : figure;
}

/** Size in major units, name, and decimal places. */
type Unit = [size: number, name: string, places: number];

const zhUnits: Unit[] = [
  [100_000_000, '亿', 3],
  [10_000, '万', 3],
];
const enUnits: Unit[] = [
  [1_000_000_000, 'bn', 2],
  [1_000_000, 'M', 2],
];
const enShortUnits: Unit[] = [...enUnits, [1000, 'K', 1]];

function significantDigits(value: number): number {
  return String(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

// Created once: toLocaleString would create a formatter at each call, which takes longer than the rest of a
// card.
const grouping = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

const grouped = (value: number): string => grouping.format(value);

function exact(minor: number): string {
  const major = Math.floor(minor / 100);
  const rest = Math.round(minor - major * 100);
  return grouped(major) + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`);
}
