import { foldInPlace } from '../words/folding.js';
import { readNumeral } from './base/numerals.js';
import { type Match, matches, type PieceOf, whole } from './base/piece.js';

const pattern =
  /(?:打了?)?(?:(?<![\d.])(?<n>[1-9]\.\d|[1-9]\d?)|(?<![一二三四五六七八九十百千万])(?<cn>[一二三四五六七八九](?:点?[一二三四五六七八九])?))折(?![叠腾旧线算合中])|(?<![\d.])(?<off>\d{1,2}(?:\.\d)?)%\s(?:off|discount)\b|(?:优惠|让利|折扣)(?<less>\d{1,2}(?:\.\d)?)%/giu;

/**
 * Finds discounts, as the share left to pay: `9折` ("10% off") 0.9, `95折` and `八五折` ("5% off", "15% off") 0.95
 * and 0.85, `10% off` 0.9.
 */
export function findDiscounts(text: string): Match<PieceOf<'discount'>>[] {
  return matches(foldInPlace(text), pattern, (found) => {
    const { n, cn, off, less } = found.groups ?? {};
    const value =
      off || less
        ? 1 - Number(off ?? less) / 100
        : share(n ?? String(readNumeral(cn?.replace('点', '') ?? '')));
    return value > 0 && value < 1 ? { kind: 'discount', value: rounded(value) } : undefined;
  });
}

/** Reads '9', '95' and '9.5' as tenths left to pay. */
function share(digits: string): number {
  return Number(`0.${digits.replace('.', '')}`);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Reads the discount that the whole text is, as the share left to pay (0–1), or undefined. */
export function readDiscount(text: string): number | undefined {
  return whole(text, findDiscounts(text))?.value;
}
