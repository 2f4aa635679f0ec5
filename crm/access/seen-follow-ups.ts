import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { leadById } from '../../store/leads/lead-queries.js';
import type { Customer, FollowUp } from '../../store/schema/row-types.js';
import type { Context } from './context.js';
import { mayRead } from './readable.js';
import { privateUnlessSeen } from './visibility.js';

/** Most follow-ups of a customer that are looked at for the last ones which the speaker may see. */
const looked = 30;

/** Whether the speaker may see the deal, lead or customer that a follow-up is about. */
export async function maySeeFollowUp(ctx: Context, log: FollowUp): Promise<boolean> {
  const record = await recordOf(ctx, log);
  return record !== undefined && (await mayRead(ctx, record));
}

async function recordOf({ db }: Context, { dealId, leadId, customerId }: FollowUp) {
  if (dealId) return await dealById(db, dealId);
  return leadId ? await leadById(db, leadId) : await customerById(db, customerId);
}

/**
 * Lists a customer's latest follow-ups, newest first, without those about deals and leads that the speaker may not see;
 * makes the answer private if somebody in the group may not see one of the others.
 */
export async function lastSeenFollowUps(
  ctx: Context,
  customer: Customer,
  limit: number,
): Promise<FollowUp[]> {
  const seen: FollowUp[] = [];
  for (const log of await lastFollowUps(ctx.db, customer.id, looked)) {
    if (seen.length === limit) break;
    const record = await recordOf(ctx, log);
    if (!record || !(await mayRead(ctx, record))) continue;
    privateUnlessSeen(ctx, record);
    seen.push(log);
  }
  return seen;
}
