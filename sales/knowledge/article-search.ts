import { alikeTo, betweenWords, questionWords, stopWords } from './knowledge-words.js';

/**
 * Counts the index terms of a text: Latin words, numbers, and every pair of neighbouring Chinese characters.
 */
export function termsOf(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { term } of pairsOf(text)) terms.set(term, (terms.get(term) ?? 0) + 1);
  return terms;
}

/** Lists the terms of a text in order; terms of an uninterrupted stretch share a `run`. */
function pairsOf(text: string): { term: string; run: number }[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const runs = plain.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu);
  return [...runs].flatMap(([words], run) => {
    if (!isHan(words)) return stopWords.has(words) ? [] : [{ term: stem(words), run }];
    const letters = [...words];
    if (letters.length === 1) return [{ term: words, run }];
    return letters.slice(1).map((letter, n) => ({ term: `${letters[n]}${letter}`, run }));
  });
}

const isHan = (words: string): boolean => /\p{Script=Han}/u.test(words);

/** Strips an English word's ending; at least three letters must remain. */
function stem(word: string): string {
  const [, rest] = /^([a-z]{3,}?)(?:ings?|ers?|ed|es|s|e)$/.exec(word) ?? [];
  return rest ?? word;
}

/** A term of a question, and what else counts as it. */
export interface ArticleQuery {
  term: string;
  like: string[];
  /** The pairs before and after it; it may only be the seam between them. */
  beside: [string | undefined, string | undefined];
}

/** The names of a subject of articles, and the index term of articles about it. */
export interface CalledArticle {
  words: readonly string[];
  term: string;
}

/** Extracts what a question asks for, without the words that only make it a question. */
export function articleQueryOf(question: string, called: readonly CalledArticle[] = []): ArticleQuery[] {
  const pairs = pairsOf(question.normalize('NFKC').replace(questionWords, ' '));
  const names = called.map((one) => ({ term: one.term, terms: new Set(one.words.map(nameTerm)) }));
  const seen = new Set<string>();
  return pairs.flatMap(({ term, run }, at) => {
    if (seen.has(term)) return [];
    seen.add(term);
    const beside = (n: number) => (pairs[n]?.run === run ? pairs[n]?.term : undefined);
    const named = names.filter(({ terms }) => terms.has(term)).map((one) => one.term);
    const isLone = isHan(term) && [...term].length === 1;
    if (isLone && pairs.length > 1) return [];
    return [{ term, like: [...alikeTo(term, stem), ...named], beside: [beside(at - 1), beside(at + 1)] }];
  });
}

/** The first term of a name: 谈判签约 ("negotiation and signing") is asked for as 谈判 ("negotiation"). */
const nameTerm = (name: string): string => pairsOf(name)[0]?.term ?? name;

/** How often a term occurs in an article. */
export interface Hit {
  articleId: string;
  term: string;
  times: number;
}

/** Lists every term to look up for a question. */
export const lookedUp = (asked: readonly ArticleQuery[]): string[] => [
  ...new Set(asked.flatMap(({ term, like }) => [term, ...like])),
];

/** Weight of a synonym against the word itself (0–1). */
export const questionLikeness = 0.8;

/** Tuned weights: how much of a question must be found. */
const measure = {
  /** Least part of the question that must be found, weighted by rarity. */
  leastFound: 0.5,
  /** Weight of a word that no article has, against the rarest one: people use words of their own. */
  unknown: 0.4,
  /** Weight of a mention in an article about something else. */
  mentioned: 0.75,
};

/** A term that occurs this often is what an article is about: its title counts three times. */
const aboutFrom = 3;

/**
 * Ranks articles by how well they answer, best first: rarer terms count more, and repeated ones little more
 * than once. Articles with too little of the question are left out: no answer is better than a wrong one.
 */
