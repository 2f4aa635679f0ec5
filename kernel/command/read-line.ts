import type { Call, Json } from '../card/card.js';
import { type Piece, scan } from '../pieces/scan.js';
import { normalise } from '../words/folding.js';
import { literalPattern } from '../words/literal-pattern.js';
import { type Command, fitted, type Lookups, type Registry, type Speaking } from './command.js';
import type { Field } from './field.js';

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
  if (head) {
    const { command, rest } = head;
    const other = command.instead?.(rest);
    const meant = (other && registry.get(other.command)) ?? command;
    const words = other?.words ?? rest;
    return { kind: 'call', command: meant, call: await readFields(words, meant, lookups, context) };
  }
  const [, first = '', rest = ''] = /^([^\s:=]+)[\s:=]*([\s\S]*)$/.exec(text) ?? [];
  if (await lookups.name?.knows?.(text, context)) return { kind: 'name', words: text };
  const glued = registry.glued(first);
  if (glued && (await lookups.name?.knows?.(glued.rest, context))) {
    const call = await readFields(`${glued.rest} ${rest}`, glued.command, lookups, context);
    return { kind: 'call', command: glued.command, call };
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
  const left = takePieces(takeNamed(said, names, input), names, input, context);
  let tokens = tokensOf(left);
  const isRest = ([, field]: [string, Field]) => field.kind === 'rest';
  const hasRest = names.some(isRest);
  // What takes all words comes last, wherever it is said.
  const inTurn = [...names.filter((one) => !isRest(one)), ...names.filter(isRest)];
  let text = left;
  for (const [at, [name, field]] of inTurn.entries()) {
    if (field.kind === 'flag') {
      const flag = tokens.findIndex((token) => field.parse(token, context.at) === true);
      if (flag >= 0) {
        input[name] = true;
        tokens = tokens.toSpliced(flag, 1);
      }
    } else if (field.kind !== 'named' && input[name] === undefined && tokens.length > 0) {
      const leaves = hasRest || inTurn.slice(at + 1).some(([, later]) => later.kind === 'lookup');
      const taken = await takeTokens(field, tokens, lookups, context, leaves);
      if (taken) {
        input[name] = field.exact ? text.trim() : taken.words;
        text = text.replace(taken.words, '');
        tokens = tokens.toSpliced(taken.from, taken.count, ...(taken.left ? [taken.left] : []));
      }
    }
  }
  if (tokens.length > 0) blame(tokens.join(' '), names, input);
  return { command: command.name, input };
}

/** Words that nothing took, where a piece was wanted and none was found: most likely that piece, mistyped. */
function blame(words: string, names: [string, Field][], input: Record<string, Json>): void {
  const pieces = names.filter(([, field]) => field.kind === 'piece');
  const [first] = pieces;
  if (first && pieces.every(([name]) => input[name] === undefined)) input[first[0]] = words;
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

function takePieces<C extends Speaking>(
  text: string,
  names: [string, Field][],
  input: Record<string, Json>,
  context: C,
): string {
  const wanted = new Set(names.flatMap(([, field]) => (field.piece ? [field.piece] : [])));
  let left = '';
  let end = 0;
  for (const found of scan(text, wanted, context.at)) {
    const slot = names.find(
      ([name, field]) => field.piece === found.piece.kind && (field.many || input[name] === undefined),
    );
    if (!slot) continue;
    const [name, field] = slot;
    const value = jsonOf(found.piece);
    input[name] = field.many ? [...((input[name] as Json[] | undefined) ?? []), value] : value;
    left += `${text.slice(end, found.from)} `;
    end = found.to;
  }
  return left + text.slice(end);
}

function jsonOf(piece: Piece): Json {
  if (piece.kind === 'date' || piece.kind === 'asof')
    return piece.time ? `${piece.value}T${piece.time}` : piece.value;
  return piece.value;
}

interface Taken {
  words: string;
  from: number;
  count: number;
  /** What stays of a word of which the head was taken. */
  left?: string;
}

/** The longest head of a word that the field can read. */
function headOf<C extends Speaking>(
  field: Field,
  rest: RegExp,
  tokens: string[],
  context: C,
): Taken | undefined {
  for (const [from, token] of tokens.entries()) {
    for (let end = token.length - 1; end > 0; end--) {
      const [words, left] = [token.slice(0, end), token.slice(end)];
      if (rest.test(left) && field.parse(words, context.at) !== undefined)
        return { words, from, count: 1, left };
    }
  }
  return undefined;
}

async function takeTokens<C extends Speaking>(
  field: Field,
  tokens: string[],
  lookups: Lookups<C>,
  context: C,
  leaves: boolean,
): Promise<Taken | undefined> {
  if (field.kind === 'rest') return { words: tokens.join(' '), from: 0, count: tokens.length };
  if (field.choices || field.finds) {
    for (const count of [2, 1]) {
      const words = tokens.map((_, from) => tokens.slice(from, from + count).join(' '));
      const from = words.findIndex((said) => field.parse(said, context.at) !== undefined);
      if (from >= 0) return { words: words[from] ?? '', from, count };
    }
    return field.glued && headOf(field, field.glued, tokens, context);
  }
  if (field.kind === 'lookup') {
    const knows = lookups[field.lookup ?? '']?.knows;
    for (let count = Math.min(5, tokens.length); knows && count > 1; count--) {
      const words = tokens.slice(0, count).join(' ');
      if (await knows(words, context)) return { words, from: 0, count };
    }
    // An optional name before a note or another name takes only what it knows; the other words are theirs.
    if (knows && leaves && !field.required && !(await knows(tokens[0] ?? '', context))) return undefined;
  }
  if (field.kind === 'lookup' || field.kind === 'word') return { words: tokens[0] ?? '', from: 0, count: 1 };
  return undefined;
}

/** Words apart by white space; what stands in quotes is one. */
function tokensOf(text: string): string[] {
  return [...text.matchAll(/"([^"]+)"|(\S+)/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((token) => token.replace(/^[,，、;；。:：]+|[,，、;；。:：]+$/g, ''))
    .filter((token) => token !== '');
}
