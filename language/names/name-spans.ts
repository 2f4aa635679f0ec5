import type { Mention, NameHit } from '../reading/sentence-reading.js';

/** Longest spans (characters, words): longer names are rarely said in full. */
const longestHan = 12;
const longestLatin = 4;

export interface NameSpan {
  words: string;
  from: number;
  to: number;
}

/** Runs of characters that may form a name. */
const runs = /[\p{Script=Han}·]+|[\p{Script=Latin}\d&'-]+(?: [\p{Script=Latin}\d&'-]+)*/gu;

/** Lists every span that may be a whole name. */
export function spansOf(text: string, most = { han: longestHan, latin: longestLatin }): NameSpan[] {
  const spans: NameSpan[] = [];
  for (const run of text.matchAll(runs)) {
    if (/\p{Script=Han}/u.test(run[0])) {
      for (let at = 0; at < run[0].length - 1; at++) {
        for (let size = 2; size <= most.han && at + size <= run[0].length; size++) {
          spans.push(span(text, run.index + at, run.index + at + size));
        }
      }
    } else spans.push(...latinSpans(text, run.index, run[0], most.latin));
  }
  return spans;
}

export const span = (text: string, from: number, to: number): NameSpan => ({
  words: text.slice(from, to),
  from,
  to,
});

function latinSpans(text: string, start: number, run: string, most = longestLatin): NameSpan[] {
  const words = [...run.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length] as const);
  return words.flatMap(([from], at) =>
    words.slice(at, at + most).flatMap(([, to]) => {
      // "Tom's" is the name Tom with a possessive.
      const bare = /'s$/.test(run.slice(from, to)) ? to - 2 : to;
      return bare - from > 1 ? [span(text, start + from, start + bare)] : [];
    }),
  );
}

/** Lists the beginnings of a name from `from`: `least` to `most` characters, or the first words. */
export function headsOf(text: string, from: number, to: number, least: number, most: number): NameSpan[] {
  const rest = text.slice(from, to);
  const han = /^\p{Script=Han}+/u.exec(rest)?.[0].length ?? 0;
  const spans: NameSpan[] = [];
  for (let size = least; size <= Math.min(han, most); size++) spans.push(span(text, from, from + size));
  if (spans.length > 0) return spans;
  const latin = /^[\p{Script=Latin}\d&'-]+(?: [\p{Script=Latin}\d&'-]+)*/u.exec(rest)?.[0] ?? '';
  return latinSpans(text, from, latin).filter((one) => one.from === from && one.words.length > 3);
}

/** Groups hits by the key that matched. */
export function hitsByKey(hits: NameHit[]): Map<string, NameHit[]> {
  const byKey = new Map<string, NameHit[]>();
  for (const hit of hits) byKey.set(hit.key, [...(byKey.get(hit.key) ?? []), hit]);
  return byKey;
}

/**
 * Chooses among the hits of a name: the speaker's own customer if it is the only one, else the team's;
 * several are asked about.
 */
export function mentionOf(span: NameSpan, hits: NameHit[], how: 'sure' | 'near'): Mention {
  const unique = [...new Map(hits.map((hit) => [hit.id, hit])).values()].sort(
    (a, b) => a.distance - b.distance,
  );
  if (how === 'near') return { ...span, how, hits: unique };
  const [first] = unique;
  const nearest = unique.filter((hit) => hit.distance === first?.distance);
  return nearest.length === 1
    ? { ...span, how: 'sure', hits: nearest }
    : { ...span, how: 'which', hits: unique };
}
