import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Normalises a line for the readers: half-width ASCII, straight quotes, plain spaces, simplified characters.
 * Everything else stays as typed.
 */
export function normalise(text: string): string {
  return toSimplified(foldWidth(text));
}

/**
 * The same for matching inside a text: never changes its length, so that a position in the folded text is the
 * same position in the text as it was typed.
 */
export function foldInPlace(text: string): string {
  if (text === folded.text) return folded.result;
  const narrow = foldWidth(text);
  const simplified = toSimplified(narrow);
  folded = { text, result: simplified.length === text.length ? simplified : narrow };
  return folded.result;
}

/** Caches the last line, which a dozen readers fold in turn. */
let folded = { text: '', result: '' };

/** Folds words for comparison: width, letter case, white space and traditional characters make no difference. */
export function foldWords(words: string): string {
  return toSimplified(words.normalize('NFKC')).toLowerCase().replace(/\s+/g, '');
}

/** Folds a table's heading or a name in its cells for comparison: like `foldWords`, and joining signs go too. */
export function foldSpelling(words: string): string {
  return foldWords(words).replace(/[_\-./:：*()]+/g, '');
}

/** Legal forms and the like: 星河科技有限公司 is 星河科技, Acme Inc. is Acme. */
const legalForm =
  /(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司|,?\s+(?:inc|ltd|llc|co|corp|corporation|company|gmbh|limited|group)\.?)+$/iu;

/** Folds a company's or a person's name to what two spellings share: no case, spaces, marks, legal form or traditional characters. */
export function foldName(name: string): string {
  const plain = toSimplified(name.normalize('NFKC')).trim().toLowerCase();
  const short = plain.replace(/\([^)]*\)$/u, '').replace(legalForm, '');
  return (short.trim() || plain).replace(/[\s\p{C}·.,'’"“”&-]+/gu, '');
}

/** Whether words are the first whole words of a name in Latin letters: "Lantern Hill" of Lantern Hill Vineyards, "jp morgan". */
export function beginsName(words: string, name: string): boolean {
  const said = bareLetters(words);
  const parts = name.trim().split(/\s+/u);
  return said !== '' && parts.some((_, at) => bareLetters(parts.slice(0, at + 1).join(' ')) === said);
}

const bareLetters = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

const latinAnd = /\s*&\s*|\s+(?:and|\+)\s+/giu;
const hanAnd = /(?<=\p{Script=Han}{2})\s*[与和及&]\s*(?=\p{Script=Han}{2})/gu;

/**
 * The folds of all spellings of a name, its own first: "Brook and Vine" is also "Brook & Vine", 山月与海风 also 山月和海风. A name
 * is stored under its own fold, so it is looked for under each of these.
 */
export function nameSpellings(name: string): string[] {
  const spelt = [name];
  if (name.search(latinAnd) >= 0) spelt.push(...[' & ', ' and '].map((sign) => name.replace(latinAnd, sign)));
  if (name.search(hanAnd) >= 0) spelt.push(...['与', '和', '&'].map((sign) => name.replace(hanAnd, sign)));
  return [...new Set(spelt.map(foldName))];
}

/** Each replaced character is one UTF-16 unit for one. */
function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]|[\u00a0\u2002-\u200a\u202f\u3000]|[“”„‟]|[‘’‚‛]/g, (char) => {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if ('“”„‟'.includes(char)) return '"';
    return '‘’‚‛'.includes(char) ? "'" : ' ';
  });
}

/** The dictionary takes some megabytes, so it is loaded for the first text that needs it. */
function toSimplified(text: string): string {
  if (!mayBeTraditional(text)) return text;
  convert ??= loadConverter();
  return convert(text);
}

let convert: ((text: string) => string) | undefined;

function loadConverter(): (text: string) => string {
  const opencc: typeof import('opencc-js/t2cn') = require('opencc-js/t2cn');
  return opencc.Converter({ from: 't', to: 'cn' });
}

let simplified: Set<string> | undefined;

/** Whether a text has a Chinese character outside GB 2312, which holds the 6,763 common simplified ones. */
function mayBeTraditional(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu);
  if (!chinese) return false;
  simplified ??= gb2312();
  return chinese.some((char) => !simplified?.has(char));
}

function gb2312(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gb2312').decode(new Uint8Array(bytes)));
}
