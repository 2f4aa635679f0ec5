import { editDistance } from '../../kernel/words/edit-distance.js';
import { foldSpelling } from '../../kernel/words/folding.js';

/** Industries as tables name them; a word one letter off is a typing slip. */
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
 * Corrects a word: another spelling of the same letters (GTXPro for GTX Pro), or one letter off in a word of
 * five or more (technolgy). Undefined if the word is right or unknown.
 */
export function correctedWord(word: string, right: readonly string[]): string | undefined {
  if (word === '' || right.includes(word)) return undefined;
  const folded = foldSpelling(word);
  const same = right.find((candidate) => foldSpelling(candidate) === folded);
  if (same !== undefined) return same.toLowerCase() === word.toLowerCase() ? undefined : same;
  if (folded.length < 5) return undefined;
  const near = right.filter((candidate) => editDistance(folded, foldSpelling(candidate)) === 1);
  return near.length === 1 ? near[0] : undefined;
}

/** Corrects the name of an industry. */
export const correctedIndustry = (word: string) => correctedWord(word, industries);
/** Corrects the name of a country. */
export const correctedCountry = (word: string) => correctedWord(word, countries);
