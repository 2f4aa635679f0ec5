import { literalPattern } from '../words/literal-pattern.js';

const honorific = String.raw`(?:mrs|mr|miss|ms|dr|prof|professor|doctor)\.?\s+`;
const atHead = new RegExp(`^${honorific}`, 'iu');

/** Words that begin a surname of several words: St. Pierre, van der Berg, de la Cruz. */
export const surnameParticle =
  "(?:st|van|von|der|den|ter|ten|de|del|della|di|da|dos|la|le|el|al|bin|ben|mac|mc|o')";
const particle = new RegExp(`^${surnameParticle}\\.?$`, 'iu');

/** Whether a name begins with Mr, Dr and the like. */
export const isTitled = (name: string): boolean => atHead.test(name);

/** Whether a name begins with Mr, Dr and the like, and is written in small letters: "dr st pierre". */
export const isSmallTitled = (name: string): boolean =>
  new RegExp(`^${honorific}\\p{Ll}`, 'u').test(name.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()));

/** The surname of a Latin name, with the words that begin it: Dr. Anne-Marie St. Pierre → St. Pierre; undefined for one word. */
export function surnameOf(name: string): string | undefined {
  const words = name.replace(atHead, '').trim().split(/\s+/);
  if (!/^\p{Script=Latin}/u.test(words.at(-1) ?? '') || (words.length < 2 && !atHead.test(name)))
    return undefined;
  let from = words.length - 1;
  while (from > 1 && particle.test(words[from - 1] ?? '')) from -= 1;
  return words.slice(from).join(' ');
}

/** A pattern of how somebody is spoken of by surname: "dr st pierre", "Ms. Patel"; a surname of several words alone as well. */
export function surnamePattern(name: string): string | undefined {
  const surname = surnameOf(name);
  if (!surname) return undefined;
  const words = surname.split(/\s+/).map((word) => `${literalPattern(word.replace(/\.$/u, ''))}\\.?`);
  const isLong = words.length > 1;
  return `(?<![\\p{L}])(?:${honorific})${isLong ? '?' : ''}${words.join('\\s+').replace(/\\\.\?$/u, '')}(?![\\p{L}])`;
}

/** Whether words with Mr, Dr and the like mean the one who is called so: "dr st pierre", Dr. Anne-Marie St. Pierre. */
export function isCalledBySurname(name: string, said: string): boolean {
  const pattern = atHead.test(said) ? surnamePattern(name) : undefined;
  return pattern !== undefined && new RegExp(`^${pattern}$`, 'iu').test(said.trim());
}
