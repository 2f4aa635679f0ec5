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
    // With the 0 before the area code that most of the world dials inside its own country, in groups.
    String.raw`|(?<national>(?<!\d[ -])(?!010[ -]?[01])(?:\(0[1-9]\d{0,3}\)|0[1-9]\d{0,4})(?: ?\/ ?|[ -])\d{2,8}(?:[ -]\d{2,6}){0,3}(?:-\d)?|0[1-9](?:\.\d{2}){4}|0[1-9]\d{8,9}|555-\d{4})(?:\s?(?:x|ext\.?|extension)\s?(?<local>\d{1,6}))?`,
    String.raw`|(?<dialled>00[1-9]\d{0,2}(?:[ .-]\(?\d{1,8}\)?){1,5})`,
    String.raw`|(?<american>(?:\+?1[ .-]?)?(?:\(\d{3}\) ?\d{3}[ .-]|\d{3}[.-]\d{3}[.-]|[2-9]\d{2} [2-9]\d{2} |(?<=\+1)\d{6})\d{4})(?:(?:-|\s?(?:x|ext\.?|extension|#)\s?)(?<more>\d{1,6}))?`,
    String.raw`|(?<foreign>\+(?!86)[1-9]\d{0,2}(?:[ ./-]?\(?\d{1,4}\)?){2,6})(?:\s?(?:x|ext\.?|extension)\s?(?<foreignMore>\d{1,6}))?`,
    ')',
    String.raw`(?![\d.]\d|-\d|\w)`,
  ].join(''),
  'giu',
);

/**
 * Finds phone numbers: Chinese mobiles and landlines, 400 numbers, American ones with an extension, those of
 * other countries with the 0 of their area code, international ones.
 */
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
  if (g.national) {
    const number = g.national.replace(/\D/g, '');
    const isSeven = g.national.startsWith('555-');
    if (!isSeven && (number.length < 9 || number.length > 12)) return undefined;
    return g.local ? `${number}-${g.local}` : number;
  }
  const digits = (g.service ?? g.foreign ?? g.dialled ?? g.american ?? '')
    .replace('(0)', '')
    .replace(/\D/g, '');
  // With its country, so that the digits are read as the same number again.
  if (g.american) return `+1${digits.slice(-10)}${g.more ? `-${g.more}` : ''}`;
  if (!g.foreign && !g.dialled) return digits;
  const number = g.dialled ? digits.slice(2) : digits;
  // E.164 allows fifteen digits; no country's numbers have fewer than eight with their code.
  if (number.length < 8 || number.length > 15) return undefined;
  return `+${number}${g.foreignMore ? `-${g.foreignMore}` : ''}`;
}

/**
 * Reads the number that the whole text is, in digits (with + before a country other than China), or
 * undefined.
 */
export function readPhone(text: string): string | undefined {
  // A number as it is stored: alone it can be nothing else.
  const stored = /^\s*(?<number>(?:0[1-9]\d{7,10}|555\d{4}|\+(?!86)[1-9]\d{7,14})(?:-\d{1,6})?)\s*$/u.exec(
    text,
  );
  return stored?.groups?.number ?? whole(text, findPhones(text))?.value;
}
