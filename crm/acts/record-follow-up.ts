import { instantOf, localDate, localTime } from '../../kernel/time/zone.js';
import { prepareSentence } from '../../language/sentence/prepare.js';
import { tellsStepMoved, tellsTaskDone } from '../../language/sentence/task-told.js';
import { countsAsFollowUp } from '../../sales/leads/pool-rules.js';
import { eventsOf, eventsOfAct } from '../../store/activity/event-queries.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import type { Contact, FollowUp, Person, Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { demandChange } from '../access/demand-rights.js';
import type { LoggedFollowUp } from '../cards/follow-up-card.js';
import { ownedBy, type Subject } from '../lookup/open-subject.js';
import { nextStepOf } from '../words/next-step.js';
import { todayOf } from '../words/zoned-dates.js';
import { findOrCreateContact } from './customer-acts.js';
import { followDeal } from './deal-acts.js';
import { followLead } from './lead-acts.js';
import { addTask } from './task-acts.js';

/** What recording a follow-up may change. */
export const followUpChanges = [
  'followUp.created',
  'contact.created',
  'contact.changed',
  'task.created',
  'task.done',
  'customer.followed',
  'deal.followed',
  'lead.followed',
] as const;

/** What was said about a follow-up; `next` is a local date, with a time if one was said. */
export interface FollowUpFacts {
  channel?: string;
  contact?: string;
  next?: string;
  note?: string;
  /** The day of the follow-up, if the sentence separates it from the next step. */
  at?: string;
  /** Other facts in the words, stored with them. */
  facts?: Record<string, string>;
  /** Who did it, if not the speaker. */
  by?: Person;
  /** When what is corrected was told: a task made after it is not what its words tell of. */
  toldAt?: Date;
  /** The words about this customer, where those of the message are about several. */
  told?: string;
}

/**
 * Records a follow-up: stores the words as said, creates a task for the next step, resets the deal's and
 * lead's clocks. A past date, or today without a time, is the day of the follow-up.
 */
export async function recordFollowUp(
  ctx: Context,
  subject: Subject,
  said: FollowUpFacts,
): Promise<LoggedFollowUp> {
  await demandChange(ctx, subject.number, ownedBy(subject));
  const { at, next } = said.at
    ? { at: momentOf(ctx, said.at), next: said.next }
    : whenAndNext(ctx, said.next);
  const naming = { ...ctx, unit: ctx.unit.asConsequence('followedUp') };
  const contact = await findOrCreateContact(naming, subject.customer, said.contact);
  const followUp = await ctx.unit.create('followUp.created', {
    customerId: subject.customer.id,
    dealId: subject.deal?.id ?? null,
    leadId: subject.lead?.id ?? null,
    contactId: contact?.id ?? null,
    personId: (said.by ?? ctx.person).id,
    teamId: (said.by ?? ctx.person).teamId,
    channel: (said.channel ?? 'other') as FollowUp['channel'],
    words: ctx.words,
    isPrivate: ctx.place.kind === 'private',
    facts: said.facts ?? {},
    at,
    createdAt: ctx.now,
  });
  const told = prepareSentence(said.told ?? ctx.words);
  const closed = await closeAnsweredTasks(ctx, subject, {
    next,
    channel: followUp.channel,
    told,
    contact,
    toldAt: said.toldAt,
    day: localDate(at, ctx.zone),
  });
  const title = said.note ?? textsIn(ctx.locale).work.taskTitle(subject.customer.name);
  const task = next ? await addTask(ctx, subject, next, title, said.by) : undefined;
  const pending = task ? undefined : await pendingTask(ctx, subject);
  const isCounted = countsAsFollowUp(followUp, ctx.process);
  const responded = await setClocksBack(ctx, subject, at, isCounted);
  return { followUp, contact, task, pending, closed, responded, isCounted };
}

/** Records words that were given along with another order; they were typed before what the order was asked for last. */
export async function recordNote(ctx: Context, subject: Subject, note: string) {
  const words = ctx.words.includes(note) ? ctx.words : note;
  return await recordFollowUp({ ...ctx, words }, subject, { note });
}

function whenAndNext(ctx: Context, date: string | undefined): { at: Date; next?: string } {
  const today = todayOf(ctx);
  if (!date || date === today) return { at: ctx.now };
  if (date > today) return { at: ctx.now, next: date };
  return { at: momentOf(ctx, date) };
}

/** The moment of a day: now for today, noon for another day without a time. */
function momentOf(ctx: Context, date: string): Date {
  if (date === todayOf(ctx)) return ctx.now;
  const [day = '', time = '12:00'] = date.split('T');
  return instantOf(day, time, ctx.zone);
}

