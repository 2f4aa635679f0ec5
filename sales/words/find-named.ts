import { foldWords } from '../../kernel/words/folding.js';
import { type ByLanguage, everyWording } from '../../texts/languages.js';

/** Something people name in their own words. */
export interface Nameable {
  key: string;
  name: ByLanguage;
  aliases: readonly string[];
}

export type FoundNames<T> =
  | { kind: 'one'; item: T }
  /** The words fit several items; the person has to pick. */
  | { kind: 'several'; items: T[] }
  | { kind: 'none' };

/**
 * Finds what the words name: an equal key, name or alias, else one beginning with the words, else one
 * containing them. Width, case and spaces are ignored.
 */
export function findNamed<T extends Nameable>(items: readonly T[], words: string): FoundNames<T> {
  const folded = foldWords(words);
  if (folded === '') return { kind: 'none' };
  const ways = [
    (word: string) => word === folded,
    (word: string) => word.startsWith(folded),
    (word: string) => word.includes(folded),
  ];
  for (const fits of ways) {
    const found = items.filter((item) =>
      [item.key, ...everyWording(item.name), ...item.aliases].some((word) => fits(foldWords(word))),
    );
    const [only] = found;
    if (only && found.length === 1) return { kind: 'one', item: only };
    if (found.length > 1) return { kind: 'several', items: found };
  }
  return { kind: 'none' };
}
