import { customerNo, dealNo, leadNo } from '../../kernel/records/record-number.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { Customer, Deal } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { visible } from '../access/visibility.js';
import { dealTold } from './deal-names.js';
import { openSubject, type Subject } from './open-subject.js';

/** What a report is written on, and the customer's other open deals that it may be about. */
export interface ToldSubject {
  subject: Subject;
  others: Deal[];
}

/**
 * Finds what a report about a customer is written on: its only open deal or lead, the one of its deals that the words
 * tell of, else the customer. It asks nothing: the report can be moved to another deal later.
 */
export async function subjectTold(ctx: Context, customer: Customer, words: string): Promise<ToldSubject> {
  const deals = await visible(ctx, await openDealsOf(ctx.db, customer.id));
  const leads = deals.length === 0 ? await visible(ctx, await liveLeadsOf(ctx.db, customer.id)) : [];
  const deal = deals.length === 1 ? deals[0] : dealTold(deals, words.replaceAll(customer.name, ' '));
  const lead = leads.length === 1 ? leads[0] : undefined;
  const number = deal ? dealNo(deal) : lead ? leadNo(lead) : customerNo(customer);
  const others = deals.filter(({ id }) => id !== deal?.id);
  return { subject: await openSubject(ctx, number), others };
}
