import { contactsByPhone } from '../store/contacts.js';
import { customerById, lookUpCustomers } from '../store/customers.js';
import { openDealsOf } from '../store/deals.js';
import { liveLeadsOf } from '../store/leads.js';
import type { Customer } from '../store/row-types.js';
import type { Context } from './context.js';
import { customerNo, dealNo, leadNo } from './records.js';
import { leadTexts } from './texts/lead.js';

/** A record that a new lead may be the same as. */
export interface Duplicate {
  customer: Customer;
  /** What a merge goes into: the open deal or lead, else the customer. */
  number: string;
  why: string;
  /** Its name is that of the new lead, letter by letter. */
  exact: boolean;
}

/** Customers of that name or a like one that are being worked on, and whoever has that phone. */
export async function duplicatesOf(
  ctx: Context,
  name: string,
  phone: string | undefined,
): Promise<Duplicate[]> {
  const t = leadTexts(ctx.locale);
  const found: Duplicate[] = [];
  const add = async (customer: Customer, why: string, exact: boolean) => {
    if (found.some((one) => one.customer.id === customer.id)) return;
    found.push({ customer, number: await liveNumber(ctx, customer), why, exact });
  };
  for (const { customer, how } of await lookUpCustomers(ctx.db, name, { limit: 4 })) {
    const exact = how === 'name' || how === 'alias';
    await add(customer, exact ? t.sameName(customer.name) : t.nearName(customer.name), exact);
  }
  for (const contact of phone ? await contactsByPhone(ctx.db, phone) : []) {
    const customer = await customerById(ctx.db, contact.customerId);
    if (customer && !customer.mergedInto)
      await add(customer, `${t.samePhone(contact.phone ?? '')} · ${customer.name}`, false);
  }
  return found.filter((one) => !one.exact || !one.number.startsWith('C') || found.length > 1).slice(0, 3);
}

async function liveNumber(ctx: Context, customer: Customer): Promise<string> {
  const [deal] = await openDealsOf(ctx.db, customer.id);
  if (deal) return dealNo(deal);
  const [lead] = await liveLeadsOf(ctx.db, customer.id);
  return lead ? leadNo(lead) : customerNo(customer);
}