/** How long before its time a task may be done, in ms. */
const soonMs = 60 * 60_000;

/**
 * Closes the due tasks of which the words say that they were done. A new next step also replaces one that an earlier follow-up
 * set if that one was done now, but no later task that was planned by itself.
 */
async function closeAnsweredTasks(
  ctx: Context,
  subject: Subject,
  {
    next,
    channel,
    told,
    contact,
    toldAt = ctx.now,
    day,
  }: {
    next: string | undefined;
    channel: FollowUp['channel'];
    told: string;
    contact: Contact | undefined;
    toldAt: Date | undefined;
    /** The day of the follow-up, 'YYYY-MM-DD'. */
    day: string;
  },
): Promise<Task[]> {
  const open = await openTasksOf(ctx.db, subject.customer.id);
  const today = todayOf(ctx);
  const soon = localTime(new Date(ctx.now.getTime() + soonMs), ctx.zone);
  const plainTitle = textsIn(ctx.locale).work.taskTitle(subject.customer.name);
  const closed: Task[] = [];
  for (const task of open) {
    const isOurs =
      task.ownerId === ctx.person.id &&
      task.dealId === (subject.deal?.id ?? null) &&
      task.leadId === (subject.lead?.id ?? null);
    // A standard action is ticked by whoever did it, not by a call in which it was spoken of.
    if (task.createdAt > toldAt || task.step !== null) continue;
    // A lunch of yesterday is not the dinner planned for tonight.
    const isDue = task.dueDate <= today && task.dueDate <= day;
    // What is planned with somebody for later today was not done with somebody else.
    if (task.dueDate === today && (task.dueTime ?? '') > soon && !isWith(task, contact)) continue;
    if (!isOurs) continue;
    const isReplaced = !isDue && next !== undefined && (await isNextStep(ctx, task));
    const step = { title: prepareSentence(task.title), isPlain: task.title === plainTitle, isDue };
    const isDone = tellsTaskDone(step, told, channel === 'other' ? undefined : channel);
    if (!isDone && !(isReplaced && tellsStepMoved(told))) continue;
    await ctx.unit.change('task.done', task, { status: 'done', doneAt: ctx.now });
    closed.push(task);
  }
  return closed;
}

/** Whether the task may be with the contact: its title names them, or nobody was named. */
function isWith({ title }: Task, contact: Contact | undefined): boolean {
  if (!contact) return true;
  const [first = ''] = contact.name.split(' ');
  const titled = contact.title ? `${[...contact.name][0]}${contact.title}` : contact.name;
  return [first, titled].some((one) => title.toLowerCase().includes(one.toLowerCase()));
}

/** The next open task with the customer: the speaker's own, or of the record that was followed up. */
async function pendingTask(ctx: Context, { customer, deal, lead }: Subject): Promise<Task | undefined> {
  const isOf = (task: Task) =>
    (deal !== undefined && task.dealId === deal.id) || (lead !== undefined && task.leadId === lead.id);
  const open = (await openTasksOf(ctx.db, customer.id)).filter(
    (task) => task.ownerId === ctx.person.id || isOf(task),
  );
  const own = open.filter(isOf);
  return nextStepOf(own.length > 0 ? own : open, todayOf(ctx));
}

/** Whether a follow-up set the task as its next step. */
async function isNextStep(ctx: Context, { id }: Task): Promise<boolean> {
  const made = (await eventsOf(ctx.db, 'task', id, 20)).find(({ before }) => before === null);
  const act = made ? await eventsOfAct(ctx.db, made.actId) : [];
  return act.some(({ recordType, before }) => recordType === 'followUp' && before === null);
}

async function setClocksBack(
  ctx: Context,
  subject: Subject,
  at: Date,
  isCounted: boolean,
): Promise<LoggedFollowUp['responded']> {
  const { customer, deal, lead } = subject;
  const lastFollowUpAt = latest(customer.lastFollowUpAt, at);
  await ctx.unit.asConsequence('followedUp').change('customer.followed', customer, { lastFollowUpAt });
  if (deal?.status === 'open') {
    subject.deal = await followDeal(ctx, deal, latest(deal.lastFollowUpAt, at));
  }
  if (lead?.status !== 'open') return undefined;
  subject.lead = await followLead(ctx, lead, latest(lead.lastFollowUpAt, at), isCounted);
  if (lead.respondedAt || !lead.respondBy) return undefined;
  return ctx.now <= lead.respondBy ? 'in-time' : 'late';
}

const latest = (known: Date | null, at: Date): Date => (known && known > at ? known : at);
