import { isCompanyWord } from '../names/company-words.js';
import type { ReadAt } from '../pieces/scan.js';
import type { Field } from './field.js';
import { gluedPreposition, isFiller, isPreposition, joined, type Token } from './line-tokens.js';
import { nameHead } from './name-head.js';
import type { TokenSpan } from './plain-name.js';

/** What a field takes of the words that are left. */
export interface TakenWords extends TokenSpan {
  words: string;
  /** What stays of a word of which the head was taken. */
  left?: string;
  /** A person said beside a company's name, for the field that holds a contact. */
  person?: TokenSpan;
}

/** Tells whether words name something for sure; `isWhole`: by the whole name. */
export type Knows = (words: string, isWhole?: boolean) => Promise<boolean>;

/** Most words of a name that is looked up. */
const longestName = 6;

/** The longest head of a word that the field can read. */
function headOf(field: Field, rest: RegExp, tokens: readonly Token[], at: ReadAt): TakenWords | undefined {
  for (const [from, { said }] of tokens.entries()) {
    for (let end = said.length - 1; end > 0; end--) {
      const [words, left] = [said.slice(0, end), said.slice(end)];
      if (rest.test(left) && field.parse(words, at) !== undefined) return { words, from, count: 1, left };
    }
  }
  return undefined;
}

/**
 * Takes a field's words from the line's. `leaves`: other fields may still take what an optional name does not
 * know; `isAnswer`: the line answers a question.
 */
export async function takeWords(
  field: Field,
  tokens: readonly Token[],
  by: { at: ReadAt; knows?: Knows; finds?: Knows; leaves: boolean; isAnswer: boolean },
): Promise<TakenWords | undefined> {
  if (field.kind === 'rest')
    return field.asked && !by.isAnswer && !isMarkedOff(tokens)
      ? undefined
      : { words: joined(tokens), from: 0, count: tokens.length };
  if (field.finds && by.knows) return await findKnown(tokens, by.knows);
  if (field.choices || field.finds) {
    const longest = field.longest ?? 2;
    for (let count = Math.min(longest, tokens.length); count > 0; count--) {
      const words = tokens.flatMap((_, from) =>
        from + count <= tokens.length ? [joined(tokens.slice(from, from + count))] : [],
      );
      const from = words.findIndex((said) => field.parse(said, by.at) !== undefined);
      if (from >= 0) return { words: words[from] ?? '', from, count };
    }
    return field.glued && headOf(field, field.glued, tokens, by.at);
  }
  if (field.kind === 'name') return await takeName(field, tokens, by.knows);
  if (field.kind === 'lookup') return await takeLookedUp(field, tokens, by);
  return field.kind === 'word' ? { words: tokens[0]?.said ?? '', from: 0, count: 1 } : undefined;
}

/** Words that stand apart from the others: in quotes, after a mark, or with their reason: 因为 ("because"). */
const isMarkedOff = ([first]: readonly Token[]): boolean =>
  first !== undefined &&
  (first.isQuoted ||
    first.isMarked ||
    /^(?:because|since|note|reason|as|因为|由于|原因|理由|备注|说明)/iu.test(first.said));

/** Takes the longest known name at the head, past words such as `to` and `the`; else one word. */
async function takeLookedUp(
  field: Field,
  tokens: readonly Token[],
  { knows, finds, leaves }: { knows?: Knows; finds?: Knows; leaves: boolean },
): Promise<TakenWords | undefined> {
  const empty = tokens.findIndex((token) => !isPreposition(token) && !isFiller(token));
  const start = Math.max(0, empty);
  for (const from of new Set([0, start])) {
    const known = knows && (await longestKnown(tokens, from, knows, 2));
    if (known) return (await longerName(tokens, known, knows)) ?? known;
  }
  const short = finds && (await namedBeforeTo(tokens, start, finds));
  if (short) return short;
  const { said, isQuoted } = tokens[start] ?? { said: '' };
  const [head = '', mark] = /^(.+?)([,，、;；:：])/u.exec(said)?.slice(1) ?? [];
  if (mark && !isQuoted && knows && (await knows(head)))
    return { words: head, from: start, count: 1, left: said.slice(head.length + 1) };
  const bare = said.replace(gluedPreposition, '');
  const words = bare !== said && knows && (await knows(bare)) ? bare : said;
  if (knows && leaves && !field.required && !(await knows(words))) return undefined;
  const one = { words, from: start, count: 1 };
  return (knows && !isQuoted && (await longerName(tokens, one, knows))) || one;
}

