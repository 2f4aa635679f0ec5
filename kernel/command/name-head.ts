import { isCompanyWord, isLegalForm } from '../names/company-words.js';
import { isFirstName } from '../names/first-names.js';
import { surnames } from '../pieces/base/surnames.js';
import type { Token } from './line-tokens.js';
import { type NameHead, plainHead, runInSmall, type TokenSpan } from './plain-name.js';

const connector = /^(?:&|and|of|the|de|da|di|du|van|von|der|la|le|y|et|\+|-|–|—)$/iu;
const dash = /^[-–—]$/u;
const belonging = /^(?:at|from|of|with)$/iu;
const capital =
  /^(?:\p{Lu}|\d+[-/]?\p{Lu}|\d+(?:st|nd|rd|th)$)[\p{L}\p{M}\d.'’&+/!-]*$|^\(\p{Lu}[\p{L}\d.]*\)$/u;
const acronym = /^\p{Lu}{2,5}$/u;
/** Countries and regions, which companies have in their names. */
const place = /^(?:UK|USA?|EU|UAE|KSA|APAC|EMEA|NZ|SA|HK|SG|LATAM)$/u;
/** Legal forms that are no other word in small letters. */
const plainForm = /^(?:plc|llc|llp|ltd|inc|gmbh|corp|pty)\.?$/u;
/** A word that a name begins with though it has no capital: `van Dyke Shoes`, `de Vries BV`. */
const particle = /^(?:van|von|de|der|den|del|della|di|da|le|la|el|al|ter|ten|zu)$/u;
/** Says that a person comes next: `contact Jane Smith`. */
export const introducesPerson = /^(?:contact|attn|attention|c\/o|poc|person|speak|ask|via|named)$/iu;

/**
 * Reads where the name of an unknown company ends: words with capitals up to a mark, a typed piece, a word
 * without a capital, or a person's first and last name: `Bluebird Logistics Jane Smith`. A name in other
 * letters is one word.
 */
export function nameHead(tokens: readonly Token[], isNew = false): NameHead {
  const plain = isNew ? plainHead(tokens) : undefined;
  if (plain) return plain;
  const first = runAt(tokens, 0);
  const at = tokens[first.count];
  if (isPersonal(tokens, first) && at && belonging.test(at.said) && tokens[first.count + 1])
    return { name: companyIn(tokens, runAt(tokens, first.count + 1)), person: first };
  const name = companyIn(tokens, first);
  const left = first.count - name.count;
  const person = left > 0 ? { from: name.count, count: left } : personAt(tokens, first.count);
  return { name, person };
}

/** The words with capitals from there on. */
function runAt(tokens: readonly Token[], from: number): TokenSpan {
  const start = headOfRun(tokens, from);
  const head = tokens[start];
  if (!head || head.isQuoted || !capital.test(head.said)) return { from, count: runInSmall(tokens, from) };
  const isLoud = acronym.test(head.said);
  let last = start;
  for (;;) {
    const word = tokens[last + 1];
    const after = tokens[last + 2];
    // A legal form goes on behind a comma: `Japan Co., Ltd.`
    if (
      word &&
      !word.isQuoted &&
      isLegalForm(word.said) &&
      (capital.test(word.said) || plainForm.test(word.said))
    )
      last += 1;
    else if (tokens[last]?.ends) {
      const joins = joinsLater(tokens, last);
      if (joins === 0) break;
      last += joins;
    } else if (word && isNameWord(word, isLoud, after)) last += 1;
    else if (isInitial(word) && after && isNameWord(after, isLoud, undefined)) last += 2;
    else if (
      word &&
      after?.said === 'the' &&
      connector.test(word.said) &&
      tokens[last + 3] &&
      capital.test(tokens[last + 3]?.said ?? '')
    )
      last += 3;
    else if (
      word &&
      !word.ends &&
      connector.test(word.said) &&
      after &&
      isNameWord(after, isLoud, undefined)
    ) {
      if (dash.test(word.said) && isFirstName(after.said)) break;
      last += 2;
    } else break;
  }
  return { from, count: last - from + 1 };
}

/** A letter in quotes within a name: `Toys "R" Us`. */
const isInitial = (word: Token | undefined): boolean =>
  word?.isQuoted === true && !word.ends && /^\p{Lu}$/u.test(word.said);

/** The place of the first word with a capital, past words of a name that have none. */
function headOfRun(tokens: readonly Token[], from: number): number {
  let start = from;
  while (particle.test(tokens[start]?.said ?? '') && tokens[start + 1] && !tokens[start]?.ends) start += 1;
  return capital.test(tokens[start]?.said ?? '') ? start : from;
}

/** How many words more a name has behind a comma, which its last two join: `Smith, Jones & Partners`. */
function joinsLater(tokens: readonly Token[], last: number): number {
  const [word, and, after] = tokens.slice(last + 1, last + 4);
  if (isCompanyWord(tokens[last]?.said ?? '')) return 0;
  const isJoined = word && !word.ends && and && /^(?:&|and|\+)$/iu.test(and.said) && after;
  return isJoined &&
    capital.test(word.said) &&
    capital.test(after.said) &&
    isCompanyWord(tokens[last + 3]?.said ?? '')
    ? 3
    : 0;
}

const isNameWord = ({ said, isQuoted }: Token, isLoud: boolean, after: Token | undefined): boolean =>
  !isQuoted &&
  capital.test(said) &&
  (isLoud ||
    !acronym.test(said) ||
    place.test(said) ||
    isLegalForm(said) ||
    (after !== undefined && isLegalForm(after.said)));

/** The company's part of a run: without the person named after it. */
function companyIn(tokens: readonly Token[], { from, count }: TokenSpan): TokenSpan {
  const words = tokens.slice(from, from + count).map(({ said }) => said);
  const company = joinedEnd(
    words,
    words.findLastIndex((word, at) => at > 0 && isCompanyWord(word)),
  );
  if (company === count - 1) return { from, count };
  const left = count - company - 1;
  const isBeforePhone = tokens[from + count - 1]?.isBeforePhone === true;
  const isNamed =
    left === 2 || left === 3 || isFirstName(words[company + 1] ?? '') || (left === 1 && isBeforePhone);
  if (company > 0 && isNamed && left <= 3)
    return { from, count: company + (left === 3 && isOfCompany(words, company + 1) ? 2 : 1) };
  const person = words.findIndex((word, at) => at > Math.max(company, 0) && isFirstName(word));
  if (person > 0 && count - person <= 3) return { from, count: person };
  // Two words before a phone are somebody's name, where two are left for the company.
  const isName = words.slice(-2).every((word) => personWord.test(word) && !isCompanyWord(word));
  return { from, count: isBeforePhone && isName && count >= 4 ? count - 2 : count };
}

/** Whether the first of three words left is the company's too, since the other two are somebody: `Auto Glass Lou Ferrante`. */
const isOfCompany = (words: readonly string[], at: number): boolean =>
  !isFirstName(words[at] ?? '') &&
  words.slice(at, at + 3).every((word) => personWord.test(word) && word.length > 2);

/** Where the name ends once what an 'and' joins to its last company word is counted in: `Hospital & Clinics`. */
function joinedEnd(words: readonly string[], company: number): number {
  let end = company;
  while (end > 0 && /^(?:&|and|\+|-|–|—)$/iu.test(words[end + 1] ?? '') && words[end + 2]) end += 2;
  return end;
}

const personWord = /^\p{Lu}[\p{L}\p{M}'’.-]+$/u;

const isPersonal = (tokens: readonly Token[], { from, count }: TokenSpan): boolean =>
  count <= 3 && isFirstName(tokens[from]?.said ?? '');

/** The person named right after the company: `, Joe Marsh`, or a name before the phone: 陈大文 13800000000. */
function personAt(tokens: readonly Token[], from: number): TokenSpan | undefined {
  const word = tokens[from]?.said ?? '';
  if ((introducesPerson.test(word) && !tokens[from]?.ends) || dash.test(word))
    return namedPerson(tokens, from + 1);
  const head = tokens[from];
  if (!head) return undefined;
  if (head.ends && /^\p{Script=Han}{2,4}$/u.test(head.said) && surnames.has(head.said[0] ?? ''))
    return { from, count: 1 };
  if (!capital.test(head.said)) return undefined;
  const run = runAt(tokens, from);
  const isBeforePiece = run.count === 2 && tokens[from + 1]?.ends === true;
  return run.count <= 3 && (isFirstName(head.said) || isBeforePiece) ? run : undefined;
}

/** The person who is named behind a word that says so: `contact Jean-Luc Picard`. */
function namedPerson(tokens: readonly Token[], from: number): TokenSpan | undefined {
  const start = /^(?:to|for|with|is)$/iu.test(tokens[from]?.said ?? '') ? from + 1 : from;
  if (!personWord.test(tokens[start]?.said ?? '')) return undefined;
  const run = runAt(tokens, start);
  return run.count <= 3 ? run : undefined;
}
