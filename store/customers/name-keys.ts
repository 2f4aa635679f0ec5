import { pinyin } from 'pinyin-pro';

/** A folded form of a customer's name, as the name index stores it. */
export interface NameKey {
  key: string;
  kind: 'name' | 'alias' | 'pinyin' | 'initials' | 'near';
}

/** Legal forms at the end of a name: 星河科技有限公司 ("Xinghe Technology Co., Ltd.") is 星河科技, Acme Inc. is Acme. */
const legalForm =
  /(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司|,?\s+(?:inc|ltd|llc|co|corp|corporation|company|gmbh|limited|group)\.?)+$/iu;

/** Longest name (in letters) indexed by one letter off: longer ones would make too many keys. */
const nearUpTo = 20;

/**
 * Folds a name: no case, spaces, punctuation or legal form, so that two spellings of one customer are equal.
 */
export function foldName(name: string): string {
  const plain = name.normalize('NFKC').trim().toLowerCase();
  const short = plain.replace(/\([^)]*\)$/u, '').replace(legalForm, '');
  return (short.trim() || plain).replace(/[\s\p{C}·.,'’"“”&-]+/gu, '');
}

/** Lists every key under which a customer of this name is found. */
export function nameKeys(name: string, kind: 'name' | 'alias' = 'name'): NameKey[] {
  const folded = foldName(name);
  if (folded === '') return [];
  const keys: NameKey[] = [{ key: folded, kind }];
  if (/\p{Script=Han}/u.test(folded)) {
    const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true });
    keys.push({ key: syllables.join(''), kind: 'pinyin' });
    keys.push({ key: syllables.map((syllable) => syllable[0] ?? '').join(''), kind: 'initials' });
  }
  for (const key of oneOff(folded)) keys.push({ key, kind: 'near' });
  const seen = new Set<string>();
  return keys.filter(
    ({ key, kind }) => key !== '' && !seen.has(`${kind} ${key}`) && seen.add(`${kind} ${key}`),
  );
}

/** Lists the name with each letter left out once: two names one letter apart share at least one entry. */
export function oneOff(folded: string): string[] {
  const letters = [...folded];
  if (letters.length < 2 || letters.length > nearUpTo) return [];
  return [...new Set(letters.map((_, n) => letters.toSpliced(n, 1).join('')))];
}

/** Whether two folded names differ by at most one letter (changed, left out or added). */
export function isOneApart(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.slice(short.length === long.length ? at + 1 : at).join('');
  return rest === long.slice(at + 1).join('');
}
