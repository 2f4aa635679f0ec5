import { pinyin } from 'pinyin-pro';
import { lettersLeftOut } from '../../kernel/words/edit-distance.js';
import { foldName } from '../../kernel/words/folding.js';

/** A folded form of a customer's name, as the name index stores it. */
export interface NameKey {
  key: string;
  kind: 'name' | 'alias' | 'pinyin' | 'initials' | 'near';
}

/** Least letters of pinyin that mean a customer by the beginning of its name: two syllables. */
const leastSpelling = 4;

/** Whether folded words may be the beginning of a name in pinyin. */
export const isSpelling = (folded: string): boolean =>
  folded.length >= leastSpelling && /^[a-z]+$/u.test(folded);

/** Every key under which a customer of this name is found. */
export function nameKeys(name: string, kind: 'name' | 'alias' = 'name'): NameKey[] {
  const folded = foldName(name);
  if (folded === '') return [];
  const keys: NameKey[] = [{ key: folded, kind }];
  if (/\p{Script=Han}/u.test(folded)) {
    const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true });
    keys.push({ key: syllables.join(''), kind: 'pinyin' });
    keys.push({ key: syllables.map((syllable) => syllable[0] ?? '').join(''), kind: 'initials' });
  }
  for (const key of lettersLeftOut(folded)) keys.push({ key, kind: 'near' });
  const seen = new Set<string>();
  return keys.filter(
    ({ key, kind }) => key !== '' && !seen.has(`${kind} ${key}`) && seen.add(`${kind} ${key}`),
  );
}