/**
 * The longer name of another company that begins with a short form of a known one: "Lantern Street Market" is not Lantern
 * Street Cafe. Undefined if the words are a whole name, or nothing behind them ends another.
 */
async function longerName(
  tokens: readonly Token[],
  { words, from, count }: TakenWords,
  knows: Knows,
): Promise<TakenWords | undefined> {
  const last = tokens[from + count - 1];
  const after = tokens.slice(from + count, from + count + 2);
  const end = after.findIndex(({ said, isQuoted }) => !isQuoted && isCompanyWord(said));
  const run = after.slice(0, end + 1);
  const isRun = run.every(({ said }) => /^\p{Lu}/u.test(said)) && !run.slice(0, -1).some(({ ends }) => ends);
  if (end < 0 || !last || last.ends || !isRun || !/^\p{Lu}/u.test(words)) return undefined;
  if (await knows(words, true)) return undefined;
  return { words: joined(tokens.slice(from, from + count + run.length)), from, count: count + run.length };
}

/** Several words before `to` or 到 ("to"), if they are a short form of a name: `move boston harbor to Proposal`. */
async function namedBeforeTo(
  tokens: readonly Token[],
  from: number,
  finds: Knows,
): Promise<TakenWords | undefined> {
  const count = tokens.slice(from).findIndex(({ said }) => /^(?:to|into|到|至|进)$/iu.test(said));
  if (count < 2 || count > longestName) return undefined;
  const plain = /^(?:deal|opportunity|opp|lead|account|one)$/iu.test(tokens[from + count - 1]?.said ?? '')
    ? count - 1
    : count;
  const words = joined(tokens.slice(from, from + plain));
  return (await finds(words)) ? { words, from, count } : undefined;
}

async function longestKnown(
  tokens: readonly Token[],
  from: number,
  knows: Knows,
  least: number,
): Promise<TakenWords | undefined> {
  for (let count = Math.min(longestName, tokens.length - from); count >= least; count--) {
    const words = joined(tokens.slice(from, from + count));
    if (await knows(words)) return { words, from, count };
  }
  return undefined;
}

/** Finds a known name anywhere; after `to` or 到 ("to") whatever stands there is meant as one. */
async function findKnown(tokens: readonly Token[], knows: Knows): Promise<TakenWords | undefined> {
  for (const [from, token] of tokens.entries()) {
    const known = await longestKnown(tokens, from, knows, 1);
    if (known) return known;
    const bare = token.said.replace(gluedPreposition, '');
    if (bare !== token.said) return { words: bare, from, count: 1 };
    const rest = tokens.slice(from + 1).filter((one) => !isFiller(one));
    if (/^(?:to|into|到|至|进)$/iu.test(token.said) && rest.length > 0 && rest.length <= 3)
      return { words: joined(rest), from: from + 1, count: tokens.length - from - 1 };
  }
  return undefined;
}

/** Takes a company's name: the longest that is known, else as far as a new one seems to go. */
async function takeName(
  field: Field,
  tokens: readonly Token[],
  knows: Knows | undefined,
): Promise<TakenWords> {
  const known = knows && (await longestKnown(tokens, 0, knows, field.mostlyNew ? 2 : 1));
  const { name, person } = nameHead(tokens, field.mostlyNew);
  const { from, count } = known ?? name;
  const isApart = person && (person.from >= from + count || person.from + person.count <= from);
  const words = nameOf(tokens.slice(from, from + count));
  return { words, from, count, person: isApart ? person : undefined };
}

/** Joins the words of a name, with the commas in it: `Smith, Jones & Partners`. */
const nameOf = (tokens: readonly Token[]): string =>
  tokens.map(({ said, ends }, at) => (ends && at < tokens.length - 1 ? `${said},` : said)).join(' ');
