import type { Call, Json } from '../card/card.js';
import { isCompanyWord } from '../names/company-words.js';
import { sumOf } from '../pieces/amount.js';
import { deadlineMark } from '../pieces/deadline-mark.js';
import { callsEverybody } from '../pieces/mention.js';
import { findOddPieces } from '../pieces/odd-pieces.js';
import { type Piece, scan } from '../pieces/scan.js';
import { normalise } from '../words/folding.js';
import { literalPattern } from '../words/literal-pattern.js';
import { type Command, fitted, type Lookup, type Lookups, type Registry, type Speaking } from './command.js';
import { ChooseError, DeniedError, InputError } from './errors.js';
import type { Field } from './field.js';
import {
  cutMark,
  isFiller,
  isPreposition,
  joined,
  phoneCutMark,
  type Token,
  tokensOf,
} from './line-tokens.js';
import { introducesPerson } from './name-head.js';
import type { TokenSpan } from './plain-name.js';
import { type TakenWords, takeWords } from './take-words.js';
import { withTypedWords } from './typed-input.js';

/** What a line turned out to be. */
export type Reading<C extends Speaking> =
  | { kind: 'call'; command: Command<C>; call: Call }
  /** The bare name or number of a record. */
  | { kind: 'name'; words: string }
  /** No verb and no name: a sentence (read by rules of its own), or a mistyped verb. */
  | { kind: 'sentence'; words: string; first: string };

/**
 * Reads one line: `[verb] [subject] [rest in any order]`. The longest head of up to three words that is a verb
 * decides. The
 * call's values are still words; `complete` turns them into values.
 */
