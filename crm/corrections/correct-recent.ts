import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { dealNo, recordNumber, taskNo } from '../../kernel/records/record-number.js';
import type { Correction } from '../../language/reading/sentence-reading.js';
import type { DoneAct } from '../../store/activity/event-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { recordName } from '../acts/undo-act.js';
import { taskLabel } from '../lookup/task-named.js';
import { applyCorrection } from './apply-correction.js';
import { correctLast } from './correct-last.js';
import { correctOffer } from './correct-offer.js';
import { type Correctable, correctableAt, correctableIn, type ValueKind, valueKind } from './correctable.js';
import { type LastTold, type RecordedPart, toldIn } from './last-recorded.js';
import { recentActs } from './recent-acts.js';

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
  const acts = await recentActs(ctx);
  const denied = await deniedIn(ctx, acts, said);
  if (denied) return await correctLast(ctx, denied, said, words, meant);
  const kind = valueKind(said);
  if (kind) {
    // The record that was tapped, or the one of the card that is answered.
    const isTapped = meant !== undefined && recordNumber(meant)?.type !== 'customer';
    const number = isTapped ? meant : ctx.subject;
    const answered = number ? await correctableAt(ctx, number, kind) : [];
    if (answered.length > 0) return await correctOne(ctx, answered, said, words, meant);
    for (const act of acts) {
      const found = (await correctableIn(ctx, act, kind)).filter((one) => isNamed(one, said));
      if (found.length > 0) {
        const shown = said.mention ? [] : await shownSince(ctx, found, kind);
        return await correctOne(ctx, [...shown, ...found], said, words, meant);
      }
      // A follow-up takes a day as its next step, and a price it has told of.
      const told = kind === 'day' || kind === 'amount' ? await toldIn(ctx, act) : undefined;
      const holds = told?.parts.some(({ followUp }) => followUp && (kind === 'day' || followUp.facts.amount));
      if (told && holds && (said.next || said.amount))
        return await correctLast(ctx, told, said, words, meant);
    }
  }
  for (const act of acts) {
    const told = await toldIn(ctx, act);
    if (told) return await correctLast(ctx, told, said, words, meant);
  }
  return await correctLast(ctx, undefined, said, words, meant);
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
  // After a line that was not understood, the words may be about what it should have written.
  const isSure = picked.length > 0 || !ctx.hasMissed || ctx.subject !== undefined;
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

/** Whether the record is that of the customer that the words name, if they name one. */
function isNamed(one: Correctable, { mention }: Correction): boolean {
  const id = mention?.how === 'sure' ? mention.hits[0]?.id : undefined;
  return id === undefined || customerIdOf(one) === id;
}

const customerIdOf = ({ record }: Correctable): string | undefined =>
  'customerId' in record ? record.customerId : undefined;

const numberOf = ({ type, record }: Correctable): string | undefined =>
  type === 'task' ? taskNo(record) : type === 'deal' ? dealNo(record) : undefined;

/** Asks which of several records the correction is about, with one button each. */
async function whichRecordCard(ctx: Context, among: Correctable[], words: string): Promise<Card> {
  const taps = [];
  // Where each is about another customer, the name alone tells them apart.
  const isApart = new Set(among.map(customerIdOf)).size === among.length;
  for (const one of among.slice(0, most)) {
    const number = numberOf(one);
    const name = isApart ? (await customerById(ctx.db, customerIdOf(one) ?? ''))?.name : undefined;
    if (number) taps.push(button(name ?? (await labelOf(ctx, one)), 'say', { words, meant: number }));
  }
  return {
    key: 'choose',
    title: textsIn(ctx.locale).sentence.whichRecord,
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
