import type { Card } from '../../kernel/card/card.js';
import { actions, button, text } from '../../kernel/card/card.js';
import { customerNo, dealNo, leadNo } from '../../kernel/records/record-number.js';
import type { DoneAct } from '../../store/activity/event-queries.js';
import { followUpById } from '../../store/activity/follow-up-queries.js';
import type { Customer, FollowUp, Task } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { dueOf } from '../words/zoned-dates.js';
import { recentActs } from './recent-acts.js';

/** Most choices on one card. */
const most = 4;

/** What was recorded about one customer. */
export interface RecordedPart {
  customer: Customer;
  /** Number of the deal, lead or customer on which it was recorded. */
  number: string;
  followUp?: FollowUp;
  task?: Task;
}

/** What the speaker recorded last, while undo is still possible. */
export interface LastTold {
  actId: string;
  words: string;
  parts: RecordedPart[];
  /** The next step, 'YYYY-MM-DD' or with its time. */
  next?: string;
}

/** Finds the speaker's latest follow-up or plan in this chat that can still be undone, or undefined. */
export async function lastTold(ctx: Context): Promise<LastTold | undefined> {
  for (const act of await recentActs(ctx)) {
    const told = await toldIn(ctx, act);
    if (told) return told;
  }
  return undefined;
}

/** The day of the task that the speaker planned or moved last in this chat: "no, Thursday" means its week. */
export async function lastDay(ctx: Context): Promise<string | undefined> {
  for (const { events } of await recentActs(ctx)) {
    const event = events.find(({ recordType }) => recordType === 'task');
    const task = event && ((await currentRecord(ctx.db, 'task', event.recordId)) as Task | undefined);
    if (task) return nextOf({ task });
  }
  return undefined;
}

/** Collects the follow-ups and plans that an act recorded, or undefined if it recorded none. */
export async function toldIn(ctx: Context, { actId, events }: DoneAct): Promise<LastTold | undefined> {
  const parts: RecordedPart[] = [];
  for (const { recordType, recordId } of events.filter(({ before }) => before === null)) {
    const followUp = recordType === 'followUp' ? await followUpById(ctx.db, recordId) : undefined;
    const task =
      recordType === 'task'
        ? ((await currentRecord(ctx.db, 'task', recordId)) as Task | undefined)
        : undefined;
    const record = followUp && !followUp.undone ? followUp : task;
    if (!record) continue;
    const part = await partOf(ctx, record, parts);
    if (record === task) part.task ??= task;
    else part.followUp ??= followUp;
  }
  const [first] = parts;
  if (!first) return undefined;
  return {
    actId,
    words: parts.find(({ followUp }) => followUp)?.followUp?.words ?? events[0]?.words ?? '',
    parts,
    next: nextOf(parts.find(({ task }) => task)),
  };
}

/** Finds the next step that was set, 'YYYY-MM-DD' or with its time, or undefined. */
export function nextOf(part: Pick<RecordedPart, 'task'> | undefined): string | undefined {
  const task = part?.task;
  return task && dueOf(task);
}

async function partOf(ctx: Context, record: FollowUp | Task, parts: RecordedPart[]): Promise<RecordedPart> {
  const known = parts.find(({ customer }) => customer.id === record.customerId);
  if (known) return known;
  const customer = (await currentRecord(ctx.db, 'customer', record.customerId ?? '')) as Customer;
  const part: RecordedPart = { customer, number: await numberOf(ctx, record, customer) };
  parts.push(part);
  return part;
}

async function numberOf(ctx: Context, record: FollowUp | Task, customer: Customer): Promise<string> {
  if (record.dealId) return dealNo((await currentRecord(ctx.db, 'deal', record.dealId)) as { no: number });
  if (record.leadId) return leadNo((await currentRecord(ctx.db, 'lead', record.leadId)) as { no: number });
  return customerNo(customer);
}

/** Says that nothing of the last line was written, and asks whether what was recorded before it is to be corrected. */
export function unwrittenCard(ctx: Context, last: LastTold, said: string): Card {
  const t = textsIn(ctx.locale).sentence;
  const card = whichPartCard(ctx, last, said);
  const [quote, ...taps] = card.nodes;
  return {
    ...card,
    title: t.lastUnwritten,
    nodes: [...(quote ? [quote] : []), text(t.mendOlder(last.words)), ...taps],
  };
}

/** Asks which of several recorded customers the correction is about, with one button each. */
export function whichPartCard(
  ctx: Context,
  { parts }: LastTold,
  said: string,
  title = textsIn(ctx.locale).sentence.mendWhich,
): Card {
  const taps = parts
    .slice(0, most)
    .map(({ customer }) => button(customer.name, 'say', { words: said, meant: customerNo(customer) }));
  return {
    key: 'choose',
    title,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [text(said, 'quote'), ...actions(...taps)],
  };
}
