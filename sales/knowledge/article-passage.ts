import { type ArticleQuery, questionLikeness, termsOf } from './article-search.js';

/** Longest passage in letters: it fits on a phone's screen. */
const passageLength = 160;

/**
 * Picks the part of an article that answers best: the paragraph, or sentences of it, with most of the
 * question's terms.
 */
export function passageFor(asked: readonly ArticleQuery[], body: string): string {
  const parts = body
    .split(/\n+/)
    .flatMap((paragraph) => (paragraph.length > passageLength ? sentences(paragraph) : [paragraph]))
    .map((part) => part.replace(/^[#>*\-\s]+/, '').trim())
    .filter(Boolean);
  const scoreOf = (part: string) => {
    const terms = termsOf(part);
    return asked.reduce(
      (sum, { term, like }) =>
        sum + (terms.has(term) ? 1 : like.some((one) => terms.has(one)) ? questionLikeness : 0),
      0,
    );
  };
  const best = parts.reduce(
    (bestSoFar, part) => (scoreOf(part) > scoreOf(bestSoFar) ? part : bestSoFar),
    parts[0] ?? '',
  );
  const at = parts.indexOf(best);
  let passage = best;
  for (const next of parts.slice(at + 1)) {
    if (passage.length + next.length > passageLength) break;
    passage = `${passage}\n${next}`;
  }
  return passage;
}

const sentences = (paragraph: string): string[] => paragraph.split(/(?<=[。！？!?；;])|(?<=\.)\s+/);
