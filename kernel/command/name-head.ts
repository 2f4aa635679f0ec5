import { isCompanyWord } from '../names/company-words.js';
import { isFirstName } from '../names/first-names.js';
import { surnames } from '../pieces/base/surnames.js';
import type { Token } from './line-tokens.js';

/** Some tokens in a row. */
export interface TokenSpan {
  from: number;
  count: number;
}

/** The name of a company at the head of a line, and that of a person of it said beside it. */
export interface NameHead {
  name: TokenSpan;
  person?: TokenSpan;
}

const connector = /^(?:&|and|of|the|de|da|di|du|van|von|der|la|le|y|et|\+)$/iu;
const belonging = /^(?:at|from|of|with)$/iu;
const capital = /^\p{Lu}[\p{L}\p{M}\d.'&+/-]*$/u;
const acronym = /^\p{Lu}{2,5}$/u;

/**
 * Reads where the name of an unknown company ends: words with capitals up to a mark, a typed piece, a word
 * without a capital, or a person's first and last name: `Bluebird Logistics Jane Smith`. A name in other
 * letters is one word.
 */
export function nameHead(tokens: readonly Token[]): NameHead {
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
  const head = tokens[from];
  if (!head || head.isQuoted || !capital.test(head.said)) return { from, count: plainRun(tokens, from) };
  const isLoud = acronym.test(head.said);
  let last = from;
  while (!tokens[last]?.ends) {
    const word = tokens[last + 1];
    const after = tokens[last + 2];
    if (word && isNameWord(word, isLoud)) last += 1;
    else if (word && !word.ends && connector.test(word.said) && after && isNameWord(after, isLoud)) last += 2;
    else break;
  }
  return { from, count: last - from + 1 };
}

/** Longest name without capitals, in words. */
const longestPlain = 5;

/**
 * How many words the name without capitals has: to a word that companies are called by, with figures and what an 'and' joins
 * before it: `pier 9 seafood`, `brook and vine`. Else one.
 */
function plainRun(tokens: readonly Token[], from: number): number {
  const words: Token[] = [];
  for (const one of tokens.slice(from, from + longestPlain)) {
    if (one.isQuoted || !/^(?:[a-z\d][\w'.-]*|&)$/u.test(one.said)) break;
    words.push(one);
    if (one.ends) break;
  }
  if (!/^[a-z]/.test(words[0]?.said ?? '')) return 1;
  const company = words.findLastIndex(({ said }, at) => at > 0 && isCompanyWord(said));
  let count = 1;
  while (count < words.length) {
    const [word, after] = words.slice(count);
    if (/^\d{1,4}$/.test(word?.said ?? '')) count += 1;
    else if (/^(?:and|&)$/.test(word?.said ?? '') && after && !verb.test(after.said)) count += 2;
    else break;
  }
  const between = words.slice(1, company).some(({ said }) => verb.test(said));
  return company > 0 && !between ? Math.max(company + 1, count) : count;
}

/** What goes on after a name and is none of it. */
const verb =
  /^(?:wants?|needs?|looking|interested|asked|asks|says?|said|called|is|are|was|has|have|would|will|who|for|to|at|from|via|about|with|needs|by|on|in|the|a|an|their|lead|new)$/u;

const isNameWord = ({ said, isQuoted }: Token, isLoud: boolean): boolean =>
  !isQuoted && capital.test(said) && (isLoud || !acronym.test(said));

/** The company's part of a run: without the person named after it. */
function companyIn(tokens: readonly Token[], { from, count }: TokenSpan): TokenSpan {
  const words = tokens.slice(from, from + count).map(({ said }) => said);
  const company = joinedEnd(
    words,
    words.findLastIndex((word, at) => at > 0 && isCompanyWord(word)),
  );
  if (company === count - 1) return { from, count };
  const left = count - company - 1;
  const isNamed = left === 2 || left === 3 || isFirstName(words[company + 1] ?? '');
  if (company > 0 && isNamed && left <= 3) return { from, count: company + 1 };
  const person = words.findIndex((word, at) => at > Math.max(company, 0) && isFirstName(word));
  if (person > 0 && count - person <= 3) return { from, count: person };
  // Two words before a phone are somebody's name, where two are left for the company.
  const isBeforePhone = tokens[from + count - 1]?.isBeforePhone === true;
  const isName = words.slice(-2).every((word) => personWord.test(word) && !isCompanyWord(word));
  return { from, count: isBeforePhone && isName && count >= 4 ? count - 2 : count };
}

/** Where the name ends once what an 'and' joins to its last company word is counted in: `Hospital & Clinics`. */
function joinedEnd(words: readonly string[], company: number): number {
  let end = company;
  while (end > 0 && /^(?:&|and|\+)$/iu.test(words[end + 1] ?? '') && words[end + 2]) end += 2;
  return end;
}

const personWord = /^\p{Lu}[\p{L}\p{M}'’.-]+$/u;

const isPersonal = (tokens: readonly Token[], { from, count }: TokenSpan): boolean =>
  count <= 3 && isFirstName(tokens[from]?.said ?? '');

/** The person named right after the company: `, Joe Marsh`, or a name before the phone: 陈大文 13800000000. */
function personAt(tokens: readonly Token[], from: number): TokenSpan | undefined {
  const head = tokens[from];
  if (!head) return undefined;
  if (head.ends && /^\p{Script=Han}{2,4}$/u.test(head.said) && surnames.has(head.said[0] ?? ''))
    return { from, count: 1 };
  if (!capital.test(head.said)) return undefined;
  const run = runAt(tokens, from);
  const isBeforePiece = run.count === 2 && tokens[from + 1]?.ends === true;
  return run.count <= 3 && (isFirstName(head.said) || isBeforePiece) ? run : undefined;
}
