import { type ByLanguage, everyWording } from '../../texts/languages.js';
import { fold } from './nearest-words.js';

/** Something people name in their own words. */
export interface Nameable {
  key: string;
  name: ByLanguage;
  aliases: readonly string[];
}

export type FoundNames<T> =
  | { kind: 'one'; item: T }
  /** The words fit several; the person has to pick. */
  | { kind: 'several'; items: T[] }
  | { kind: 'none' };

/**
 * Finds what the words name: a whole key, name or alias first, then the beginning of one, then a part of one.
 * The first way that finds anything decides. Width, case and spaces make no difference.
 */
export function findNamed<T extends Nameable>(items: readonly T[], words: string): FoundNames<T> {
  const wanted = fold(words);
  if (wanted === '') return { kind: 'none' };
  const ways = [
    (word: string) => word === wanted,
    (word: string) => word.startsWith(wanted),
    (word: string) => word.includes(wanted),
  ];
  for (const fits of ways) {
    const found = items.filter((item) =>
      [item.key, ...everyWording(item.name), ...item.aliases].some((word) => fits(fold(word))),
    );
    const [only] = found;
    if (only && found.length === 1) return { kind: 'one', item: only };
    if (found.length > 1) return { kind: 'several', items: found };
  }
  return { kind: 'none' };
}
