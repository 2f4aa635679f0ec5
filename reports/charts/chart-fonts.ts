import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { GlobalFonts } from '@napi-rs/canvas';
import { wordsInEach } from '../../texts/languages.js';

/** Noto Sans SC: a hundred files with some of the characters each. */
const font = '@fontsource-variable/noto-sans-sc';
const { resolve } = createRequire(import.meta.url);

/** Characters that axes and values always need. */
const always = [
  '0123456789.,%-–…↓$€£¥₹₩₪₱฿ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...wordsInEach(({ formats }) => [
    formats.currencyCharacters,
    formats.exactAmount('', 'CNY', '¥', true),
    ...[...formats.amountUnits, ...formats.shortAmountUnits].map(([, name]) => name),
  ]),
].join('');

/** A font file's name and its characters, as pairs of first and last. */
type Part = [name: string, ranges: [from: number, to: number][]];

let parts: Promise<Part[]> | undefined;
const registered = new Set<string>();

/**
 * Registers the fonts that a text needs and returns their family names. Reads only the files that hold its
 * characters: reading all takes half a second and 40 MB. Each file is its own family, so that it comes before
 * the system's fonts.
 */
export async function familiesFor(text: string, fonts: typeof GlobalFonts): Promise<string> {
  parts ??= readParts();
  const names = partsOf(text + always, await parts);
  for (const name of names) {
    if (registered.has(name)) continue;
    if (
      !fonts.registerFromPath(resolve(`${font}/files/noto-sans-sc-${name}-wght-normal.woff2`), family(name))
    ) {
      throw new Error(`the font file ${name} of ${font} cannot be read`);
    }
    registered.add(name);
  }
  return [...names.map(family), 'sans-serif'].join(', ');
}

const family = (part: string): string => `Noto-SC-${part}`;

/**
 * Finds the files for a text. If two hold a character the later one counts, as in CSS: Latin words take the
 * Latin file.
 */
function partsOf(text: string, all: Part[]): string[] {
  const names = new Set<string>();
  for (const char of new Set(text)) {
    const code = char.codePointAt(0) ?? 0;
    const found = all.findLast(([, ranges]) => ranges.some(([from, to]) => from <= code && code <= to));
    if (found) names.add(found[0]);
  }
  return [...names].sort().reverse();
}

/** Reads the list of files, keyed `[119]` or `latin`, with ranges as in CSS: `U+4e00,U+4e03-4e0a`. */
async function readParts(): Promise<Part[]> {
  const list: Record<string, string> = JSON.parse(await readFile(resolve(`${font}/unicode.json`), 'utf8'));
  return Object.entries(list).map(([name, ranges]) => [
    name.replace(/^\[|\]$/g, ''),
    ranges.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  ]);
}
