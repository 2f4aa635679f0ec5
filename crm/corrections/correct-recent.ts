import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { readBareHour } from '../../kernel/pieces/dates/bare-hour.js';
import { scan } from '../../kernel/pieces/scan.js';
import { customerNo, dealNo, recordNumber, taskNo } from '../../kernel/records/record-number.js';
import type { Correction, Money } from '../../language/reading/sentence-reading.js';
import { prepareSentence } from '../../language/sentence/prepare.js';
import { saidOf } from '../../sales/deals/prices.js';
import type { DoneAct } from '../../store/activity/event-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { recordName, undoOwnAct } from '../acts/undo-act.js';
import { heard } from '../lookup/hear-sentence.js';
import { openSubject } from '../lookup/open-subject.js';
import { taskLabel } from '../lookup/task-named.js';
import { openCustomer } from '../words/open-records.js';
import { applyCorrection, unclear } from './apply-correction.js';
import { correctLast } from './correct-last.js';
import { correctOffer } from './correct-offer.js';
import { correctTold } from './correct-told.js';
import { type Correctable, correctableAt, correctableIn, type ValueKind, valueKind } from './correctable.js';
import { type LastTold, type RecordedPart, toldIn, unwrittenCard, whichPartCard } from './last-recorded.js';
import { actsMeant, isUnsure, meantEvents, recentActs, waits } from './recent-acts.js';

/** Most records that are asked about. */
const most = 4;

/**
 * Corrects what the speaker did last in this chat: the latest act whose record has such a value, of whatever kind. A card that
 * is answered goes first. Asks if several records of one act could be meant; a new record is never written.
 */
export async function correctRecent(
  ctx: Context,
  said: Correction,
  words: string,
  meant?: string,
): Promise<Card> {
  const offer = meant || ctx.subject ? undefined : await correctOffer(ctx, said, words);
  if (offer) return offer;
  const acts = meant ? await recentActs(ctx) : await actsMeant(ctx);
  const asked = await pickedByName(ctx, said);
  if (asked) return asked;
  if (!meant && !ctx.subject && waits(ctx)) throw new RuleError(textsIn(ctx.locale).sentence.mendWaiting);
  const hour = meant ? undefined : await hourMeant(ctx, acts[0], said);
  if (hour) return await correctRecent(ctx, { ...said, number: undefined, hour }, words);
  if (said.amountIs) return await correctAmountKind(ctx, acts, said, words);
  const kind = valueKind(said);
  const redone = kind || isUnsure(ctx, meant) ? undefined : await redoneElsewhere(ctx, said, acts[0]);
  if (redone) return redone;
  const denied = await deniedIn(ctx, acts, said);
  if (denied) return await correctLast(ctx, denied, said, words, meant);
  if (kind) {
    // The record that was tapped, or the one of the card that is answered.
    const isTapped = meant !== undefined && recordNumber(meant)?.type !== 'customer';
    const number = isTapped ? meant : (ctx.subject ?? (kind === 'day' ? ctx.posted : undefined));
    const answered = number ? await correctableAt(ctx, number, kind) : [];
    if (answered.length > 0) return await correctOne(ctx, answered, said, words, meant);
    const picked = meant && !isTapped ? (await openCustomer(ctx, meant)).id : undefined;
    const passed: RecordedPart[] = [];
    const unlike: Correctable[] = [];
    for (const act of acts) {
      const named = (await correctableIn(ctx, act, kind)).filter((one) => isNamed(one, said, picked));
      const found = named.filter((one) => hadValue(one, said));
      const known = new Set(unlike.map(({ record }) => record.id));
      unlike.push(...named.filter((one) => !found.includes(one) && !known.has(one.record.id)));
      if (found.length > 0) {
        // What was told of somebody else since then may as well be what is corrected.
        const since = said.mention || picked || said.former ? [] : apartFrom(passed, found);
        if (since.length > 0) return await whichRecordCard(ctx, found, words, since);
        const shown = said.mention || picked ? [] : await shownSince(ctx, found, kind);
        return await correctOne(ctx, [...shown, ...found], said, words, meant);
      }
      // A follow-up takes a day as its next step, and a price it has told of.
      const told = await toldIn(ctx, act);
      const isPicked = told?.parts.some(({ customer }) => customer.id === picked) === true;
      if (
        told &&
        (said.next || said.amount || said.number !== undefined) &&
        (isPicked || (!picked && holdsValue(ctx, told, said, kind)))
      ) {
        const known = new Set(told.parts.map(({ customer }) => customer.id));
        const since = passed.filter(({ customer }) => !said.mention && !picked && !known.has(customer.id));
        if (since.length > 0) return whichPartCard(ctx, { ...told, parts: [...since, ...told.parts] }, words);
        return await correctLast(ctx, told, said, words, meant);
      }
      passed.push(...(told?.parts ?? []));
    }
    if (said.former && unlike.length > 0)
      return await whichRecordCard(ctx, unlike, words, apartFrom(passed, unlike));
  }
  return await correctTold(ctx, acts, said, words, meant);
}

