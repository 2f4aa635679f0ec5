import type { Card } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { inUnitOf } from '../../kernel/pieces/amount-unit.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { localDate } from '../../kernel/time/zone.js';
import { foldName } from '../../kernel/words/folding.js';
import type { ActRead, Correction, Money } from '../../language/reading/sentence-reading.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { customersUnder } from '../../store/customers/customer-name-hits.js';
import type { Customer, Event } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { learnName } from '../acts/learn-names.js';
import { recordSentence } from '../acts/record-sentence.js';
import { type RecordedAct, recordedCard } from '../cards/recorded-card.js';
import { heard } from '../lookup/hear-sentence.js';
import { openSubject, type Subject } from '../lookup/open-subject.js';
import { subjectTold } from '../lookup/told-subject.js';
import { openCustomer } from '../words/open-records.js';
import { todayOf } from '../words/zoned-dates.js';
import {
  type LastTold,
  lastTold,
  nextOf,
  type RecordedPart,
  unwrittenCard,
  whichPartCard,
} from './last-recorded.js';
import { isUnsure, recentActs, undoWithLater } from './recent-acts.js';

/**
 * Corrects what the speaker recorded last: undoes it and records it again with what was said now, in one act.
 * Both wordings are stored. Of several customers, corrects the one named or tapped.
 */
export async function correctLast(
  ctx: Context,
  last: LastTold | undefined,
  correction: Correction,
  said: string,
  meant?: string,
): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  if (!last) throw new RuleError(t.nothingToMend(ctx.process.undoMinutes));
  const hit = correction.mention?.how === 'sure' ? correction.mention.hits[0] : undefined;
  const deniedId = correction.denies?.hits[0]?.id;
  const denied = last.parts.find(({ customer }) => customer.id === deniedId);
  const named =
    last.parts.length > 1 && !denied ? last.parts.find(({ customer }) => customer.id === hit?.id) : undefined;
  // A recorded customer's name picks the record to correct; any other customer replaces the recorded one.
  const instead = named ? undefined : hit;
  const isEmpty =
    !instead &&
    !correction.contact &&
    !correction.channel &&
    !correction.at &&
    !correction.next &&
    !correction.amount &&
    correction.number === undefined &&
    !correction.amountIs;
  if (isEmpty) throw new InputError(null, t.mendUnclear, t.mendExample);
  const tapped = last.parts.find(({ customer }) => customerNo(customer) === meant);
  const part = last.parts.length === 1 ? last.parts[0] : (tapped ?? denied ?? named);
  if (!part) return whichPartCard(ctx, last, said);
  const isNamed = part === denied || part.customer.id === hit?.id;
  if (isUnsure(ctx, meant) && !isNamed) return unwrittenCard(ctx, last, said);
  if (part.task && part.task.ownerId !== ctx.person.id) throw new RuleError(t.mendOthersTask);

  const customer = instead ? await openCustomer(ctx, instead.number) : undefined;
  const acts = new Map<RecordedPart, ActRead>();
  for (const one of last.parts) acts.set(one, await actAsRecorded(ctx, last, one));
  const act = acts.get(part) as ActRead;
  const minor = correction.amount ? undefined : inUnitOf(correction.number, act.amount?.value.minor ?? null);
  const priced = minor === undefined ? correction : { ...correction, amount: { minor, approximate: false } };
  if (correction.number !== undefined && !priced.amount)
    throw new InputError(null, t.mendUnclear, t.mendExample);
  const mended = corrected(act, await inItsWeek(ctx, act, priced, said));
  // Somebody who was known at the other customer before is theirs.
  const isTheirs = customer && !correction.contact && (await wasKnown(ctx, part));
  acts.set(part, isTheirs ? { ...mended, contacts: [] } : mended);
  await undoTold(ctx, last, customer && part);
  await noteCorrected(ctx, last, part, customer);
  ctx.words = `${last.words}\n${said}`;
  let recorded: RecordedAct | undefined;
  for (const [one, act] of acts) {
    const subject =
      one === part && customer
        ? (await subjectTold(ctx, customer, ctx.words)).subject
        : await openSubject(ctx, one.number);
    const toldAt = one.followUp?.createdAt;
    const written = await recordSentence(ctx, subject, act, { words: firstSaid(last), toldAt });
    if (one === part) recorded = written;
  }
  const { subject } = recorded as RecordedAct;
  if (customer && last.parts.length === 1) await learnShortForm(ctx, firstSaid(last), subject);
  const card = await recordedCard(ctx, recorded as RecordedAct, ctx.words);
  return { ...card, title: t.mended(subject.customer.name) };
}

