import type { Call, Json } from '../../kernel/card/card.js';
import type { Inbound } from '../../kernel/chat/chat.js';
import { type Command, fitted, type Speaking } from '../../kernel/command/command.js';
import { complete } from '../../kernel/command/complete.js';
import { InputError, MissingError } from '../../kernel/command/errors.js';
import { readFields, readLine } from '../../kernel/command/read-line.js';
import { hasRole } from '../../kernel/command/roles.js';
import { sayIn } from '../../kernel/command/say-in.js';
import { recordNumbersIn } from '../../kernel/records/record-number.js';
import { subjectOfMessage } from '../../store/messages/posted-cards.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import { textsIn, wordsInEach } from '../../texts/languages.js';
import { plainCard, unknownCard } from './dispatch-cards.js';
import type { DispatchOptions, Given, InboundAct } from './dispatch-options.js';
import { type Draft, findDraft } from './open-drafts.js';

/** Understands an act: a command with its input, or an answer without a run. */
export async function understand<C extends Speaking & Given>(
  options: DispatchOptions<C>,
  inbound: Inbound,
  said: { eventId: string; line: string; person: Person; place: Place },
): Promise<InboundAct<C>> {
  const { store, clock, registry, lookups } = options;
  const { eventId, line, person, place } = said;
  const { act } = inbound;
  const replyTo = act.kind === 'say' ? act.replyTo : act.kind === 'tap' ? act.messageId : undefined;
  const given: Given = {
    db: store.db,
    person,
    place,
    platform: inbound.platform,
    now: clock.now(),
    words: line,
    actId: `${inbound.platform}:${eventId}`,
    subject: replyTo
      ? await subjectOfMessage(store.db, inbound.platform, inbound.place.id, replyTo)
      : subjectOfWords(act),
    quoted: act.kind === 'say' ? act.quoted?.trim() || undefined : undefined,
  };
  const context = await options.context(given);
  if (act.kind === 'say') return await understandLine(options, line, context, act.spoken === true);
  const typed = act.kind === 'form' ? { ...act.call.input, ...act.fields } : act.call.input;
  const { v, ...input } = typed;
  if (v !== undefined && v !== null) context.v = versionOf(v);
  const call = { command: act.call.command, input };
  context.words = sayIn(registry, context.locale)(call);
  return { context, command: registry.get(call.command), call, lookups };
}

/** The version in a tap, also as text; what is no version fits no record, so that the tap is on an old card. */
const versionOf = (v: Json): number => (/^\d{1,15}$/.test(String(v)) ? Number(v) : Number.NaN);

/** The first record number in a quoted message. */
const subjectOfWords = (act: Inbound['act']): string | undefined =>
  act.kind === 'say' ? recordNumbersIn(act.quoted ?? '')[0] : undefined;

async function understandLine<C extends Speaking & Given>(
  options: DispatchOptions<C>,
  line: string,
  context: C,
  isSpoken: boolean,
): Promise<InboundAct<C>> {
  const { registry, lookups, store } = options;
  const draft = await findDraft(store.db, context.person.id, context.place.id);
  if (wordsInEach(({ dispatch }) => dispatch.cancelWords).includes(line.trim().toLowerCase())) {
    const { cancelled, nothingToCancel } = textsIn(context.groupLocale ?? context.locale).dispatch;
    const said = draft ? cancelled : nothingToCancel;
    return { context, lookups, endsDraft: true, answer: { cards: [plainCard('cancelled', said, said)] } };
  }
  const order = await options.onOrder?.(line, context);
  const ordered = order?.isSure ? registry.get(order.call.command) : undefined;
  if (order && ordered) return { context, lookups, command: ordered, call: order.call };
  const first = /^\s*\/?([^\s:：=＝]+)/.exec(line)?.[1] ?? '';
  if (draft && !registry.said(first) && !/^\s*[>＞]/.test(line)) {
    const filled = await fillDraft(draft, line, context, options);
    if (await answers(draft, filled)) return filled;
    // A person who moved on to another matter is not held at the question: `这个月我赢了多少` ("how much did I win
    // this month"), `今天拜访了…` ("visited … today").
    const other = await options.onSentence?.(line, { ...context, words: line }, isSpoken);
    const command = other?.isSure ? registry.get(other.call.command) : undefined;
    if (!other || !command) return filled;
    return { context: { ...context, words: line }, lookups, command, call: other.call };
  }
  const reading = await readLine(line, registry, lookups, context);
  if (reading.kind === 'call') {
    const { command, call } = aboutMessage(options, reading.command, reading.call, context);
    return { context, lookups, command, call: aboutSubject(command, call, context) };
  }
  if (reading.kind === 'name') return cardOfName(options, reading.words, context);
  const heard = await options.onSentence?.(line, context, isSpoken);
  const command = heard && registry.get(heard.call.command);
  if (command) return { context, lookups, command, call: heard.call };
  if (context.subject) return await replyToCard(options, line, context);
  const missed = { words: reading.words, first: reading.first };
  const near = (await options.onUnknown?.(missed, context)) ?? [];
  const may = (one: Command<C>) => hasRole(context.person.role, one.role);
  const isVerb = registry.nearest(reading.first, may).length > 0;
  const card = unknownCard(reading.words, isVerb ? reading.first : undefined, near, context.locale);
  const quiet = context.place.kind === 'group';
  return { context, lookups, answer: { cards: [card], quiet }, missed };
}

