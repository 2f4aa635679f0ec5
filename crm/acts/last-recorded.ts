import type { Card } from '../../kernel/card/card.js';
import { actions, button, text } from '../../kernel/card/card.js';
import { customerNo, dealNo, leadNo } from '../../kernel/records/record-number.js';
import { eventsOfAct, lastAct } from '../../store/activity/event-queries.js';
import { followUpById } from '../../store/activity/follow-up-queries.js';
import type { Customer, FollowUp, Task } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

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

export async function lastTold(ctx: Context): Promise<LastTold | undefined> {
  const since = new Date(ctx.now.getTime() - ctx.process.undoMinutes * 60_000);
  const actId = await lastAct(ctx.db, { personId: ctx.person.id, placeId: ctx.place.id }, since);
  if (!actId) return undefined;
  const events = await eventsOfAct(ctx.db, actId);
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
  return { actId, words: events[0]?.words ?? '', parts, next: nextOf(parts.find(({ task }) => task)) };
}

/** Finds the next step that was set, 'YYYY-MM-DD' or with its time, or undefined. */
export function nextOf(part: RecordedPart | undefined): string | undefined {
  const task = part?.task;
  return task && (task.dueTime ? `${task.dueDate}T${task.dueTime}` : task.dueDate);
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

/** Asks which of several recorded customers the correction is about, with one button each. */
export function whichPartCard(ctx: Context, { parts }: LastTold, said: string): Card {
  const t = textsIn(ctx.locale).sentence;
  const taps = parts
    .slice(0, most)
    .map(({ customer }) => button(customer.name, 'say', { words: said, meant: customerNo(customer) }));
  return {
    key: 'choose',
    title: t.mendWhich,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [text(said, 'quote'), ...actions(...taps)],
  };
}
