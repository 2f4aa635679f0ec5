import { openTasksOf } from '../../store/activity/task-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { Customer, Deal, Lead, Person, Task } from '../../store/schema/row-types.js';
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

/**
 * Moves the customer along with the record if it has the record's former owner, or none. It stays with a former owner who
 * has another open deal or lead of it. Returns whether it moved.
 */
export async function takeCustomer(
  ctx: Context,
  record: Pick<Deal | Lead, 'id' | 'customerId'>,
  to: Person,
  from: string | null = null,
): Promise<boolean> {
  const customer = await customerOf(ctx, record);
  if (customer.ownerId === to.id || (customer.ownerId !== null && customer.ownerId !== from)) return false;
  if (from && (await hasOthers(ctx, record, from))) return false;
  await giveCustomer(ctx, customer, to);
  return true;
}

/** Whether somebody has an open deal or lead of the record's customer beside the record. */
async function hasOthers(
  { db }: Context,
  record: Pick<Deal | Lead, 'id' | 'customerId'>,
  who: string,
): Promise<boolean> {
  const open = [...(await openDealsOf(db, record.customerId)), ...(await liveLeadsOf(db, record.customerId))];
  return open.some(({ id, ownerId }) => id !== record.id && ownerId === who);
}

const giveCustomer = async (ctx: Context, customer: Customer, to: Person): Promise<Customer> =>
  await ctx.unit.asConsequence('transferred').change('customer.assigned', customer, {
    ownerId: to.id,
    teamId: to.teamId,
    ...outOfPool,
    ...resetPoolClock,
  });

/** Moves the former owner's open tasks on the record to the new owner and returns them; a reminder that somebody asked for stays with them. */
export async function takeTasks(ctx: Context, record: Deal | Lead, to: Person): Promise<Task[]> {
  return await moveTasks(ctx, record.customerId, to, (task) => {
    const isOn = task.dealId === record.id || task.leadId === record.id;
    return isOn && (task.ownerId === record.ownerId || task.ownerId === null);
  });
}

/** Gives the customer to somebody, with the former owner's open tasks that are on no deal or lead of it. */
export async function transferCustomer(
  ctx: Context,
  customer: Customer,
  to: Person,
): Promise<{ moved: Customer; tasks: Task[] }> {
  const moved = await giveCustomer(ctx, customer, to);
  const tasks = await moveTasks(
    ctx,
    customer.id,
    to,
    (task) => !task.dealId && !task.leadId && (task.ownerId === customer.ownerId || task.ownerId === null),
  );
  return { moved, tasks };
}

/** The customer's open deals and leads that stay with others when it is given to somebody. */
export async function staysWithOthers(
  { db }: Context,
  { id }: Customer,
  to: Person,
): Promise<(Deal | Lead)[]> {
  const open = [...(await openDealsOf(db, id)), ...(await liveLeadsOf(db, id))];
  return open.filter(({ ownerId }) => ownerId !== null && ownerId !== to.id);
}

async function moveTasks(
  ctx: Context,
  customerId: string,
  to: Person,
  isMoved: (task: Task) => boolean,
): Promise<Task[]> {
  const open = (await openTasksOf(ctx.db, customerId)).filter(isMoved);
  const along = ctx.unit.asConsequence('transferred');
  const tasks = await withoutReminders(ctx, open);
  for (const task of tasks) await along.change('task.assigned', task, { ownerId: to.id, teamId: to.teamId });
  return tasks;
}
