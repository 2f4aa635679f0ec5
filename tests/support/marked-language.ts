/** A language whose every text is another's between ⟦ and ⟧: what stands outside was written by no catalogue. */
export function marked<T>(texts: T): T {
  if (typeof texts === 'string') return (texts === '' ? '' : `⟦${texts}⟧`) as T;
  if (Array.isArray(texts)) return texts.map(marked) as T;
  if (typeof texts === 'function') return ((...args: unknown[]) => marked(texts(...args))) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, marked(text)])) as T;
}

/** What stands outside of every ⟦…⟧; they may stand in each other. */
export function unmarked(line: string): string {
  const inner = /⟦[^⟦⟧]*⟧/gu;
  let left = line;
  while (inner.test(left)) left = left.replace(inner, '');
  return left;
}