/** Whether the contact of what was recorded was stored before it. */
async function wasKnown(ctx: Context, { followUp }: RecordedPart): Promise<boolean> {
  const contact = followUp?.contactId ? await contactById(ctx.db, followUp.contactId) : undefined;
  return contact !== undefined && followUp !== undefined && contact.createdAt < followUp.createdAt;
}

/** What was said before any correction. */
const firstSaid = ({ words }: LastTold): string => words.split('\n')[0] ?? '';

/** Moves what was recorded last to another record: undoes it and records it there, in one act. */
export async function moveLast(ctx: Context, actId: string, number: string): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const last = await lastTold(ctx);
  const part = last?.actId === actId && last.parts.length === 1 ? last.parts[0] : undefined;
  if (!last || !part) throw new RuleError(t.nothingToMend(ctx.process.undoMinutes));
  const act = await actAsRecorded(ctx, last, part);
  const isOthers = (await openSubject(ctx, number)).customer.id !== part.customer.id;
  await undoTold(ctx, last, isOthers ? part : undefined);
  const subject = await openSubject(ctx, number);
  await noteCorrected(ctx, last, part, subject.customer);
  ctx.words = last.words;
  const told = await recordSentence(ctx, subject, act, { words: firstSaid(last) });
  const card = await recordedCard(ctx, told, last.words);
  return { ...card, title: t.mended(told.subject.customer.name) };
}

/** Kinds of change that make the record which a follow-up is about. */
const founding: readonly string[] = ['customer.created', 'lead.created', 'deal.created', 'person.changed'];

/**
 * Undoes what was recorded last. A customer, lead or deal that it made stays, to be corrected on, unless the `moved` part was
 * told of the wrong customer: that one goes with it.
 */
async function undoTold(ctx: Context, { actId }: LastTold, moved: RecordedPart | undefined): Promise<void> {
  const acts = await recentActs(ctx);
  const events = acts.find((one) => one.actId === actId)?.events ?? [];
  const isLeft = ({ recordId, after }: Event) =>
    moved === undefined || ![recordId, after?.customerId].includes(moved.customer.id);
  const kept = events.filter((event) => founding.includes(event.kind) && isLeft(event));
  // Whom a lead was made with stays its contact.
  const contacts = new Set(kept.map(({ after }) => after?.contactId));
  const keeps = ({ id, kind, recordId }: Event) =>
    kept.some((one) => one.id === id) || (kind === 'contact.created' && contacts.has(recordId));
  await undoWithLater(ctx, acts, actId, { redoes: false, keeps });
}

/** Notes what the act corrects, so that undo of the correction does it again; `to` is the customer to whom it goes. */
async function noteCorrected(
  ctx: Context,
  { actId }: LastTold,
  { followUp, task, customer }: RecordedPart,
  to: Customer = customer,
) {
  const { id } = followUp ?? task ?? customer;
  const { id: customerId, ownerId, teamId } = to;
  await ctx.unit.note('followUp.corrected', { id, customerId, ownerId, teamId } as never, { instead: actId });
}

/** A correction of a day that was only offered: "no, Thursday" means its week. */
async function inItsWeek(
  ctx: Context,
  { next }: ActRead,
  correction: Correction,
  said: string,
): Promise<Correction> {
  if (!correction.next || next?.how !== 'proposed') return correction;
  const again = await heard(ctx, said, { lastNext: next.value });
  return again?.mend?.next ? { ...correction, next: again.mend.next } : correction;
}

