import { StaleError } from '../../kernel/command/errors.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { taskByNo } from '../../store/activity/task-queries.js';
import { customerById, customerByNo } from '../../store/customers/customer-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { leadByNo } from '../../store/leads/lead-queries.js';
import type { Customer, Deal, Lead, Task } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { demandReadable, noRecord } from '../access/readable.js';

/** Opens a deal by number. Throws InputError if there is none that the speaker may see; so do the others. */
export async function openDeal(ctx: Context, number: string): Promise<Deal> {
  return await demandReadable(ctx, number, (await dealByNo(ctx.db, noOf(number))) ?? missing(ctx, number));
}

export async function openLead(ctx: Context, number: string): Promise<Lead> {
  return await demandReadable(ctx, number, (await leadByNo(ctx.db, noOf(number))) ?? missing(ctx, number));
}

export async function openTask(ctx: Context, number: string): Promise<Task> {
  return await demandReadable(ctx, number, (await taskByNo(ctx.db, noOf(number))) ?? missing(ctx, number));
}

/** Opens a customer by number, or the one it was merged into. */
export async function openCustomer(ctx: Context, number: string): Promise<Customer> {
  const customer = (await customerByNo(ctx.db, noOf(number))) ?? missing(ctx, number);
  return await demandReadable(ctx, number, customer);
}

/** Opens the customer that a record belongs to. */
export async function customerOf(ctx: Context, record: { customerId: string }): Promise<Customer> {
  const customer = await customerById(ctx.db, record.customerId);
  if (!customer) throw new Error(`record of a customer that is not there: ${record.customerId}`);
  return customer;
}

/** Throws if the tapped card shows an older version of the record. */
export function refuseStale(ctx: Context, number: string, record: { version: number }): void {
  if (ctx.v !== undefined && ctx.v !== record.version) throw new StaleError(number);
}

const noOf = (number: string): number => recordNumber(number)?.no ?? -1;

function missing(ctx: Context, number: string): never {
  throw noRecord(ctx, number);
}
