import type { KeyHit } from '../../store/customers/customer-name-hits.js';
import { foldName, isOneApart, nameKeys } from '../../store/customers/name-keys.js';

/** Tells of a key of one's own customer whether the words may mean it: they are its beginning, near enough. */
export function nameLikeness(said: string): (one: KeyHit) => boolean {
  const words = foldName(said);
  if (words.length < 2) return () => false;
  const isHan = /^\p{Script=Han}+$/u.test(words);
  const sound = isHan ? nameKeys(words).find(({ kind }) => kind === 'pinyin')?.key : undefined;
  return ({ key, kind, customer }) => {
    if (kind === 'pinyin')
      return sound !== undefined && key.startsWith(sound) && sharesStart(words, customer.name);
    if (key.startsWith(words) || (isHan && isAbbreviation(words, key))) return true;
    if (words.length < 4 || words[0] !== key[0]) return false;
    if (isOneApart(words, key)) return true;
    const first = firstWord(customer.name);
    return !isHan && (isOneApart(words, first) || areSwapped(words, first) || areSwapped(words, key));
  };
}

/** 云衫 for 云杉科技: the same sounds, and one of the first two characters is the same. */
const sharesStart = (words: string, name: string): boolean => words[0] === name[0] || words[1] === name[1];

const firstWord = (name: string): string => foldName(name.split(' ')[0] ?? '');

/** 海物 for 海川物流: the first characters of its two words. */
const isAbbreviation = (words: string, name: string): boolean =>
  words.length === 2 && name.length === 4 && words[0] === name[0] && words[1] === name[2];

/** Bluebrid for Bluebird: two neighbours changed places. */
function areSwapped(said: string, name: string): boolean {
  if (said.length !== name.length) return false;
  const at = [...said].findIndex((char, n) => char !== name[n]);
  return said[at] === name[at + 1] && said[at + 1] === name[at] && said.slice(at + 2) === name.slice(at + 2);
}
