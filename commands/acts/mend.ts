import type { Card } from '../../bot/kernel/card.js';
import { InputError, RuleError } from '../../bot/kernel/errors.js';
import type { ActRead, Mend } from '../../bot/kernel/sentence/reading.js';
import { localDate } from '../../bot/kernel/time/zone.js';
import { contactById } from '../../store/contacts.js';
import { eventsOfAct, lastAct } from '../../store/events.js';
import { followUpById } from '../../store/follow-ups.js';
import { customersUnder } from '../../store/name-hits.js';
import { foldName } from '../../store/names.js';
import type { FollowUp, Task } from '../../store/row-types.js';
import { currentRecord } from '../../store/undo.js';
import { toldCard } from '../cards/told.js';
import type { Context } from '../context.js';
import { narrowedTo } from '../lookups.js';
import { customerNo, dealNo, leadNo, openCustomer } from '../records.js';
import { heard } from '../sentence.js';
import { openSubject, type Subject } from '../subject.js';
import { sentenceTexts } from '../texts/sentence.js';
import { learnLogged } from './learn.js';
import { writeTold } from './told.js';
import { undoAct } from './undo.js';

/** What the speaker noted last, while it can still be undone. */
export interface LastTold {
  actId: string;
  words: string;
  followUps: FollowUp[];
  tasks: Task[];
  /** The next step, 'YYYY-MM-DD' or with its time. */
  next?: string;
}

export async function lastTold(ctx: Context): Promise<LastTold | undefined> {
  const since = new Date(ctx.now.getTime() - ctx.process.undoMinutes * 60_000);
  const actId = await lastAct(ctx.db, ctx.person.id, since);
  if (!actId) return undefined;
  const events = await eventsOfAct(ctx.db, actId);
  const made = events.filter((event) => event.before === null);
  const followUps: FollowUp[] = [];
  const tasks: Task[] = [];
  for (const { recordType, recordId } of made) {
    if (recordType === 'followUp') {
      const found = await followUpById(ctx.db, recordId);
      if (found && !found.undone) followUps.push(found);
    }
    if (recordType === 'task') {
      const found = (await currentRecord(ctx.db, 'task', recordId)) as Task | undefined;
      if (found) tasks.push(found);
    }
  }
  if (followUps.length + tasks.length === 0) return undefined;
  const [task] = tasks;
  const next = task && (task.dueTime ? `${task.dueDate}T${task.dueTime}` : task.dueDate);
  return { actId, words: events[0]?.words ?? '', followUps, tasks, next };
}

/**
 * Puts right what was noted last: it is taken back and noted anew with what was said now, in one act. The words
 * of both are kept.
 */
export async function mendTold(
  ctx: Context,
  last: LastTold | undefined,
  mend: Mend,
  said: string,
): Promise<Card> {
  const t = sentenceTexts(ctx.locale);
  if (!last) throw new RuleError(t.nothingToMend(ctx.process.undoMinutes));
  if (last.followUps.length > 1 || (last.followUps.length === 0 && last.tasks.length > 1))
    throw new RuleError(t.mendSeveral);
  const hit = mend.mention?.how === 'sure' ? mend.mention.hits[0] : undefined;
  const isEmpty = !hit && !mend.contact && !mend.channel && !mend.at && !mend.next && !mend.amount;
  if (isEmpty) throw new InputError(null, t.mendUnclear, t.mendExample);
  const before = await subjectBefore(ctx, last);
  const customer = hit ? await openCustomer(ctx, hit.number) : undefined;
  const act = await mended(ctx, last, mend);
  await undoAct(ctx, last.actId);
  const number = customer
    ? await narrowedTo(ctx, customer, 'DLC', { words: customer.name, field: 'meant' })
    : before;
  const subject = await openSubject(ctx, number);
  ctx.words = `${last.words}\n${said}`;
  const told = await writeTold(ctx, subject, act, { words: last.words });
  if (customer) await learnShortForm(ctx, last.words, subject);
  const card = await toldCard(ctx, told, ctx.words);
  return { ...card, title: t.mended(subject.customer.name) };
}

async function subjectBefore(ctx: Context, { followUps, tasks }: LastTold): Promise<string> {
  const record = followUps[0] ?? tasks[0];
  if (record?.dealId) return dealNo((await currentRecord(ctx.db, 'deal', record.dealId)) as { no: number });
  if (record?.leadId) return leadNo((await currentRecord(ctx.db, 'lead', record.leadId)) as { no: number });
  const customer = (await currentRecord(ctx.db, 'customer', record?.customerId ?? '')) as { no: number };
  return customerNo(customer);
}

/** The act as it was noted, with what is put right. */
async function mended(ctx: Context, last: LastTold, mend: Mend): Promise<ActRead> {
  const [followUp] = last.followUps;
  const contact = followUp?.contactId ? await contactById(ctx.db, followUp.contactId) : undefined;
  const facts = followUp?.facts ?? {};
  const amount =
    mend.amount ??
    (facts.amount ? { minor: Number(facts.amount), approximate: 'approximate' in facts } : undefined);
  const next = mend.next ?? last.next;
  const channel = followUp && followUp.channel !== 'other' ? followUp.channel : undefined;
  const sure = <T>(value: T) => ({ value, how: 'sure' as const });
  return {
    act: followUp ? 'log' : 'plan',
    how: 'sure',
    contacts: mend.contact ? [mend.contact] : contact ? [contact.name] : [],
    channel: mend.channel ?? channel,
    at: followUp && (mend.at ?? localDate(followUp.at, ctx.zone)),
    next: next ? sure(next) : undefined,
    amount: amount && sure(amount),
    competitor: facts.competitor ? sure(facts.competitor) : undefined,
    obstacle: facts.obstacle ? sure(facts.obstacle) : undefined,
    asks: [],
  };
}

/** The words that led to the wrong customer, where they are nobody's own name, mean the right one from now on. */
async function learnShortForm(ctx: Context, words: string, subject: Subject): Promise<void> {
  const mention = (await heard(ctx, words))?.acts[0]?.mention;
  if (!mention || mention.hits[0]?.id === subject.customer.id) return;
  const own = await customersUnder(ctx.db, [foldName(mention.words)], ['name', 'alias']);
  if (own.length === 0) await learnLogged(ctx, mention.words, subject.customer);
}
