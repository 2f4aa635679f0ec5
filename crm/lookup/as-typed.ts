import type { FoundPiece, Kind, ReadAt } from '../../kernel/pieces/scan.js';
import { scan } from '../../kernel/pieces/scan.js';
import { foldInPlace } from '../../kernel/words/folding.js';

const letter = /[\p{L}\p{N}]/u;
/** Opening marks that belong to the letter after them. */
const opening = /[《「『“"'(（【[{]/;

/**
 * Returns a text as it was typed: a read line has half-width marks and simplified letters, but a stored text
 * keeps its own. Leaves out pieces and named fields that were taken from the line. Returns the text as read
 * if the line does not contain it whole.
 */
export function asTyped(
  line: string,
  read: string,
  cut: { pieces: Kind[]; named: RegExp; at: ReadAt },
): string {
  const typed = without(line, [
    ...scan(line, new Set(cut.pieces), cut.at),
    ...[...foldInPlace(line).matchAll(cut.named)].map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
    })),
  ]);
  const wanted = lettersOf(foldInPlace(read));
  const there = lettersOf(foldInPlace(typed));
  const from = there.length - wanted.length;
  const isSame = from >= 0 && wanted.every(({ char }, n) => there[from + n]?.char === char);
  if (!isSame || wanted.length === 0) return read;
  let start = there[from]?.at ?? 0;
  while (start > 0 && opening.test(typed[start - 1] ?? '')) start--;
  return typed.slice(start).trim();
}

function without(line: string, found: readonly Pick<FoundPiece, 'from' | 'to'>[]): string {
  return [...found]
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => left.slice(0, from).trimEnd() + left.slice(to), line);
}

const lettersOf = (text: string): { char: string; at: number }[] =>
  [...text.matchAll(/./gsu)].flatMap(({ 0: char, index }) =>
    letter.test(char) ? [{ char, at: index }] : [],
  );
