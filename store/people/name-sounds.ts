import { pinyin } from 'pinyin-pro';
import { nameKeys } from '../customers/name-keys.js';

const known = new Map<string, string>();
const spelt = new Map<string, string[]>();

/** How a Chinese name sounds in Latin letters, lilei for 李雷 ("Li Lei"), or undefined for any other name. */
export function soundOf(name: string): string | undefined {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return undefined;
  const sound = known.get(name) ?? nameKeys(name).find(({ kind }) => kind === 'pinyin')?.key;
  if (sound !== undefined) known.set(name, sound);
  return sound;
}

/** Ways to type a Chinese name in Latin letters: lilei, `li lei`, `lǐ léi` for 李雷; none for any other name. */
export function spellingsOf(name: string): string[] {
  if (soundOf(name) === undefined) return [];
  const before = spelt.get(name);
  if (before) return before;
  const toned = pinyin(name, { type: 'array' });
  const plain = pinyin(name, { type: 'array', toneType: 'none', v: true });
  const all = [...new Set([plain, toned].flatMap((one) => [one.join(''), one.join(' ')]))];
  spelt.set(name, all);
  return all;
}
