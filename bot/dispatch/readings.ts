import type { Call } from '../../kernel/card/card.js';
import {
  type Command,
  fitted,
  type Lookups,
  type Registry,
  type Speaking,
} from '../../kernel/command/command.js';
import { complete } from '../../kernel/command/complete.js';
import { InputError, MissingError } from '../../kernel/command/errors.js';
import { type Reading, readFields, readLine } from '../../kernel/command/read-line.js';
import { pickedByWords, tellsWhatWasDone } from '../../language/arbiter/picked-words.js';
import type { MessageReading, Strength } from '../../language/arbiter/reading.js';
import { nameAnswered } from '../../language/names/name-answered.js';
import { isNameLike, readsAsSentence } from '../../language/names/name-like.js';
import { plainOrder } from '../../language/order/order-parts.js';
import { plainPeriods } from '../../language/question/plain-periods.js';
import { isQuestion } from '../../language/sentence/cues.js';
import type { ActGiven, DispatchOptions, InboundAct } from './dispatch-options.js';
import type { Draft } from './open-drafts.js';

/** A line as somebody said it, and the question that is open. */
export interface SaidLine<C extends Speaking & ActGiven> {
  line: string;
  context: C;
  isSpoken: boolean;
  draft: Draft | undefined;
}

export type LineReading<C extends Speaking> = MessageReading<InboundAct<C>>;

/** Reads the line as the answer to the open question. */
export async function readAnswer<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  { line, context, draft }: SaidLine<C>,
): Promise<LineReading<C> | undefined> {
  if (!draft) return undefined;
  const picked = pickedChoice(draft, line);
  // Where one of several was to be picked, other words are the answer only if they name one of them.
  if (
    draft.choices &&
    picked === undefined &&
    (tellsWhatWasDone(line) || !(await namesChoice(options, draft, line, context)))
  )
    return undefined;
  if (picked === undefined && asksName(options, draft) && !isNameLike(line)) return undefined;
  if (picked === undefined && asksWords(options, draft) && !context.answersQuestion && isQuestion(line))
    return undefined;
  const value = asksLookup(options, draft) ? nameAnswered(line) : line.trim();
  const act = await fillDraft(options, draft, picked ?? value, line, context);
  if (picked !== undefined || !act.command || !act.call) return { kind: 'answer', strength: 'exact', act };
  // Free words fit always: of those that did not serve once, the next line is no better.
  if (draft.tried && act.command.fields[draft.asking]?.kind === 'rest') return undefined;
  const wrong = await errorOf(act);
  const isWrong =
    wrong instanceof InputError && !(wrong instanceof MissingError) && wrong.field === draft.asking;
  if (isWrong) return draft.tried ? undefined : { kind: 'answer', strength: 'weak', act };
  return { kind: 'answer', strength: await fitOf(options, draft, act, { line, context }), act };
}

/** Whether a reason or what was done was asked for: a question is none, but it may be the title of an article. */
function asksWords<C extends Speaking & ActGiven>(
  { registry }: DispatchOptions<C>,
  { call, asking }: Draft,
): boolean {
  const command = registry.get(call.command);
  const field = command?.fields[asking];
  return field?.kind === 'rest' && !field.exact && !command?.reads && !command?.looks;
}

/** Whether the open question is which record is meant. */
const asksLookup = <C extends Speaking & ActGiven>(
  { registry }: DispatchOptions<C>,
  { call, asking }: Draft,
): boolean => registry.get(call.command)?.fields[asking]?.kind === 'lookup';

/** Whether the open question is what a customer is called, which may be one whom nobody knows yet. */
function asksName<C extends Speaking & ActGiven>(
  { registry }: DispatchOptions<C>,
  { call, asking }: Draft,
): boolean {
  const command = registry.get(call.command);
  const [first] = Object.keys(command?.fields ?? {});
  return asking === first && asking === 'customer' && command?.fields[asking]?.kind !== 'lookup';
}

/** The value of the choice that a number or the words of its button pick, or undefined. */
function pickedChoice({ choices = [], labels = [], words }: Draft, line: string): string | undefined {
  const said = line.trim();
  const number = /^(\d{1,2})$/.exec(said)?.[1];
  if (number) return choices[Number(number) - 1];
  const at = labels.findIndex((label) => label.toLowerCase() === said.toLowerCase());
  return choices[at] ?? choices[pickedByWords(labels, said, words) ?? -1];
}