/** A bare figure as the hour of what was planned last, if that has an hour. */
async function hourMeant(
  ctx: Context,
  last: DoneAct | undefined,
  { number, amount, mention }: Correction,
): Promise<string | undefined> {
  if (!last || amount || mention || !number) return undefined;
  const planned = await correctableIn(ctx, last, 'day');
  const tasks = planned.flatMap((one) => (one.type === 'task' ? [one.record] : []));
  return tasks.length === 1 && tasks[0]?.dueTime ? readBareHour(String(number)) : undefined;
}

/**
 * What was recorded last with the customer, or as the record, that the words say was wrong; undefined if they deny none.
 * Throws RuleError if nothing of it can be corrected: nothing else is changed in its place.
 */
async function deniedIn(
  ctx: Context,
  acts: readonly DoneAct[],
  { denies, record, stranger, mention }: Correction,
): Promise<LastTold | undefined> {
  const id = denies?.hits[0]?.id;
  if (id === undefined && !(record && mention)) return undefined;
  if (stranger) throw new InputError(null, textsIn(ctx.locale).lookup.noCustomer(stranger));
  for (const act of acts) {
    const told = await toldIn(ctx, act);
    const isMeant = ({ customer, task, number }: RecordedPart) =>
      record ? (task && taskNo(task) === record) || number === record : customer.id === id;
    if (told?.parts.some(isMeant)) return told;
  }
  throw new RuleError(textsIn(ctx.locale).sentence.nothingToMend(ctx.process.undoMinutes));
}

async function correctOne(
  ctx: Context,
  among: Correctable[],
  said: Correction,
  words: string,
  meant: string | undefined,
): Promise<Card> {
  const picked = meant ? among.filter((one) => numberOf(one) === meant) : [];
  const [only, ...others] = picked.length > 0 ? picked : among;
  const isSure = picked.length > 0 || !isUnsure(ctx);
  if (!only || others.length > 0 || !isSure) return await whichRecordCard(ctx, among, words);
  const card = await applyCorrection(ctx, only, said);
  const customer = await customerById(ctx.db, customerIdOf(only) ?? '');
  return customer ? { ...card, title: textsIn(ctx.locale).sentence.mended(customer.name) } : card;
}

/** What the words may mean as well: the record shown last, where it is another customer's than what was done last. */
async function shownSince(ctx: Context, done: Correctable[], kind: ValueKind): Promise<Correctable[]> {
  const shown = ctx.topic ? await correctableAt(ctx, ctx.topic, kind).catch(() => []) : [];
  const known = new Set(done.map(customerIdOf));
  // Shown last is what was done last, unless that is of no customer.
  if (known.has(undefined)) return [];
  return shown.filter((one) => !known.has(customerIdOf(one)));
}

/** Whether the record is that of the customer that was picked or that the words name, if any. */
function isNamed(one: Correctable, { mention }: Correction, picked: string | undefined): boolean {
  const id = picked ?? (mention?.how === 'sure' ? mention.hits[0]?.id : undefined);
  return id === undefined || customerIdOf(one) === id;
}

/** Whether the record has the amount that the words deny, if they deny one. */
const hadValue = ({ type, record }: Correctable, { former }: Correction): boolean =>
  !former || type !== 'deal' || isAmount(former, saidOf(record));

/** Whether an amount is the one that was said: 四十来万 ("some 400,000") is up to a quarter more. */
const isAmount = ({ minor, approximate }: Money, amount: number | null): boolean =>
  amount !== null && (amount === minor || (approximate && amount > minor && amount < minor * 1.25));

/** Whether what was told may hold the value that is corrected: a day always, an amount that it stored or that its words say. */
function holdsValue(ctx: Context, told: LastTold, { former }: Correction, kind: ValueKind): boolean {
  if (kind === 'day') return told.parts.some(({ followUp }) => followUp);
  if (kind !== 'amount') return false;
  const stored = told.parts.flatMap(({ followUp }) => followUp?.facts.amount ?? followUp?.facts.budget ?? []);
  if (!former) return stored.length > 0;
  const said = scan(prepareSentence(told.words), new Set(['amount'] as const), ctx.at);
  const amounts = said.flatMap(({ piece }) => (piece.kind === 'amount' ? [piece.value] : []));
  return [...amounts, ...stored.map(Number)].some((one) => isAmount(former, one));
}