export async function readLine<C extends Speaking>(
  line: string,
  registry: Registry<C>,
  lookups: Lookups<C>,
  context: C,
): Promise<Reading<C>> {
  const text = normalise(line).trim().replace(/^\//, '');
  if (/^>/.test(text)) {
    const move = registry.said('>');
    if (move) return { kind: 'call', command: move, call: await readFields(text, move, lookups, context) };
  }
  const head = registry.head(text);
  if (head && head.command.takes?.(head.rest) !== false) {
    const { command, rest } = head;
    const other = command.instead?.(rest);
    const meant = (other && registry.get(other.command)) ?? command;
    const words = other?.words ?? rest;
    const call = await readFields(words, meant, lookups, context);
    return { kind: 'call', command: meant, call: withTypedWords(call, meant, line) };
  }
  const [, first = '', rest = ''] = /^([^\s:=]+)[\s:=]*([\s\S]*)$/.exec(text) ?? [];
  if (await lookups.name?.knows?.(text, context)) return { kind: 'name', words: text };
  const glued = registry.glued(first);
  if (glued && (await lookups.name?.knows?.(glued.rest, context))) {
    const call = await readFields(`${glued.rest} ${rest}`, glued.command, lookups, context);
    return { kind: 'call', command: glued.command, call: withTypedWords(call, glued.command, line) };
  }
  return { kind: 'sentence', words: text, first };
}

/** Reads the words after the verb into a command's fields: typed pieces first, then names, then the rest. */
export async function readFields<C extends Speaking>(
  said: string,
  given: Command<C>,
  lookups: Lookups<C>,
  context: C,
): Promise<Call> {
  const input: Record<string, Json> = {};
  const command = fitted(given, context);
  const names = Object.entries(command.fields);
  const named = await takeMentioned(takeNamed(said, names, input), names, input, lookups, context);
  const left = takePieces(named, names, input, context);
  let tokens = tokensOf(left);
  const isRest = ([, field]: [string, Field]) => field.kind === 'rest';
  // The answer to a question is read for few fields, and its words were asked for.
  const isAnswer = names.every(([, { kind }]) => kind === 'rest' || kind === 'piece');
  const hasRest = names.some((one) => isRest(one) && !one[1].asked);
  // What takes all words comes last, wherever it is said.
  const inTurn = [...names.filter((one) => !isRest(one)), ...names.filter(isRest)];
  let text = left.replaceAll(phoneCutMark, '').replaceAll(cutMark, '');
  for (const [at, [name, field]] of inTurn.entries()) {
    if (field.kind === 'flag') {
      const flag = tokens.findIndex(({ said }) => field.parse(said, context.at) === true);
      if (flag >= 0) {
        input[name] = true;
        tokens = tokens.toSpliced(flag, 1);
      }
    } else if (field.kind !== 'named' && input[name] === undefined && tokens.length > 0) {
      const lookup = lookups[field.among ?? field.lookup ?? ''];
      const taken = await takeWords(field, tokens, {
        at: context.at,
        // A new name may begin like a known one.
        knows:
          lookup?.knows &&
          (async (words, isWhole) =>
            (await lookup.knows?.(words, context, isWhole || isNewName(field, words))) === true),
        finds: lookup && ((words) => isFound(lookup, words, context, name)),
        isAnswer,
        leaves: hasRest || inTurn.slice(at + 1).some(([, later]) => later.kind === 'lookup'),
      });
      if (taken) {
        input[name] = field.exact ? text.trim() : taken.words;
        text = text.replace(taken.words, '');
        giveContact(names, input, tokens, taken.person);
        tokens = without(tokens, taken);
      }
    }
  }
  const loose = looseWords(tokens, names, input);
  if (loose && !blame(loose, names, input)) return { command: command.name, input, loose };
  return { command: command.name, input };
}

/** Whether several words may be a new name, which begins like a known one. */
const isNewName = (field: Field, words: string): boolean => field.kind === 'name' && /\s/u.test(words);

/** Whether the words mean a record, or several of which one may be picked. */
async function isFound<C extends Speaking>(
  { find }: Lookup<C>,
  words: string,
  context: C,
  field: string,
): Promise<boolean> {
  try {
    return (await find(words, context, field)) !== undefined;
  } catch (error) {
    if (error instanceof ChooseError) return true;
    if (error instanceof InputError || error instanceof DeniedError) return false;
    throw error;
  }
}

/** The tokens that stay, without the word before a taken value that says how it is meant: `on price`. */
function without(tokens: readonly Token[], { from, count, left, person }: TakenWords): Token[] {
  const isTaken = (at: number, span?: TokenSpan) => span && at >= span.from && at < span.from + span.count;
  return tokens.flatMap((token, at) => {
    if (isTaken(at, person)) return [];
    if (isTaken(at, { from, count }))
      return left && at === from ? [{ ...token, said: left, isMarked: true }] : [];
    if (person && at === person.from - 1 && introducesPerson.test(token.said)) return [];
    return at === from - 1 && isPreposition(token) ? [] : [token];
  });
}

/** Gives the person who was named beside a company to the field that holds a contact. */
function giveContact(
  names: [string, Field][],
  input: Record<string, Json>,
  tokens: readonly Token[],
  person: TokenSpan | undefined,
): void {
  const [name] = names.find(([, field]) => field.piece === 'contact') ?? [];
  if (!person || !name || input[name] !== undefined) return;
  input[name] = joined(tokens.slice(person.from, person.from + person.count));
}

/** The words that nothing took and that say something, or undefined. */
function looseWords(
  tokens: readonly Token[],
  names: [string, Field][],
  input: Record<string, Json>,
): string | undefined {
  const labels = new Set(
    names
      .filter(([name]) => input[name] !== undefined)
      .flatMap(([, field]) => [...Object.values(field.label), ...(field.words ?? [])])
      .flatMap((label) => label.toLowerCase().split(' ')),
  );
  const says = (token: Token) =>
    !isPreposition(token) && !isFiller(token) && !labels.has(token.said.toLowerCase());
  return tokens.some(says) ? joined(tokens) : undefined;
}

/** Words that nothing took, where a piece was wanted and none was found: most likely that piece, mistyped. */
function blame(words: string, names: [string, Field][], input: Record<string, Json>): boolean {
  const pieces = names.filter(([, field]) => field.kind === 'piece');
  const [first] = pieces;
  const isWanted = pieces.every(([name]) => input[name] === undefined);
  if (!first || !isWanted || names.some(([, field]) => field.kind === 'rest')) return false;
  input[first[0]] = words;
  return true;
}

/** What is called by its name goes first, whatever it looks like: `预算=30万`. */
function takeNamed(text: string, names: [string, Field][], input: Record<string, Json>): string {
  let left = text;
  for (const [name, { words = [], bare, equals }] of names) {
    const sign = equals ? '=' : bare ? '[=:]?' : '[=:]';
    for (const word of words.toSorted((a, b) => b.length - a.length)) {
      const called = literalPattern(word);
      const found = new RegExp(
        `(^|[\\s,;、])${called}\\s*${sign}\\s*(?:"([^"]+)"|((?:[^\\s,;、]|,(?=\\d{3}))+))`,
        'iu',
      ).exec(left);
      if (!found || input[name] !== undefined) continue;
      input[name] = found[2] ?? found[3] ?? '';
      left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`;
    }
  }
  return left;
}

/** Takes the whole name of a known person after @, also of several words: `@Tom Baker`. */
async function takeMentioned<C extends Speaking>(
  text: string,
  names: [string, Field][],
  input: Record<string, Json>,
  lookups: Lookups<C>,
  context: C,
): Promise<string> {
  const [name, field] = names.find(([, one]) => one.piece === 'mention') ?? [];
  const knows = lookups[field?.lookup ?? '']?.knows;
  const found = /(?<![\w.@/<])@(?<words>\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){1,3})/u.exec(text);
  if (!name || !knows || !found || input[name] !== undefined) return text;
  const words = found.groups?.words?.split(' ') ?? [];
  for (let count = words.length; count > 1; count--) {
    const called = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,]+$/u, '');
    if (!(await knows(called, context))) continue;
    input[name] = called;
    return `${text.slice(0, found.index)} ${cutMark}${text.slice(found.index + 1 + called.length)}`;
  }
  return text;
}

function takePieces<C extends Speaking>(
  text: string,
  names: [string, Field][],
  input: Record<string, Json>,
  context: C,
): string {
  const wanted = new Set(names.flatMap(([, field]) => (field.piece ? [field.piece] : [])));
  const plain = takeOdd(text, wanted, names, input, context);
  let left = '';
  let end = 0;
  for (const found of scan(plain, wanted, context.at)) {
    const slot = names.find(
      ([name, field]) => field.piece === found.piece.kind && (field.many || input[name] === undefined),
    );
    if (!slot) continue;
    const [name, field] = slot;
    const { piece } = found;
    // What a command about a new name begins with is that name: `lead 3M wants a portal`.
    const isName =
      found.from === 0 &&
      names[0]?.[1].kind === 'name' &&
      (/^\d[A-Z]$/u.test(found.words) ||
        (piece.kind === 'contact' && isCompanyWord(/^ (\p{L}+)/u.exec(plain.slice(found.to))?.[1] ?? '')));
    if (isName) continue;
    // Who calls everybody names no colleague: the words stay.
    if (piece.kind === 'mention' && !field.required && callsEverybody(piece)) continue;
    const value = jsonOf(found.piece);
    input[name] = field.many ? [...((input[name] as Json[] | undefined) ?? []), value] : value;
    left += `${withoutLead(plain.slice(end, found.from), piece.kind)} ${found.piece.kind === 'phone' ? phoneCutMark : cutMark}`;
    end = found.to + (found.piece.kind === 'date' ? deadlineMark(plain.slice(found.to)) : 0);
  }
  return left + plain.slice(end);
}

/** The words before a piece without the one that only leads to it: `2 million by June 30`, `Spa for 20k`. */
function withoutLead(words: string, kind: Piece['kind']): string {
  if (kind === 'date') return words.replace(/(?<=^|[\s,])(?:by|on|before|until|till|due|for)\s+$/iu, '');
  if (kind === 'phone')
    return words.replace(/(?<=^|[\s,])(?:on|at|tel|phone|mobile|mob|cell|ph|number|no)[.:]?\s+$/iu, '');
  return kind === 'amount' ? words.replace(/(?<=^|[\s,])(?:for|at|worth|of|about|around)\s+$/iu, '') : words;
}

/** Takes what looks like a date or an amount and can be none: no name swallows it, and its field refuses it. */
function takeOdd<C extends Speaking>(
  text: string,
  wanted: ReadonlySet<Piece['kind']>,
  names: [string, Field][],
  input: Record<string, Json>,
  context: C,
): string {
  let left = text;
  for (const odd of findOddPieces(text, context.at, wanted).toReversed()) {
    const slot = names.find(
      ([name, field]) => field.piece === odd.kind && !field.many && input[name] === undefined,
    );
    if (!slot) continue;
    input[slot[0]] = odd.words;
    left = `${left.slice(0, odd.from)} ${cutMark}${left.slice(odd.to)}`;
  }
  return left;
}

function jsonOf(piece: Piece): Json {
  if (piece.kind === 'date' || piece.kind === 'asof')
    return piece.time ? `${piece.value}T${piece.time}` : piece.value;
  if (piece.kind === 'amount') return sumOf(piece.value, piece.currency);
  return piece.value;
}