/** Whether words that are no number and no button's name one of the choices shown. */
async function namesChoice<C extends Speaking & ActGiven>(
  { registry, lookups }: DispatchOptions<C>,
  { call, asking, choices = [] }: Draft,
  line: string,
  context: C,
): Promise<boolean> {
  const command = registry.get(call.command);
  const field = command && fitted(command, context).fields[asking];
  const lookup = lookups[field?.lookup ?? ''];
  const read = field?.parse(line.trim(), context.at);
  const value = lookup ? await lookup.find(line.trim(), context, asking).catch(() => undefined) : read;
  return typeof value === 'string' && choices.includes(value);
}

/** How well words that the asked field can read fit as the answer. */
async function fitOf<C extends Speaking & ActGiven>(
  { lookups }: DispatchOptions<C>,
  { asking, choices }: Draft,
  { command, call }: InboundAct<C>,
  { line, context }: { line: string; context: C },
): Promise<Strength> {
  const field = command?.fields[asking];
  if (!field) return 'weak';
  if (choices || field.kind === 'lookup' || field.choices || field.finds) return 'strong';
  // A long line that holds such a piece is rather a matter of its own.
  if (field.kind === 'piece')
    return call?.input[asking] === line.trim()
      ? 'strong'
      : line.trim().length > longestPiece
        ? 'weak'
        : 'fair';
  // A product is called by a name: a sentence tells of something else.
  if (field.equals && readsAsSentence(line)) return 'weak';
  return (await lookups.name?.knows?.(line.trim(), context)) && field.required ? 'strong' : 'fair';
}