/** The parts that are about other customers than the records. */
function apartFrom(parts: readonly RecordedPart[], records: readonly Correctable[]): RecordedPart[] {
  const known = new Set(records.map(customerIdOf));
  return parts.filter(({ customer }) => !known.has(customer.id) && known.add(customer.id));
}

/** Corrects what the amount is that was told of last, of the customer whom the words name if they name one. */
async function correctAmountKind(
  ctx: Context,
  acts: readonly DoneAct[],
  { mention, ...said }: Correction,
  words: string,
): Promise<Card> {
  const hit = mention?.how === 'sure' ? mention.hits[0] : undefined;
  for (const act of acts) {
    const told = await toldIn(ctx, act);
    const part = told?.parts.find(
      ({ customer, followUp }) =>
        (hit === undefined || customer.id === hit.id) &&
        (followUp?.facts.amount !== undefined || followUp?.facts.budget !== undefined),
    );
    if (told && part && isUnsure(ctx) && !hit) return unwrittenCard(ctx, told, words);
    if (told && part) return await correctLast(ctx, told, said, words, customerNo(part.customer));
  }
  throw unclear(ctx);
}

/** Answers the question which record is corrected by the customer's name: 我说的是鹏程 ("I meant Pengcheng"). */
async function pickedByName(ctx: Context, said: Correction): Promise<Card | undefined> {
  const hit = said.mention?.how === 'sure' && !valueKind(said) ? said.mention.hits[0] : undefined;
  if (!hit || !waits(ctx)) return undefined;
  const calls = (ctx.labels ?? []).flatMap(({ does }) => does.map(({ call }) => call));
  for (const { command, input } of calls) {
    const { words, meant } = input;
    if (command !== 'say' || typeof words !== 'string' || typeof meant !== 'string') continue;
    const about = await openSubject(ctx, meant).catch(() => undefined);
    const again = about?.customer.id === hit.id ? (await heard(ctx, words))?.mend : undefined;
    if (again) return await correctRecent(ctx, again, words, meant);
  }
  return undefined;
}

/**
 * Gives the value of the speaker's last correction to the customer whom the words name instead: 我说的是鹏程不是宏达 ("I meant
 * Pengcheng, not Hongda"). Undefined if the last act is no correction of somebody else's record.
 */
async function redoneElsewhere(
  ctx: Context,
  { mention }: Correction,
  last: DoneAct | undefined,
): Promise<Card | undefined> {
  const hit = mention?.how === 'sure' ? mention.hits[0] : undefined;
  const changed = last ? meantEvents(last) : [];
  if (!hit || !last || changed.length === 0 || changed.some(({ before }) => before === null))
    return undefined;
  const isOthers = changed.every(({ after, before }) => {
    const id = after?.customerId ?? before?.customerId;
    return id === undefined || id !== hit.id;
  });
  const words = changed[0]?.words ?? '';
  const again = isOthers ? (await heard(ctx, words))?.mend : undefined;
  if (!again || again.mention) return undefined;
  await undoOwnAct(ctx, last.actId, { redoes: false });
  return await correctRecent(ctx, again, words, hit.number);
}

const customerIdOf = ({ record }: Correctable): string | undefined =>
  'customerId' in record ? record.customerId : undefined;

const numberOf = ({ type, record }: Correctable): string | undefined =>
  type === 'task' ? taskNo(record) : type === 'deal' ? dealNo(record) : undefined;

/** Asks which of several records the correction is about, with one button each. */
async function whichRecordCard(
  ctx: Context,
  among: Correctable[],
  words: string,
  parts: readonly RecordedPart[] = [],
): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const taps = [];
  // Where each is about another customer, the name alone tells them apart.
  const isApart = new Set(among.map(customerIdOf)).size === among.length;
  for (const { customer } of parts.slice(0, most - 1))
    taps.push(button(customer.name, 'say', { words, meant: customerNo(customer) }));
  for (const one of among.slice(0, most - taps.length)) {
    const number = numberOf(one);
    const name = isApart ? (await customerById(ctx.db, customerIdOf(one) ?? ''))?.name : undefined;
    if (number) taps.push(button(name ?? (await labelOf(ctx, one)), 'say', { words, meant: number }));
  }
  return {
    key: 'choose',
    title: isUnsure(ctx) ? t.lastUnwritten : t.whichRecord,
    tone: 'info',
    nodes: [text(words, 'quote'), ...actions(...taps)],
  };
}

async function labelOf(ctx: Context, { type, record }: Correctable): Promise<string> {
  if (type === 'task') return await taskLabel(ctx, record);
  if (type !== 'deal') return await recordName(ctx, type, record);
  const customer = await customerById(ctx.db, record.customerId);
  return [dealNo(record), record.name, customer?.name ?? ''].join(' · ');
}
