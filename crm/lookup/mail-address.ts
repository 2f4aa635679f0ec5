const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;

/** The mail address in some words, in small letters, and what is left of them. */
export function mailIn(words: string | undefined): { mail?: string; rest: string } {
  const found = words && address.exec(words.normalize('NFKC'));
  if (!found) return { rest: words ?? '' };
  const rest = words.normalize('NFKC').replace(found[0], ' ').replace(/\s+/g, ' ').trim();
  return { mail: found[0].toLowerCase(), rest };
}
