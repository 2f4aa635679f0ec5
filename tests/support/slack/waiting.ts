import { patienceMs } from '../patience.js';

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Looks again and again until there is something; says what was seen instead when it takes too long. */
export async function eventually<T>(
  look: () => T | undefined | null | false,
  tell: () => string,
): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() >= until) throw new Error(`waited ${patienceMs} ms for ${tell()}`);
    await sleep(4);
  }
}

/** Whether the words stand in the text. */
export const matches = (text: string, words: RegExp | string): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);
