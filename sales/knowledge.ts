/** Words of a text by which it is found: Latin words, numbers, and every pair of neighbouring Chinese characters. */
export function termsOf(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1);
  const plain = text.normalize('NFKC').toLowerCase();
  for (const [run] of plain.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) {
      if (!stopWords.has(run)) add(run.replace(/(?:ing|ed|s)$/, '') || run);
      continue;
    }
    const letters = [...run];
    if (letters.length === 1) add(run);
    for (let n = 0; n + 1 < letters.length; n++) add(`${letters[n]}${letters[n + 1]}`);
  }
  return terms;
}

const stopWords = new Set(
  'a an and are do does for how in is it of on or the to what when where which who why with we'.split(' '),
);

/** How often a term stands in an article, of how many articles it stands in. */
export interface Hit {
  articleId: string;
  term: string;
  times: number;
}

/** Of a question's terms at least this part has to be found, weighed by how rare they are. */
const leastFound = 0.4;

/**
 * Articles by how well they answer, the best first: each term counts the more the rarer it is, and often is little better
 * than once. What holds too little of the question is left out: no answer is better than a wrong one.
 */
export function ranked(asked: readonly string[], hits: readonly Hit[], articles: number): string[] {
  const byTerm = new Map<string, number>();
  for (const { term } of hits) byTerm.set(term, (byTerm.get(term) ?? 0) + 1);
  const rarity = (term: string) => Math.log(1 + articles / (1 + (byTerm.get(term) ?? 0)));
  const whole = asked.reduce((sum, term) => sum + rarity(term), 0);
  const scores = new Map<string, { found: number; score: number }>();
  for (const { articleId, term, times } of hits) {
    const { found, score } = scores.get(articleId) ?? { found: 0, score: 0 };
    const worth = rarity(term);
    scores.set(articleId, { found: found + worth, score: score + worth * (1 + Math.log(times)) });
  }
  return [...scores]
    .filter(([, { found }]) => whole > 0 && found / whole >= leastFound)
    .sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
    .map(([id]) => id);
}

/** A passage fits on a phone's screen. */
const passageLength = 160;

/** The part of an article that answers best: the paragraph, or sentences of it, with most of the question's terms. */
export function passageFor(asked: readonly string[], body: string): string {
  const wanted = new Set(asked);
  const parts = body
    .split(/\n+/)
    .flatMap((paragraph) => (paragraph.length > passageLength ? sentences(paragraph) : [paragraph]))
    .map((part) => part.replace(/^[#>*\-\s]+/, '').trim())
    .filter(Boolean);
  const worth = (part: string) => [...termsOf(part).keys()].filter((term) => wanted.has(term)).length;
  const best = parts.reduce((most, part) => (worth(part) > worth(most) ? part : most), parts[0] ?? '');
  const at = parts.indexOf(best);
  let passage = best;
  for (const next of parts.slice(at + 1)) {
    if (passage.length + next.length > passageLength) break;
    passage = `${passage}\n${next}`;
  }
  return passage;
}

const sentences = (paragraph: string): string[] => paragraph.split(/(?<=[。！？!?；;])|(?<=\.)\s+/);
