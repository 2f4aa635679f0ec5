import { editDistance, isOneApart } from '../../kernel/words/edit-distance.js';
import { foldName } from '../../kernel/words/folding.js';
import type { KeyHit } from '../../store/customers/customer-name-hits.js';
import { isSpelling, nameKeys } from '../../store/customers/name-keys.js';

/**
 * Returns a test whether the words may mean a name key of the speaker's own customer: roughly its beginning.
 */
export function nameLikeness(said: string): (one: KeyHit) => boolean {
  const words = foldName(said);
  if (words.length < 2) return () => false;
  const isHan = /^\p{Script=Han}+$/u.test(words);
  const sound = isHan ? nameKeys(words).find(({ kind }) => kind === 'pinyin')?.key : undefined;
  return ({ key, kind, customer }) => {
    if (kind === 'pinyin' && isSpelling(words)) return key.startsWith(words);
    if (kind === 'pinyin')
      return sound !== undefined && key.startsWith(sound) && sharesStart(words, customer.name);
    if (key.startsWith(words) || (isHan && isAbbreviation(words, key))) return true;
    if (words.length < 4 || words[0] !== key[0]) return false;
    if (isHan) return isOneApart(words, key);
    return [key, firstWord(customer.name)].some((name) => editDistance(words, name) <= 1);
  };
}

/** Tells whether one of the first two characters is the same: 云衫 sounds like the beginning of 云杉科技. */
const sharesStart = (words: string, name: string): boolean => words[0] === name[0] || words[1] === name[1];

const firstWord = (name: string): string => foldName(name.split(' ')[0] ?? '');

/** Tells whether the words are the first characters of the name's two words: 海物 for 海川物流. */
const isAbbreviation = (words: string, name: string): boolean =>
  words.length === 2 && name.length === 4 && words[0] === name[0] && words[1] === name[2];