/** What keeps a call from being carried out, as far as its own words tell; undefined if nothing does. */
async function errorOf<C extends Speaking>({ command, call, lookups, context }: InboundAct<C>) {
  if (!command || !call) return undefined;
  try {
    await complete(call, command, lookups, context);
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Reads the line as a command by its verb, or as the bare name of a record. */
export async function readVerb<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  { line, context }: SaidLine<C>,
): Promise<{ readings: LineReading<C>[]; words: string; first: string }> {
  const { lookups } = options;
  const read = await readSpelt(options, line, context);
  if (read.kind === 'sentence') return { readings: [], words: read.words, first: read.first };
  const first = '';
  if (read.kind === 'name')
    return { readings: [nameReading(options, read.words, context)], words: read.words, first };
  const about = aboutMessage(options, read.command, read.call, context);
  const call = aboutSubject(about.command, about.call, context);
  const command = fitted(about.command, context);
  const act = { context, lookups, command, call };
  const error = await errorOf(act);
  const isWrong = error instanceof InputError && !(error instanceof MissingError);
  const isUnsure = call.loose !== undefined || (isWrong && !(await isMeant(options, act, error)));
  const strength = isUnsure ? 'fair' : 'strong';
  const readings: LineReading<C>[] = [{ kind: 'command', strength, isAside: isUnsure, act }];
  const isName = isWrong && line.length <= longestName && (await lookups.name?.knows?.(line.trim(), context));
  if (isName) readings.push(nameReading(options, line.trim(), context));
  return { readings, words: line, first };
}

/** Whether a wrong command is still meant as one: a piece of it cannot be read, or it names a known record. */
async function isMeant<C extends Speaking & ActGiven>(
  { lookups }: DispatchOptions<C>,
  { command, call, context }: InboundAct<C>,
  { field: name }: InputError,
): Promise<boolean> {
  const field = command?.fields[name ?? ''];
  const words = call?.input[name ?? ''];
  if (!command || !field || typeof words !== 'string') return false;
  // Without a note, words that nothing takes stand in for a missing piece.
  if (field.kind === 'piece') return Object.values(command.fields).some(({ kind }) => kind === 'rest');
  return field.kind === 'lookup' && (await lookups.name?.knows?.(words, context)) === true;
}

/** Reads the line, and where it holds a command that is wrong, the line with its spans of time written out: `forecast last qtr`. */
async function readSpelt<C extends Speaking & ActGiven>(
  { registry, lookups }: DispatchOptions<C>,
  line: string,
  context: C,
): Promise<Reading<C>> {
  const read = await readPlain(line, registry, lookups, context);
  const spelt = plainPeriods(line);
  if (read.kind !== 'call' || !read.command.reads || spelt === line) return read;
  const again = await readPlain(spelt, registry, lookups, context);
  return again.kind === 'call' && again.command.name === read.command.name ? again : read;
}

/** Reads the line, and where that finds no command, the line without politeness round it: `right. move Acme please`. */
async function readPlain<C extends Speaking>(
  line: string,
  registry: Registry<C>,
  lookups: Lookups<C>,
  context: C,
): Promise<Reading<C>> {
  const read = await readLine(line, registry, lookups, context);
  const plain = plainOrder(line);
  if (read.kind !== 'sentence' || plain === line.trim()) return read;
  const again = await readLine(plain, registry, lookups, context);
  return again.kind === 'call' && !again.call.loose ? again : read;
}

/** Most letters of words that answer with a day, an amount or the like. */
const longestPiece = 24;

/** Most letters of a name that begins with a verb. */
const longestName = 40;

/** A bare name means its card. */
function nameReading<C extends Speaking & ActGiven>(
  { registry, lookups, onName }: DispatchOptions<C>,
  words: string,
  context: C,
): LineReading<C> {
  const command = registry.get(onName);
  const field = Object.keys(command?.fields ?? {})[0] ?? '';
  const call = { command: onName, input: { [field]: words } };
  return { kind: 'name', strength: 'strong', act: { context, lookups, command, call } };
}

/** Reads the line as what it says in words, each way that the product knows. */
export async function readWords<C extends Speaking & ActGiven>(
  { inWords, registry, lookups }: DispatchOptions<C>,
  { line, context, isSpoken }: SaidLine<C>,
): Promise<LineReading<C>[]> {
  const readings: LineReading<C>[] = [];
  const own = { ...context, words: line };
  for (const read of inWords) {
    const found = await read({ line, isSpoken }, own);
    const command = found && registry.get(found.call.command);
    if (!found || !command) continue;
    const { call, ...meant } = found;
    readings.push({ ...meant, act: { context: own, lookups, command, call } });
    if (meant.strength === 'exact') break;
  }
  return readings;
}

/** A reply to a card without a verb is about that card's record. */
export async function readReply<C extends Speaking & ActGiven>(
  { registry, lookups, onReply }: DispatchOptions<C>,
  { line, context }: SaidLine<C>,
): Promise<LineReading<C> | undefined> {
  if (!context.subject) return undefined;
  const verb = registry.get(onReply)?.words[context.locale][0] ?? '';
  const read = await readLine(`${verb} ${context.subject} ${line}`, registry, lookups, context);
  if (read.kind !== 'call') return undefined;
  const act = { context, lookups, command: read.command, call: read.call };
  return { kind: 'reply', strength: 'fair', act };
}

/**
 * A command in answer to a message, without words of its own, is about that message: `文章` ("article"),
 * perhaps with tags.
 */
function aboutMessage<C extends Speaking & ActGiven>(
  { registry }: DispatchOptions<C>,
  command: Command<C>,
  call: Call,
  { quoted, subject }: C,
): { command: Command<C>; call: Call } {
  const said = Object.keys(call.input);
  const isAbout = quoted !== undefined || (subject !== undefined && said.length === 0);
  const isWordless = said.every((name) => command.fields[name]?.kind !== 'rest');
  const other = isAbout && isWordless && command.ofMessage ? registry.get(command.ofMessage) : undefined;
  return other ? { command: other, call: { ...call, command: other.name } } : { command, call };
}

/** A command without a record, in answer to a card, is about that card's record: `推` ("move"). */
function aboutSubject<C extends Speaking & ActGiven>(command: Command<C>, call: Call, context: C): Call {
  const [name, field] = Object.entries(command.fields)[0] ?? [];
  const blank = name && field?.kind === 'lookup' && field.required && call.input[name] === undefined;
  const subject = context.subject ?? (field?.lookup === 'task' ? context.posted : undefined);
  return blank && subject ? { ...call, input: { ...call.input, [name]: subject } } : call;
}

/** Fills a draft with the answer: pieces and notes are read for missing fields, other words are the field's. */
async function fillDraft<C extends Speaking & ActGiven>(
  { registry, lookups }: DispatchOptions<C>,
  draft: Draft,
  value: string,
  line: string,
  given: C,
): Promise<InboundAct<C>> {
  const context = { ...given, words: draft.words ? `${draft.words} ${line.trim()}` : line.trim() };
  const asking = registry.get(draft.call.command);
  const command = asking && fitted(asking, context);
  const known = draft.call.input;
  const kind = command?.fields[draft.asking]?.kind;
  let filled: Call['input'] = { [draft.asking]: value };
  if (command && value === line.trim() && (kind === 'rest' || kind === 'piece')) {
    const blank = Object.entries(command.fields).filter(
      ([name, field]) => name === draft.asking || (field.kind === 'piece' && known[name] === undefined),
    );
    const read = await readFields(line, { ...command, fields: Object.fromEntries(blank) }, lookups, context);
    if (Object.keys(read.input).length > 0) filled = read.input;
  }
  const call = { command: draft.call.command, input: { ...known, ...filled } };
  return { context, lookups, command, call };
}