/** What the words offered beside what was written, as long as its day is the same: it still waits for a tap. */
async function offeredIn(
  ctx: Context,
  { words, parts }: LastTold,
  { customer, followUp }: RecordedPart,
): Promise<Pick<ActRead, 'next' | 'stage' | 'amount'>> {
  if (!followUp || localDate(followUp.createdAt, ctx.zone) !== todayOf(ctx)) return {};
  const [said = '', ...corrections] = words.split('\n');
  const acts = (await heard(ctx, said))?.acts ?? [];
  const own =
    parts.length === 1 && acts.length === 1
      ? acts[0]
      : acts.find(({ mention }) => mention?.hits[0]?.id === customer.id);
  const open = <T extends { how: string }>(value: T | undefined) =>
    value?.how === 'proposed' ? value : undefined;
  let next = open(own?.next);
  for (const one of next ? corrections : []) {
    const to = (await heard(ctx, one, { lastNext: next?.value }))?.mend?.next;
    if (to) next = { value: to, how: 'proposed' };
  }
  const day = next?.value.slice(0, 10);
  const isPlanned = (await openTasksOf(ctx.db, customer.id)).some(({ dueDate }) => dueDate === day);
  return {
    next: isPlanned ? undefined : next,
    stage: open(own?.stage),
    amount: open(own?.amount),
  };
}

/** Rebuilds the act as it was recorded, with what it offered. */
async function actAsRecorded(ctx: Context, last: LastTold, part: RecordedPart): Promise<ActRead> {
  const offered = await offeredIn(ctx, last, part);
  const { followUp } = part;
  const contact = followUp?.contactId ? await contactById(ctx.db, followUp.contactId) : undefined;
  const facts = followUp?.facts ?? {};
  const told = facts.amount ?? facts.budget;
  const next = nextOf(part);
  const sure = <T>(value: T) => ({ value, how: 'sure' as const });
  return {
    act: followUp ? 'log' : 'plan',
    how: 'sure',
    contacts: contact ? [contact.name] : [],
    channel: followUp && followUp.channel !== 'other' ? followUp.channel : undefined,
    at: followUp && localDate(followUp.at, ctx.zone),
    next: next ? sure(next) : offered.next,
    stage: offered.stage,
    amount: told
      ? sure({
          minor: Number(told),
          ...(facts.currency ? { currency: facts.currency } : {}),
          approximate: 'approximate' in facts,
          ...('budget' in facts ? { isBudget: true as const } : {}),
        })
      : offered.amount,
    competitor: facts.competitor ? sure(facts.competitor) : undefined,
    obstacle: facts.obstacle ? sure(facts.obstacle) : undefined,
    asks: [],
  };
}

/** The amount as a budget or a price, if the words say which it is. */
function ofKind(amount: ActRead['amount'], is: Correction['amountIs']): ActRead['amount'] {
  if (!amount || !is) return amount;
  const { isBudget: _, ...value } = amount.value;
  return { ...amount, value: is === 'budget' ? { ...value, isBudget: true } : value };
}

/** A corrected amount that names no currency is in that of the one it corrects. */
function inItsCurrency({ amount }: ActRead, corrected: Money): Money {
  const currency = corrected.currency ?? amount?.value.currency;
  return currency === undefined ? corrected : { ...corrected, currency };
}

/** Merges the correction into the act. */
function corrected(act: ActRead, correction: Correction): ActRead {
  const sure = <T>(value: T) => ({ value, how: 'sure' as const });
  return {
    ...act,
    contacts: correction.contact ? [correction.contact] : act.contacts,
    channel: correction.channel ?? act.channel,
    at: act.at && (correction.at ?? act.at),
    // A day that was only offered is offered still, be it another day.
    next: correction.next ? { value: correction.next, how: act.next?.how ?? 'sure' } : act.next,
    amount: correction.amount
      ? sure(inItsCurrency(act, correction.amount))
      : ofKind(act.amount, correction.amountIs),
  };
}

/**
 * Teaches the team that the words which led to the wrong customer mean the right one, unless they are
 * somebody's own name.
 */
async function learnShortForm(ctx: Context, words: string, subject: Subject): Promise<void> {
  const mention = (await heard(ctx, words))?.acts[0]?.mention;
  // Words that were a known customer's were understood: somebody else was meant.
  if (!mention || mention.how === 'sure') return;
  const own = await customersUnder(ctx.db, [foldName(mention.words)], ['name', 'alias']);
  if (own.length === 0) await learnName(ctx, mention.words, subject.customer);
}
