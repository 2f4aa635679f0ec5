import { nameKeys } from '../customers/name-keys.js';

const known = new Map<string, string>();

/** How a Chinese name sounds in Latin letters, lilei for 李雷 ("Li Lei"), or undefined for any other name. */
export function soundOf(name: string): string | undefined {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return undefined;
  const sound = known.get(name) ?? nameKeys(name).find(({ kind }) => kind === 'pinyin')?.key;
  if (sound !== undefined) known.set(name, sound);
  return sound;
}
