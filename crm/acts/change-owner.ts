import { openTasksOf } from '../../store/activity/task-queries.js';
import type { Deal, Lead, Person } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { customerOf } from '../words/open-records.js';
import { withoutReminders } from './task-acts.js';

/** What giving a record to somebody may change, with the customer and the tasks that go along. */
export const transferChanges = [
  'customer.assigned',
  'lead.assigned',
  'deal.assigned',
  'task.assigned',
  'person.changed',
] as const;

/** Clears the pool columns once a customer has an owner. */
export const outOfPool = { pooledAt: null, offeredTo: null, offerUntil: null };

/** Makes the clock compute again when the customer may return to the pool. */
export const resetPoolClock = { poolAt: null, poolWarnedAt: null };

/** Moves the customer along with the record if it has the record's former owner, or none. */
export async function takeCustomer(
  ctx: Context,
  record: Pick<Deal | Lead, 'customerId'>,
  to: Person,
  from: string | null = null,
): Promise<void> {
  const customer = await customerOf(ctx, record);
  if (customer.ownerId !== null && customer.ownerId !== from) return;
  const change = { ownerId: to.id, teamId: to.teamId, ...outOfPool };
  const along = ctx.unit.asConsequence('transferred');
  await along.change('customer.assigned', customer, { ...change, ...resetPoolClock });
}

/** Moves the former owner's open tasks on the record to the new owner; a reminder that somebody asked for stays with them. */
export async function takeTasks(ctx: Context, record: Deal | Lead, to: Person): Promise<void> {
  const open = await openTasksOf(ctx.db, record.customerId);
  const theirs = open.filter(
    (task) =>
      (task.dealId === record.id || task.leadId === record.id) &&
      (task.ownerId === record.ownerId || task.ownerId === null),
  );
  const along = ctx.unit.asConsequence('transferred');
  for (const task of await withoutReminders(ctx, theirs))
    await along.change('task.assigned', task, { ownerId: to.id, teamId: to.teamId });
}
