import { foldWords } from './folding.js';

/** Letters to change, leave out, add or swap with their neighbour to turn one word into the other. */
export function editDistance(left: string, right: string): number {
  const from = [...left];
  const to = [...right];
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      const areSwapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other;
      const swapped = areSwapped ? (before[j - 1] ?? 0) + 1 : changed;
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, changed, swapped));
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}

/**
 * The items one of whose spellings is near enough to `word` to be a slip of the hand (one letter off in three,
 * at least one), nearest first. Width, case and white space make no difference.
 */
export function nearItems<T>(
  word: string,
  items: Iterable<T>,
  spellings: (item: T) => readonly string[],
): T[] {
  const wanted = foldWords(word);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  // Each letter that one spelling has more is one letter off, so most are never compared letter by letter.
  const distanceTo = (spelling: string) =>
    Math.abs(wanted.length - spelling.length) > most ? Infinity : editDistance(wanted, spelling);
  return [...items]
    .map((item) => ({
      item,
      distance: Math.min(...spellings(item).map((spelling) => distanceTo(foldWords(spelling)))),
    }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .map(({ item }) => item);
}

/** The candidate nearest to `word`, or undefined if none is near enough to be a slip of the hand. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearItems(word, candidates, (candidate) => [candidate])[0];
}

/** Longer names are not looked up by one letter off: too many keys, and nobody mistypes only one there. */
const longestLeftOut = 20;

/** The name with each letter left out once: two names one letter apart share at least one of these. */
export function lettersLeftOut(folded: string): string[] {
  const letters = [...folded];
  if (letters.length < 2 || letters.length > longestLeftOut) return [];
  return [...new Set(letters.map((_, n) => letters.toSpliced(n, 1).join('')))];
}

/**
 * Whether two folded names are at most one letter apart (changed, left out, added). Two letters that changed
 * places count as two: 伟张 is another name than 张伟.
 */
export function isOneApart(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.slice(short.length === long.length ? at + 1 : at).join('');
  return rest === long.slice(at + 1).join('');
}