/** Whether the words can answer what was asked. */
async function answers<C extends Speaking & Given>(
  { asking }: Draft,
  { command, call, lookups, context }: InboundAct<C>,
): Promise<boolean> {
  if (!command || !call) return true;
  try {
    await complete(call, command, lookups, context);
  } catch (error) {
    return !(error instanceof InputError) || error instanceof MissingError || error.field !== asking;
  }
  return true;
}

/** A reply to a card without a verb is about that card's record. */
async function replyToCard<C extends Speaking & Given>(
  options: DispatchOptions<C>,
  line: string,
  context: C,
): Promise<InboundAct<C>> {
  const { registry, lookups, onReply } = options;
  const verb = registry.get(onReply)?.words[context.locale][0] ?? '';
  const reading = await readLine(`${verb} ${context.subject} ${line}`, registry, lookups, context);
  if (reading.kind !== 'call') throw new InputError(null, textsIn(context.locale).dispatch.notUnderstood);
  return { context, lookups, command: reading.command, call: reading.call };
}

/** A bare name means its card. */
function cardOfName<C extends Speaking & Given>(
  options: DispatchOptions<C>,
  words: string,
  context: C,
): InboundAct<C> {
  const { registry, lookups, onName } = options;
  const command = registry.get(onName);
  const field = Object.keys(command?.fields ?? {})[0] ?? '';
  return { context, lookups, command, call: { command: onName, input: { [field]: words } } };
}

/**
 * A command in answer to a message, without words of its own, is about that message: `文章` ("article"),
 * perhaps with tags.
 */
function aboutMessage<C extends Speaking & Given>(
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
function aboutSubject<C extends Speaking & Given>(command: Command<C>, call: Call, context: C): Call {
  const [name, field] = Object.entries(command.fields)[0] ?? [];
  const blank = name && field?.kind === 'lookup' && field.required && call.input[name] === undefined;
  return blank && context.subject ? { ...call, input: { ...call.input, [name]: context.subject } } : call;
}

/**
 * Fills a draft with the answer: a number picks a choice, pieces and notes are read for missing fields, and
 * anything else is the field's words.
 */
async function fillDraft<C extends Speaking & Given>(
  draft: Draft,
  line: string,
  context: C,
  { registry, lookups }: DispatchOptions<C>,
): Promise<InboundAct<C>> {
  const picked = /^\s*(\d{1,2})\s*$/.exec(line)?.[1];
  const value = (picked && draft.choices?.[Number(picked) - 1]) || line.trim();
  context.words = draft.words ? `${draft.words} ${line.trim()}` : line.trim();
  const asking = registry.get(draft.call.command);
  const command = asking && fitted(asking, context);
  const known = draft.call.input;
  const kind = command?.fields[draft.asking]?.kind;
  let given: Call['input'] = { [draft.asking]: value };
  if (command && !picked && (kind === 'rest' || kind === 'piece')) {
    const blank = Object.entries(command.fields).filter(
      ([name, field]) => name === draft.asking || (field.kind === 'piece' && known[name] === undefined),
    );
    const fields = Object.fromEntries(blank);
    const read = await readFields(line, { ...command, fields }, lookups, context);
    if (Object.keys(read.input).length > 0) given = read.input;
  }
  const call = { command: draft.call.command, input: { ...known, ...given } };
  return { context, lookups, command, call };
}
