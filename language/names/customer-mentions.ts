import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { Clause } from '../reading/clauses.js';
import type { Mention, Names } from '../reading/sentence-reading.js';
import { placesIn } from './name-places.js';
import { grouped, meant, type NameSpan, spansOf } from './name-spans.js';
import { newNames } from './new-names.js';
import { ownForms } from './own-forms.js';
import { nearNames, shortForms } from './short-forms.js';

/**
 * The customers that a sentence names, from left to right: names and aliases wherever they stand; short forms,
 * slips of the pen and names that nobody knows only where a sentence has a place for a customer.
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
  const own = exact.length === 0 && !isOurs ? await ownForms(text, pieces, people, names) : [];
  const known = (own.length > 0 ? own : [...exact, ...short]).sort((a, b) => a.from - b.from);
  const open = places.filter(
    ({ from, kind }) =>
      !known.some((one) => one.from <= from && from < one.to) &&
      (known.length === 0 || kind === 'joined' || kind === 'verb'),
  );
  const near = known.length === 0 ? await nearNames(text, open, people, names, isLead) : [];
  if (near.length > 0) return near;
  const fresh = newNames(text, open, pieces, people, known, isLead);
  return [...known, ...fresh].sort((a, b) => a.from - b.from);
}

async function exactMentions(text: string, names: Names): Promise<Mention[]> {
  const spans = spansOf(text);
  const hits = await names.exact([...new Set(spans.map(({ words }) => words))]);
  const byKey = grouped(hits);
  const fits = spans
    .filter(({ words }) => byKey.has(words))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken: Mention[] = [];
  for (const span of fits) {
    if (taken.some((one) => span.from < one.to && one.from < span.to)) continue;
    taken.push(meant(span, byKey.get(span.words) ?? [], 'sure'));
  }
  const certain: Mention[] = [];
  for (const one of taken) certain.push(await doubted(one, names));
  return certain.sort((a, b) => a.from - b.from);
}

/** A stranger's customer that is called almost like one's own is asked about: a slip is likelier than a visit there. */
async function doubted(mention: Mention, names: Names): Promise<Mention> {
  if (mention.how !== 'sure' || mention.hits[0]?.distance !== 2) return mention;
  const own = await names.ownLike([mention.words]);
  return own.length === 0 ? mention : meant(mention, [...own, ...mention.hits], 'near');
}
