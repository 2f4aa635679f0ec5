import { customerNo, dealNo, leadNo, recordNumber } from '../../kernel/records/record-number.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { leadById } from '../../store/leads/lead-queries.js';
import type { Customer, Deal, Lead } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { customerOf, openCustomer, openDeal, openLead, openTask } from '../words/open-records.js';

/** What an act is about: a customer, and its deal or lead if narrowed to one. */
export interface Subject {
  /** 'D-12', 'L-3' or 'C-7'. */
  number: string;
  customer: Customer;
  deal?: Deal;
  lead?: Lead;
}

/** Opens 'D-12', 'L-3', 'C-7', or the record of task 'T-1'. Throws InputError if there is none. */
export async function openSubject(ctx: Context, number: string): Promise<Subject> {
  switch (recordNumber(number)?.type) {
    case 'deal': {
      const deal = await openDeal(ctx, number);
      return { number: dealNo(deal), customer: await customerOf(ctx, deal), deal };
    }
    case 'lead': {
      const lead = await openLead(ctx, number);
      return { number: leadNo(lead), customer: await customerOf(ctx, lead), lead };
    }
    case 'task': {
      const task = await openTask(ctx, number);
      const deal = task.dealId ? await dealById(ctx.db, task.dealId) : undefined;
      const lead = task.leadId ? await leadById(ctx.db, task.leadId) : undefined;
      const customer = await customerOf(ctx, task);
      return {
        number: deal ? dealNo(deal) : lead ? leadNo(lead) : customerNo(customer),
        customer,
        deal,
        lead,
      };
    }
    default: {
      const customer = await openCustomer(ctx, number);
      return { number: customerNo(customer), customer };
    }
  }
}

/** Returns the narrowest record, whose owner and team are the subject's. */
export const ownedBy = ({ deal, lead, customer }: Subject) => deal ?? lead ?? customer;
