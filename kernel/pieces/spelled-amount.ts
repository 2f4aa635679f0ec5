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
const below = `(?:an?(?= (?:million|thousand))|(?:an?|\\d|${one}) hundred(?:[ -](?:and )?${one}(?:[ -]${one})?)?|${one}(?:[ -]${one})?)`;
const part = `${below}(?: and a half| point ${one}(?: ${one})?)? ${scale}(?: and a half)?`;

/** A sum in words: forty-five thousand dollars, half a million, a quarter of a million, two million five hundred thousand. */
const spelled = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<share>(?:a )?half (?:of )?a|a quarter (?:of a|(?=million))|three quarters of a) ?(?<of>${scale})|(?<sum>${part}(?:(?: and)? ${part})*))(?![\\p{L}\\d])(?<unit> (?:dollars|euros|pounds|bucks|quid|usd|eur|gbp|francs|rupees|yuan))?`,
  'giu',
);

/** Finds sums of money that are written in English words. */
export function findSpelledAmounts(text: string): Match<PieceOf<'amount'>>[] {
  return [...text.matchAll(spelled)].flatMap((found) => {
    const { share, of = '', sum = '', unit } = found.groups ?? {};
    // Of nothing counted: "a million people", "a thousand thanks".
    const isCounted =
      /^an? /iu.test(sum) &&
      /^ (?!on\b|by\b|for\b|in\b|at\b|and\b|to\b|or\b)[a-z]/u.test(text.slice(found.index + found[0].length));
    if (isCounted && !unit) return [];
    const value = share ? sharesOf(share) * (big[of.toLowerCase()] ?? 1) : sumOf(sum);
    const to = found.index + found[0].length;
    return [{ piece: { kind: 'amount' as const, value: Math.round(value * 100) }, from: found.index, to }];
  });
}

function sharesOf(words: string): number {
  if (/three/iu.test(words)) return 0.75;
  return /half/iu.test(words) ? 0.5 : 0.25;
}

function sumOf(words: string): number {
  let total = 0;
  let group = 0;
  let last = 1;
  // Digits behind a spoken point: one point two five million.
  let behind = 0;
  for (const word of words
    .toLowerCase()
    .replace(/\ba half/gu, 'half')
    .split(/[ -]+/)) {
    const size = big[word];
    if (size) {
      total += Math.round((group || 1) * size * 100) / 100;
      group = 0;
      behind = 0;
      last = size;
    } else if (word === 'point') behind = 1;
    else if (behind > 0) {
      behind /= 10;
      group += (small[word] ?? 0) * behind;
    } else if (word === 'half') {
      if (group > 0) group += 0.5;
      else total += last / 2;
    } else if (word === 'hundred') group = (group || 1) * 100;
    else group += /^\d$/.test(word) ? Number(word) : word === 'a' || word === 'an' ? 1 : (small[word] ?? 0);
  }
  return total + group;
}
