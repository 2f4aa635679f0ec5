const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;

/** Finds the mail address in the words, in lower case, and the remaining words. */
export function mailIn(words: string | undefined): { mail?: string; rest: string } {
  const found = words && address.exec(words.normalize('NFKC'));
  if (!found) return { rest: words ?? '' };
  const rest = words.normalize('NFKC').replace(found[0], ' ').replace(/\s+/g, ' ').trim();
  return { mail: found[0].toLowerCase(), rest };
}
