import type { KeyHit } from '../store/name-hits.js';
import { foldName, isOneApart, nameKeys } from '../store/names.js';

/** Whether the words may mean one's own customer, by a key of its: they are its beginning, near enough. */
export function isLike(said: string, one: KeyHit): boolean {
  const words = foldName(said);
  if (words.length < 2) return false;
  if (one.kind === 'pinyin') return soundsLike(words, one);
  if (one.key.startsWith(words) || isAbbreviation(words, one.key)) return true;
  const first = foldName(one.customer.name.split(' ')[0] ?? '');
  return (
    words.length > 3 && (isOneApart(words, one.key) || (/^[a-z]/.test(words) && isOneApart(words, first)))
  );
}

/** 云衫 for 云杉科技: the same sounds, and one of the first two characters is the same. */
function soundsLike(words: string, { key, customer }: KeyHit): boolean {
  if (!/^\p{Script=Han}+$/u.test(words)) return false;
  const name = foldName(customer.name);
  if (words[0] !== name[0] && words[1] !== name[1]) return false;
  const sound = nameKeys(words).find(({ kind }) => kind === 'pinyin')?.key;
  return sound !== undefined && key.startsWith(sound);
}

/** 海物 for 海川物流: the first characters of its two words. */
const isAbbreviation = (words: string, name: string): boolean =>
  /^\p{Script=Han}{2}$/u.test(words) && name.length === 4 && words === `${name[0]}${name[2]}`;
