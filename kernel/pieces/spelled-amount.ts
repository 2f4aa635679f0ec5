import { spelledNumbers, spelledTens } from '../words/english-words.js';
import type { Match, PieceOf } from './base/piece.js';

const small: Readonly<Record<string, number>> = {
  ...spelledNumbers,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  ...spelledTens,
};
const big: Readonly<Record<string, number>> = { k: 1000, grand: 1000, thousand: 1000, million: 1_000_000 };
const one = `(?:${Object.keys(small).join('|')})`;
const scale = `(?:${Object.keys(big).join('|')})`;
const below = `(?:(?:an?|\\d|${one}) hundred(?:[ -](?:and )?${one}(?:[ -]${one})?)?|${one}(?:[ -]${one})?)`;
const part = `${below} ${scale}`;

/** A sum in words: forty-five thousand dollars, half a million, a quarter of a million, two million five hundred thousand. */
const spelled = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<share>(?:a )?half (?:of )?a|a quarter of a|three quarters of a) (?<of>${scale})|(?<sum>${part}(?:(?: and)? ${part})*))(?![\\p{L}\\d])(?: (?:dollars|euros|pounds|bucks|quid|usd|eur|gbp))?`,
  'giu',
);

/** Finds sums of money that are written in English words. */
export function findSpelledAmounts(text: string): Match<PieceOf<'amount'>>[] {
  return [...text.matchAll(spelled)].map((found) => {
    const { share, of = '', sum = '' } = found.groups ?? {};
    const value = share ? sharesOf(share) * (big[of.toLowerCase()] ?? 1) : sumOf(sum);
    return {
      piece: { kind: 'amount', value: value * 100 },
      from: found.index,
      to: found.index + found[0].length,
    };
  });
}

function sharesOf(words: string): number {
  if (/three/iu.test(words)) return 0.75;
  return /half/iu.test(words) ? 0.5 : 0.25;
}

function sumOf(words: string): number {
  let total = 0;
  let group = 0;
  for (const word of words.toLowerCase().split(/[ -]+/)) {
    const size = big[word];
    if (size) {
      total += (group || 1) * size;
      group = 0;
    } else if (word === 'hundred') group = (group || 1) * 100;
    else group += /^\d$/.test(word) ? Number(word) : word === 'a' || word === 'an' ? 1 : (small[word] ?? 0);
  }
  return total + group;
}
