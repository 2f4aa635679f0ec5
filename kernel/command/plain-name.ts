import { isCompanyWord } from '../names/company-words.js';
import { isFirstName } from '../names/first-names.js';
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

/** Longest name without capitals, in words. */
const longestPlain = 5;

/**
 * How many words the name without capitals has: to a word that companies are called by, with figures and what an 'and' joins
 * before it: `pier 9 seafood`, `brook and vine`. Else one.
 */
export function runInSmall(tokens: readonly Token[], from: number): number {
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
  /^(?:wants?|needs?|looking|interested|asked|asks|says?|said|called|is|are|was|has|have|would|will|who|for|to|at|from|via|about|with|by|on|in|the|a|an|their|lead|new)$/u;

/** What is asked for, and is none of a name either. */
const wanted =
  /^(?:erp|crm|wms|pos|mes|hr|app|web|website|webshop|portal|software|upgrade|demo|quote|trial|licen[cs]es?|intro|referral|re|wanting|needing|seeking|asking|evaluating|considering|budget|and|or|new|old|big|small|hot|warm|cold|called|emailed|met)$/u;
const plainWord = /^(?:[a-z\d][\w'’.&-]*|&)$/u;

/**
 * A new company's name without capitals and the person said behind it: to a mark, a typed piece or what goes on after a name.
 * `lantern hill jane 415-555-0134 wants wms`, `bluebird freight, tom ford`. Undefined if the line begins otherwise.
 */
export function plainHead(tokens: readonly Token[]): NameHead | undefined {
  const run = plainWords(tokens, 0);
  if (run.length === 0 || !/^[a-z]/.test(run[0]?.said ?? '') || run.length > longestPlain + 2)
    return undefined;
  const last = run[run.length - 1];
  const isClosed = last?.ends === true || (tokens[run.length] && verb.test(tokens[run.length]?.said ?? ''));
  const company = run.findLastIndex(({ said }, at) => at > 0 && isCompanyWord(said));
  const person = run.findIndex(({ said }, at) => at > Math.max(company, 0) && isFirstName(said));
  const left = run.length - person;
  // Many a first name is another word too: alone it needs a phone behind it.
  const isPerson = person > 0 && left <= 2 && (left === 2 || last?.isBeforePhone === true);
  if (isPerson) return { name: { from: 0, count: person }, person: { from: person, count: left } };
  const isCompany = company > 0 && company < run.length - 1;
  if (isCompany && last?.isBeforePhone && run.length - company <= 3)
    return {
      name: { from: 0, count: company + 1 },
      person: { from: company + 1, count: run.length - company - 1 },
    };
  const count = isCompany || !isClosed ? runInSmall(tokens, 0) : run.length;
  const next = count === run.length && last?.ends ? plainWords(tokens, count) : [];
  const isNamed = next.length > 0 && next.length <= 2 && isFirstName(next[0]?.said ?? '');
  return {
    name: { from: 0, count },
    ...(isNamed ? { person: { from: count, count: next.length } } : {}),
  };
}

/** The words without capitals from there on, to what ends a name. */
function plainWords(tokens: readonly Token[], from: number): Token[] {
  const words: Token[] = [];
  for (const [at, one] of tokens.slice(from).entries()) {
    const joins =
      /^(?:and|of|the|&)$/u.test(one.said) && at > 0 && plainWord.test(tokens[from + at + 1]?.said ?? '');
    if (one.isQuoted || !plainWord.test(one.said)) break;
    if (!joins && words.length > 0 && (verb.test(one.said) || wanted.test(one.said))) break;
    words.push(one);
    if (one.ends) break;
  }
  return words;
}
