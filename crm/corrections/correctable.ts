import { recordNumber } from '../../kernel/records/record-number.js';
import type { Correction } from '../../language/reading/sentence-reading.js';
import type { DoneAct } from '../../store/activity/event-queries.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import type { Contact, Deal, Event, FollowUp, Lead, Target, Task } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import type { Context } from '../access/context.js';
import { visible } from '../access/visibility.js';
import { openSubject } from '../lookup/open-subject.js';
import { tasksOfRecord } from '../lookup/task-named.js';
import { openDeal, openTask } from '../words/open-records.js';
import { meantEvents } from './recent-acts.js';

/** A record that a correction may mean. */
export type Correctable =
  | { type: 'task'; record: Task }
  | { type: 'deal'; record: Deal }
  | { type: 'target'; record: Target }
  | { type: 'contact'; record: Contact };

/** Which kind of value a correction gives, as records hold it. */
export type ValueKind = 'day' | 'amount' | 'name' | 'phone';

/** Tells which kind of value the words give; undefined for those that only a follow-up has. */
export function valueKind({
  next,
  time,
  hour,
  shift,
  amount,
  number,
  name,
  phone,
  phoneEnd,
}: Correction): ValueKind | undefined {
  if (name) return 'name';
  if (phone || phoneEnd) return 'phone';
  if (amount || number !== undefined) return 'amount';
  return next || time || hour || shift !== undefined ? 'day' : undefined;
}

/** Lists the records of an act that hold such a value, so that a correction may mean them. */
export async function correctableIn(ctx: Context, act: DoneAct, kind: ValueKind): Promise<Correctable[]> {
  const found: Correctable[] = [];
  for (const event of meantEvents(act)) {
    for (const one of await recordsOf(ctx, event, kind))
      if (!found.some(({ record }) => record.id === one.record.id)) found.push(one);
  }
  // A task's title is mostly the sentence itself: the name that is corrected is the deal's.
  const deals = found.filter(({ type }) => type === 'deal');
  return kind === 'name' && deals.length > 0 ? deals : found;
}

async function recordsOf(ctx: Context, event: Event, kind: ValueKind): Promise<Correctable[]> {
  const { recordType, recordId, after } = event;
  if (recordType === 'task' && (kind === 'day' || kind === 'name')) {
    const task = (await currentRecord(ctx.db, 'task', recordId)) as Task | undefined;
    return task?.status === 'open' ? [{ type: 'task', record: task }] : [];
  }
  if (recordType === 'deal' && kind !== 'phone') {
    const deal = (await currentRecord(ctx.db, 'deal', recordId)) as Deal | undefined;
    const holds =
      kind === 'name' ||
      (kind === 'amount'
        ? holdsValue(after?.amount) || holdsValue(after?.told)
        : holdsValue(after?.closeDate));
    return deal && holds ? [{ type: 'deal', record: deal }] : [];
  }
  if (recordType === 'target' && kind === 'amount') {
    const target = (await currentRecord(ctx.db, 'target', recordId)) as Target | undefined;
    return target ? [{ type: 'target', record: target }] : [];
  }
  if ((recordType === 'lead' || recordType === 'followUp') && kind === 'phone') {
    const of = (await currentRecord(ctx.db, recordType, recordId)) as Lead | FollowUp | undefined;
    const contact = of?.contactId ? await contactById(ctx.db, of.contactId) : undefined;
    return contact ? [{ type: 'contact', record: contact }] : [];
  }
  return [];
}

const holdsValue = (value: unknown): boolean => value !== undefined && value !== null;

/** Lists what the record on an answered card, or the one talked about, holds of such a value. */
export async function correctableAt(ctx: Context, number: string, kind: ValueKind): Promise<Correctable[]> {
  const known = recordNumber(number);
  if (known?.type === 'task') {
    const task = await openTask(ctx, number);
    const deal =
      kind === 'amount' && task.dealId ? await currentRecord(ctx.db, 'deal', task.dealId) : undefined;
    if (deal) return [{ type: 'deal', record: deal as Deal }];
    const isOpen = task.status === 'open' && (kind === 'day' || kind === 'name');
    return isOpen ? [{ type: 'task', record: task }] : [];
  }
  if (kind === 'day')
    return (await tasksOfRecord(ctx, number)).map((record) => ({ type: 'task' as const, record }));
  if (known?.type === 'customer' && kind !== 'phone') {
    const { id } = (await openSubject(ctx, number)).customer;
    const deals = await visible(ctx, await openDealsOf(ctx.db, id));
    return deals.map((record) => ({ type: 'deal' as const, record }));
  }
  if (known?.type === 'deal' && kind !== 'phone')
    return [{ type: 'deal', record: await openDeal(ctx, number) }];
  return [];
}
