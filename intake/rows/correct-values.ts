import { editDistance } from '../../kernel/words/edit-distance.js';
import { foldSpelling } from '../../kernel/words/folding.js';

/** Industries as tables name them; a word one letter off is a slip of the hand. */
const industries = [
  'technology',
  'medical',
  'healthcare',
  'retail',
  'software',
  'entertainment',
  'marketing',
  'telecommunications',
  'finance',
  'employment',
  'services',
  'manufacturing',
  'education',
  'logistics',
  'construction',
  'real estate',
  'automotive',
  'agriculture',
  'energy',
  'insurance',
  'banking',
  'hospitality',
  'transportation',
  'government',
  'pharmaceuticals',
  'media',
  'electronics',
  'chemicals',
  'aerospace',
];

/** Country names from the runtime's own data. */
const countries = countryNames();

function countryNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code) => names.of(code) ?? []);
}

/**
 * The word as it should be spelt: the same letters written otherwise (GTXPro for GTX Pro), or one letter off in
 * a word of five or more (technolgy). Undefined where the word stands as it is: it is right, or unknown.
 */
export function mended(word: string, right: readonly string[]): string | undefined {
  if (word === '' || right.includes(word)) return undefined;
  const folded = foldSpelling(word);
  const same = right.find((candidate) => foldSpelling(candidate) === folded);
  if (same !== undefined) return same.toLowerCase() === word.toLowerCase() ? undefined : same;
  if (folded.length < 5) return undefined;
  const near = right.filter((candidate) => editDistance(folded, foldSpelling(candidate)) === 1);
  return near.length === 1 ? near[0] : undefined;
}

export const mendedIndustry = (word: string) => mended(word, industries);
export const mendedCountry = (word: string) => mended(word, countries);
