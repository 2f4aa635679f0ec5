import type { Mention, Names } from '../reading/sentence-reading.js';
import { endsCompany, goesOnOtherwise } from './certain-name.js';
import { isNoName, type NamePlace, noName } from './name-places.js';
import { headsOf, hitsByKey, mentionFromHits, type NameSpan } from './name-spans.js';
import { companyAt, latinNameAt } from './new-names.js';
import { isPlaceOnly } from './own-forms.js';

/** Finds customers by the beginning of their name where a customer can stand. */
export async function shortForms(
  text: string,
  places: NamePlace[],
  exact: Mention[],
  people: NameSpan[],
  names: Names,
): Promise<Mention[]> {
  const openPlaces = places.filter(({ from }) => !exact.some((one) => one.from <= from && from < one.to));
  const spans = openPlaces
    .flatMap(({ from, to }) => headsOf(text, from, to, 2, 6))
    .filter(({ from, to, words }) => !isPlaceOnly(words) && !isNoName(text.slice(from), to - from));
  if (spans.length === 0) return [];
  const byKey = hitsByKey(await names.starting([...new Set(spans.map(({ words }) => words))]));
  const found: Mention[] = [];
  for (const one of spans.sort((a, b) => b.words.length - a.words.length)) {
    const hits = byKey.get(one.words);
    if (hits?.every((hit) => spellsOther(text.slice(one.to), one.words, hit.name))) continue;
    if (!hits || [...found, ...exact].some((other) => one.from < other.to && other.from < one.to)) continue;
    const meets = people.some((who) => one.from < who.from && who.from < one.from + 4);
    const slip = hits.filter(
      (hit) => !meets && isSlip(text.slice(one.from, one.from + hit.name.length), hit.name),
    );
    if (slip.length > 0) {
      found.push(mentionFromHits({ ...one, to: one.from + (slip[0]?.name.length ?? 0) }, slip, 'near'));
      continue;
    }
    const own = hits.filter((hit) => hit.distance < 2);
    // A beginning that matches only another person's customer is asked about.
    found.push(own.length > 0 ? mentionFromHits(one, own, 'sure') : mentionFromHits(one, hits, 'near'));
  }
  const own = found.filter(({ how }) => how !== 'near');
  return exact.length > 0 ? own : own.length > 0 ? own : found.slice(0, 1);
}

/** Whether the words go on as another company is called: 宏达|电子 is not 宏达光电. */
function spellsOther(after: string, words: string, name: string): boolean {
  if (!/^\p{Script=Han}/u.test(words)) return goesOnOtherwise(after, words, name);
  const rest = name.slice(words.length);
  let same = 0;
  while (same < rest.length && rest[same] === after[same]) same++;
  return same < rest.length && endsCompany.test(after.slice(same));
}

/** Whether a whole name has one wrong character: a typing slip, not a short form. */
function isSlip(said: string, name: string): boolean {
  if (said.length !== name.length || name.length < 4 || !/^\p{Script=Han}+$/u.test(said)) return false;
  return [...said].filter((char, at) => char !== name[at]).length === 1;
}

/** Finds the customer whose name is most similar to words where a customer can stand. */
export async function nearNames(
  text: string,
  places: NamePlace[],
  people: NameSpan[],
  names: Names,
  isLead: boolean,
): Promise<Mention[]> {
  const spans = places
    .filter(({ from }) => !noName.test(text.slice(from)))
    .flatMap(({ from, to }) => headsOf(text, from, to, 2, 6))
    .filter(({ words }) => !isPlaceOnly(words))
    // The beginning of a new customer's longer name is no slip for another: "new lead Blue Heron Books".
    .filter(({ to }) => !isLead || !/^(?: (?:&|and))? \p{Lu}\p{Ll}/u.test(text.slice(to)))
    .filter((one) => !people.some((who) => one.from <= who.from && who.from < one.to && one.to > who.to - 1));
  if (spans.length === 0) return [];
  const words = [...new Set(spans.map((one) => one.words))];
  const alike = await names.like(words.filter((one) => one.length > 2));
  // For a lead just met, a similar name of another person's customer is ignored.
  const hits = alike.filter(({ distance }) => !isLead || distance < 2);
  const byKey = hitsByKey(hits.length > 0 ? hits : await names.ownLike(words));
  const [best] = spans
    .filter(({ words }) => byKey.has(words))
    .sort((a, b) => b.words.length - a.words.length);
  const place = places.find(({ from }) => from === best?.from);
  // What is offered to be created is the whole name that was said.
  const said =
    (best && place && (companyAt(text, place.from, place.to) ?? latinNameAt(text, place.from, place.to))) ??
    best;
  return best && said ? [mentionFromHits(said, byKey.get(best.words) ?? [], 'near')] : [];
}