export function ranked(asked: readonly ArticleQuery[], hits: readonly Hit[], articles: number): string[] {
  const found = new Map(asked.map((one) => [one.term, bestHits(one, hits)]));
  const isKnown = (term: string | undefined) => term !== undefined && (found.get(term)?.size ?? 0) > 0;
  const significant = asked.filter((one) => isKnown(one.term) || !isSeam(one, isKnown));
  const rarest = Math.log(1 + articles);
  let totalWeight = 0;
  const scores = new Map<string, { found: number; score: number }>();
  for (const one of significant) {
    const best = found.get(one.term) ?? new Map<string, Best>();
    const share = shareOf(one, significant, isKnown);
    if (best.size === 0) {
      totalWeight += share * measure.unknown * rarest;
      continue;
    }
    const rarity = share * Math.log(1 + articles / best.size);
    totalWeight += rarity;
    for (const [articleId, { worth, times }] of best) {
      const before = scores.get(articleId) ?? { found: 0, score: 0 };
      const part = times >= aboutFrom ? worth : worth * measure.mentioned;
      scores.set(articleId, {
        found: before.found + rarity * part,
        score: before.score + rarity * worth * (1 + Math.log(times)),
      });
    }
  }
  return [...scores]
    .filter(([, { found }]) => totalWeight > 0 && found / totalWeight >= measure.leastFound)
    .sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
    .map(([id]) => id);
}

interface Best {
  worth: number;
  times: number;
}

/** Finds where a term or a synonym of it occurs in each article. */
function bestHits({ term, like }: ArticleQuery, hits: readonly Hit[]): Map<string, Best> {
  const best = new Map<string, Best>();
  for (const hit of hits) {
    const worth = hit.term === term ? 1 : like.includes(hit.term) ? questionLikeness : 0;
    const before = best.get(hit.articleId);
    if (worth > 0 && (!before || worth * hit.times > before.worth * before.times))
      best.set(hit.articleId, { worth, times: hit.times });
  }
  return best;
}

/**
 * Whether a pair that no article has only joins two words: it is beside a known pair or contains a word of
 * grammar.
 */
function isSeam({ term, beside }: ArticleQuery, isKnown: (term: string | undefined) => boolean): boolean {
  if (!isHan(term)) return false;
  return [...term].some((letter) => betweenWords.has(letter)) || beside.some(isKnown);
}

/**
 * Weight of one of several overlapping pairs: each of the two in 服务器 ("server") counts for three quarters of
 * a word.
 */
function shareOf(
  one: ArticleQuery,
  telling: readonly ArticleQuery[],
  isKnown: (term: string | undefined) => boolean,
): number {
  const terms = new Map(telling.map((other) => [other.term, other]));
  const isAlike = (term: string | undefined) => isKnown(term) === isKnown(one.term);
  let length = 1;
  for (const side of [0, 1] as const) {
    let next = one.beside[side];
    for (let other = terms.get(next ?? ''); other && isAlike(next) && length < 20; length++) {
      next = other.beside[side];
      other = terms.get(next ?? '');
    }
  }
  return (length + 1) / (2 * length);
}

/**
 * Whether two questions ask the same: neither asks for anything that the other does not, words of grammar
 * aside.
 */
export function asksTheSame(a: string, b: string): boolean {
  const [first, second] = [articleQueryOf(a), articleQueryOf(b)];
  return holdsAll(first, new Set(lookedUp(second))) && holdsAll(second, new Set(lookedUp(first)));
}

/** Whether everything asked for, or a synonym of it, is among the terms. */
export function holdsAll(asked: readonly ArticleQuery[], terms: ReadonlySet<string>): boolean {
  const has = ({ term, like }: ArticleQuery) => terms.has(term) || like.some((one) => terms.has(one));
  const known = new Set(asked.filter(has).map(({ term }) => term));
  const isKnown = (term: string | undefined) => term !== undefined && known.has(term);
  return known.size > 0 && asked.every((one) => isKnown(one.term) || isSeam(one, isKnown));
}
