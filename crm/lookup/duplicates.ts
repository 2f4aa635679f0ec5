import { DeniedError } from '../../kernel/command/errors.js';
import { customerNo, dealNo, leadNo, recordNumber } from '../../kernel/records/record-number.js';
import { contactsByEmail, contactsByPhone } from '../../store/customers/contact-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { whoCan } from '../access/demand-rights.js';
import { isPooled } from '../access/pooled.js';
import { readableAmong, readableCalled, unseenCalled } from '../access/readable.js';
import { ownerName } from '../words/owner-names.js';

/** A record that a new lead may duplicate. */
export interface Duplicate {
  customer: Customer;
  /** The record that a merge adds to: the open deal or lead, else the customer. */
  number: string;
  /**
   * Why the record may be the same, and its owner; for another team's record only the reason and whom to ask.
   */
  why: string;
  /** True if its name equals the new lead's. */
  exact: boolean;
  /** True if the speaker may not see it. */
  isHidden: boolean;
  /** The words by which the speaker may dispute whose it is; of another team's, only what they said themselves. */
  claim?: string;
}

/** What a new lead says about itself. */
export interface LeadSays {
  name: string;
  phone?: string;
  mail?: string;
}

/**
 * Finds customers in progress with that name or a similar one, and whoever has that phone number or mail
 * address.
 */
export async function duplicatesOf(ctx: Context, { name, phone, mail }: LeadSays): Promise<Duplicate[]> {
  const t = textsIn(ctx.locale).lead;
  const found: Duplicate[] = [];
  const add = async (
    customer: Customer,
    why: { said: string; named: string },
    exact: boolean,
    said: string | false | undefined,
  ) => {
    if (found.some((one) => one.customer.id === customer.id)) return;
    const isHidden = (await readableAmong(ctx, [customer])).length === 0;
    const words = isHidden ? t.otherTeam(why.said, await askWhom(ctx, customer)) : why.named;
    const number = await liveNumber(ctx, customer);
    const line = isHidden ? words : t.ownedBy(words, await holderOf(ctx, customer));
    const claim = isHidden ? said || undefined : customerNo(customer);
    found.push({ customer, number, why: line, exact, isHidden, claim });
  };
  for (const { customer, how } of await readableCalled(ctx, name, { limit: 4 })) {
    const exact = how === 'name' || how === 'alias';
    const named = exact ? t.sameName(customer.name) : t.nearName(customer.name);
    await add(customer, { said: t.sameName(name), named }, exact, name);
  }
  for (const { customer, how } of (await unseenCalled(ctx, name)).slice(0, 1)) {
    const exact = how === 'name' || how === 'alias';
    await add(customer, { said: exact ? t.sameName(name) : t.nearOnly, named: '' }, exact, exact && name);
  }
  const byPhone = phone ? await contactsByPhone(ctx.db, phone) : [];
  const byMail = mail ? await contactsByEmail(ctx.db, mail) : [];
  for (const contact of [...byPhone, ...byMail]) {
    const customer = await customerById(ctx.db, contact.customerId);
    const given = byPhone.includes(contact) ? phone : mail;
    const said = given === phone ? t.samePhone(phone ?? '') : t.sameMail(mail ?? '');
    if (customer && !customer.mergedInto)
      await add(customer, { said, named: `${said} · ${customer.name}` }, false, given);
  }
  return found
    .filter(
      (one) =>
        one.isHidden || !one.exact || recordNumber(one.number)?.type !== 'customer' || found.length > 1,
    )
    .slice(0, 3);
}

/** Throws DeniedError, in the speaker's own words, if somebody else has a customer of this name that they may not see. */
export async function refuseDuplicate(ctx: Context, name: string): Promise<void> {
  const [unseen] = await unseenCalled(ctx, name, { exact: true });
  if (!unseen) return;
  const t = textsIn(ctx.locale).lead;
  throw new DeniedError(t.otherTeam(t.sameName(name), await askWhom(ctx, unseen.customer)));
}

const askWhom = async (ctx: Context, customer: Customer): Promise<string> =>
  await whoCan(ctx, customer.teamId ? 'manager' : 'admin', customer);

const holderOf = async (ctx: Context, customer: Customer): Promise<string> =>
  isPooled(customer) ? textsIn(ctx.locale).common.pool : await ownerName(ctx, customer);

async function liveNumber(ctx: Context, customer: Customer): Promise<string> {
  const [deal] = await openDealsOf(ctx.db, customer.id);
  if (deal) return dealNo(deal);
  const [lead] = await liveLeadsOf(ctx.db, customer.id);
  return lead ? leadNo(lead) : customerNo(customer);
}
