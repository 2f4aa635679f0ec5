import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { Clause } from '../reading/clauses.js';
import type { Mention, Names } from '../reading/sentence-reading.js';
import { placesIn } from './name-places.js';
import { hitsByKey, mentionFromHits, type NameSpan, spansOf } from './name-spans.js';
import { newNames } from './new-names.js';
import { ownForms } from './own-forms.js';
import { nearNames, shortForms } from './short-forms.js';

/**
 * Finds the customers a sentence names, left to right: full names and aliases anywhere; short forms, typing
 * slips and unknown names only where a customer can stand.
 */
export async function findCustomerMentions(
  text: string,
  clauses: Clause[],
  pieces: FoundPiece[],
  people: NameSpan[],
  names: Names,
  isLead: boolean,
): Promise<Mention[]> {
  const exact = await exactMentions(text, names);
  const places = placesIn(text, clauses, pieces, exact);
  const short = await shortForms(text, places, exact, people, names);
  const isOurs = [...exact, ...short].some(({ hits }) => hits.some(({ distance }) => distance < 2));
  const named = [...exact, ...short];
  // Beside one customer, another is named by what can be nothing else: 星河没预算海棠报价20万 ("Xinghe no budget, Haitang 200,000").
  const own = (await ownForms(text, [...pieces, ...people, ...named], names)).filter(
    ({ how }) => named.length === 0 || how === 'sure',
  );
  const isNamed = exact.length > 0 || isOurs;
  const known = (own.length > 0 && !isNamed ? own : [...named, ...own]).sort((a, b) => a.from - b.from);
  const open = places.filter(
    ({ from, kind }) =>
      !known.some((one) => one.from <= from && from < one.to) &&
      (known.length === 0 || isLead || kind === 'joined' || kind === 'verb'),
  );
  const near = known.length === 0 ? await nearNames(text, open, people, names, isLead) : [];
  if (near.length > 0) return near;
  const fresh = newNames(text, open, pieces, people, known, isLead);
  return [...known, ...fresh].sort((a, b) => a.from - b.from);
}

async function exactMentions(text: string, names: Names): Promise<Mention[]> {
  const spans = spansOf(text);
  const hits = await names.exact([...new Set(spans.map(({ words }) => words))]);
  const byKey = hitsByKey(hits);
  const fits = spans
    .filter(({ words }) => byKey.has(words))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const accepted: Mention[] = [];
  for (const span of fits) {
    if (accepted.some((one) => span.from < one.to && one.from < span.to)) continue;
    accepted.push(mentionFromHits(span, byKey.get(span.words) ?? [], 'sure'));
  }
  const certain: Mention[] = [];
  for (const one of accepted) certain.push(await withOwnNear(one, names));
  return certain.sort((a, b) => a.from - b.from);
}

/** Asks about another person's customer whose name resembles one of the speaker's: a slip is likelier. */
async function withOwnNear(mention: Mention, names: Names): Promise<Mention> {
  if (mention.how !== 'sure' || mention.hits[0]?.distance !== 2) return mention;
  const own = await names.ownLike([mention.words]);
  return own.length === 0 ? mention : mentionFromHits(mention, [...own, ...mention.hits], 'near');
}
