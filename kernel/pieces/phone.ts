import { foldInPlace } from '../words/folding.js';
import { type Match, matches, type PieceOf, whole } from './base/piece.js';

type Phone = PieceOf<'phone'>;

const pattern = new RegExp(
  [
    String.raw`(?<![\w+.-])`,
    '(?:',
    String.raw`(?<mobile>(?:\+?86[ -]?|0086[ -]?)?1[3-9]\d(?:[ -]?\d{4}[ -]?\d{4}|[ -]?\d{3}[ -]?\d{5})|(?:\+?86[ -]?)?1[3-9]\d{2}[ -]\d{4}[ -]\d{3})`,
    String.raw`|(?<landline>(?:\+86[ -]?(?:10|2\d|[3-9]\d{2})|\(?0(?:10|2\d|[3-9]\d{2})\)?)[ -]?[2-9]\d{2,3}[ -]?\d{4}(?:(?:-|转|\s?ext\.?\s?)(?<ext>\d{1,6}))?)`,
    String.raw`|(?<service>[48]00(?:-\d{3}-\d{4}|-\d{4}-\d{3}| \d{3} \d{4}|-?\d{7}))`,
    String.raw`|(?<american>(?:\+?1[ .-]?)?(?:\(\d{3}\) ?\d{3}[ .-]|\d{3}[.-]\d{3}[.-]|[2-9]\d{2} [2-9]\d{2} |(?<=\+1)\d{6})\d{4})(?:(?:-|\s?(?:x|ext\.?|extension|#)\s?)(?<more>\d{1,6}))?`,
    String.raw`|(?<foreign>\+(?!86)[1-9]\d{0,2}(?:[ .-]?\(?\d{1,4}\)?){2,6})`,
    ')',
    String.raw`(?![\d.]\d|-\d|\w)`,
  ].join(''),
  'giu',
);

/** Finds phone numbers: Chinese mobiles and landlines, 400 numbers, American ones with an extension, international ones. */
export function findPhones(text: string): Match<Phone>[] {
  return matches(foldInPlace(text), pattern, (found) => {
    const value = digitsOf(found.groups ?? {});
    return value === undefined ? undefined : { kind: 'phone', value };
  });
}

function digitsOf(g: Record<string, string | undefined>): string | undefined {
  if (g.mobile) return g.mobile.replace(/\D/g, '').slice(-11);
  if (g.landline) {
    const number = (g.ext ? g.landline.slice(0, -g.ext.length) : g.landline).replace(/\D/g, '');
    const local = g.landline.startsWith('+86') ? `0${number.slice(2)}` : number;
    return g.ext ? `${local}-${g.ext}` : local;
  }
  const digits = (g.service ?? g.foreign ?? g.american ?? '').replace(/\D/g, '');
  // With its country, so that the digits are read as the same number again.
  if (g.american) return `+1${digits.slice(-10)}${g.more ? `-${g.more}` : ''}`;
  if (!g.foreign) return digits;
  // E.164 allows fifteen digits; no country's numbers have fewer than eight with their code.
  return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : undefined;
}

/**
 * Reads the number that the whole text is, in digits (with + before a country other than China), or
 * undefined.
 */
export function readPhone(text: string): string | undefined {
  return whole(text, findPhones(text))?.value;
}
