import type { Card } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { localDate } from '../../kernel/time/zone.js';
import { foldName } from '../../kernel/words/folding.js';
import type { ActRead, Correction } from '../../language/reading/sentence-reading.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { customersUnder } from '../../store/customers/customer-name-hits.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { learnName } from '../acts/learn-names.js';
import { recordSentence } from '../acts/record-sentence.js';
import { type RecordedAct, recordedCard } from '../cards/recorded-card.js';
import { heard } from '../lookup/hear-sentence.js';
import { openSubject, type Subject } from '../lookup/open-subject.js';
import { subjectTold } from '../lookup/told-subject.js';
import { openCustomer } from '../words/open-records.js';
import { type LastTold, lastTold, nextOf, type RecordedPart, whichPartCard } from './last-recorded.js';
import { recentActs, undoWithLater } from './recent-acts.js';

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
  const named =
    last.parts.length > 1 ? last.parts.find(({ customer }) => customer.id === hit?.id) : undefined;
  // A recorded customer's name picks the record to correct; any other customer replaces the recorded one.
  const instead = named ? undefined : hit;
  const isEmpty =
    !instead &&
    !correction.contact &&
    !correction.channel &&
    !correction.at &&
    !correction.next &&
    !correction.amount;
  if (isEmpty) throw new InputError(null, t.mendUnclear, t.mendExample);
  const tapped = last.parts.find(({ customer }) => customerNo(customer) === meant);
  const part = last.parts.length === 1 ? last.parts[0] : (tapped ?? named);
  if (!part) return whichPartCard(ctx, last, said);
  if (part.task && part.task.ownerId !== ctx.person.id) throw new RuleError(t.mendOthersTask);

  const customer = instead ? await openCustomer(ctx, instead.number) : undefined;
  const acts = new Map<RecordedPart, ActRead>();
  for (const one of last.parts) acts.set(one, await actAsRecorded(ctx, one));
  acts.set(part, corrected(acts.get(part) as ActRead, correction));
  await undoWithLater(ctx, await recentActs(ctx), last.actId, { redoes: false });
  await noteCorrected(ctx, last, part);
  ctx.words = `${last.words}\n${said}`;
  let recorded: RecordedAct | undefined;
  for (const [one, act] of acts) {
    const subject =
      one === part && customer
        ? (await subjectTold(ctx, customer, ctx.words)).subject
        : await openSubject(ctx, one.number);
    const written = await recordSentence(ctx, subject, act, { words: last.words });
    if (one === part) recorded = written;
  }
  const { subject } = recorded as RecordedAct;
  if (customer && last.parts.length === 1) await learnShortForm(ctx, last.words, subject);
  const card = await recordedCard(ctx, recorded as RecordedAct, ctx.words);
  return { ...card, title: t.mended(subject.customer.name) };
}

/** Moves what was recorded last to another record: undoes it and records it there, in one act. */
export async function moveLast(ctx: Context, actId: string, number: string): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const last = await lastTold(ctx);
  const part = last?.actId === actId && last.parts.length === 1 ? last.parts[0] : undefined;
  if (!last || !part) throw new RuleError(t.nothingToMend(ctx.process.undoMinutes));
  const act = await actAsRecorded(ctx, part);
  await undoWithLater(ctx, await recentActs(ctx), last.actId, { redoes: false });
  await noteCorrected(ctx, last, part);
  ctx.words = last.words;
  const told = await recordSentence(ctx, await openSubject(ctx, number), act, { words: last.words });
  const card = await recordedCard(ctx, told, last.words);
  return { ...card, title: t.mended(told.subject.customer.name) };
}

/** Notes what the act corrects, so that undo of the correction does it again. */
async function noteCorrected(ctx: Context, { actId }: LastTold, { followUp, task, customer }: RecordedPart) {
  const { id, customerId } = followUp ?? task ?? { id: customer.id, customerId: customer.id };
  const { ownerId, teamId } = customer;
  await ctx.unit.note('followUp.corrected', { id, customerId, ownerId, teamId } as never, { instead: actId });
}

/** Rebuilds the act as it was recorded. */
async function actAsRecorded(ctx: Context, part: RecordedPart): Promise<ActRead> {
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
    next: next ? sure(next) : undefined,
    amount: told
      ? sure({
          minor: Number(told),
          approximate: 'approximate' in facts,
          ...('budget' in facts ? { isBudget: true as const } : {}),
        })
      : undefined,
    competitor: facts.competitor ? sure(facts.competitor) : undefined,
    obstacle: facts.obstacle ? sure(facts.obstacle) : undefined,
    asks: [],
  };
}

/** Merges the correction into the act. */
function corrected(act: ActRead, correction: Correction): ActRead {
  const sure = <T>(value: T) => ({ value, how: 'sure' as const });
  return {
    ...act,
    contacts: correction.contact ? [correction.contact] : act.contacts,
    channel: correction.channel ?? act.channel,
    at: act.at && (correction.at ?? act.at),
    next: correction.next ? sure(correction.next) : act.next,
    amount: correction.amount ? sure(correction.amount) : act.amount,
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
