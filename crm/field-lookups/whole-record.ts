import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { customerNo, dealNo, leadNo } from '../../kernel/records/record-number.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { RecordKind } from '../../language/upkeep/upkeep-order.js';
import { kindSaid } from '../../language/upkeep/upkeep-order.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { openDealsOf, openDealsOwnedBy } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { Contact } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { visible } from '../access/visibility.js';
import { contactsAmong, contactsMeant } from '../lookup/contacts-called.js';
import { dealsNamed } from '../lookup/deal-names.js';
import { onlyCustomerCalled } from '../lookup/only-customer.js';
import { openSubject } from '../lookup/open-subject.js';
import { searchCustomers } from '../lookup/search-records.js';
import { customerOf } from '../words/open-records.js';
import { dealLabel, leadLabel } from '../words/record-labels.js';
import { customerNamed } from './customer-lookup.js';
import { mostOffered } from './most-offered.js';
import { recordNumbered } from './record-numbered.js';

/** One record that words may mean: its value, and how it is told from others. */
interface Meant {
  value: string;
  label: string;
}

/** The value that stands for a contact, who has no number. */
export const contactValue = ({ id }: Pick<Contact, 'id'>): string => `contact:${id}`;

/** The contact that a value of this lookup stands for; undefined if it stands for a record with a number. */
export async function contactOfValue(ctx: Context, value: string): Promise<Contact | undefined> {
  const id = /^contact:(.+)$/u.exec(value)?.[1];
  return id === undefined ? undefined : await contactById(ctx.db, id);
}

/**
 * Looks up a record itself, by number or name: a customer, a contact, an open deal or a lead; unlike `name` a contact does
 * not stand for the customer. Words may say which kind is meant: `deal rollout`, 联系人王总 ("the contact Mr Wang").
 */
export const wholeRecordLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    const known = await contactOfValue(ctx, words);
    if (known) {
      await customerOf(ctx, known);
      return contactValue(known);
    }
    const { kind, name } = kindSaid(words);
    const numbered = await recordNumbered(ctx, name, ['customer', 'deal', 'lead'], field);
    if (numbered) return numbered;
    const found = await recordsMeant(ctx, name, kind);
    const [only, ...others] = found;
    if (only && others.length === 0) return only.value;
    const t = textsIn(ctx.locale).lookup;
    if (only) throw new ChooseError(field, t.whichRecord(name), found.slice(0, mostOffered), words);
    if (kind === 'deal') throw new InputError(field, textsIn(ctx.locale).upkeep.noDeal(name));
    if (kind === 'contact') throw new InputError(field, textsIn(ctx.locale).work.noContact);
    return await customerNamed(ctx, name, field, true);
  },
  async knows(words, ctx) {
    const { kind, name } = kindSaid(words);
    return (await recordsMeant(ctx, name, kind)).length > 0;
  },
  search: searchCustomers,
};

/** The records that the words name, of that kind if one is said: those named exactly, else what a short name means. */
async function recordsMeant(ctx: Context, name: string, kind: RecordKind | undefined): Promise<Meant[]> {
  if (name === '') return [];
  const deal = kind === undefined || kind === 'deal' ? await dealsNamed(ctx, name) : [];
  const named = deal.map((one) => ({ value: dealNo(one), label: dealLabel(ctx, one) }));
  if (kind === 'contact') return await contactsOfTalk(ctx, name);
  const customer = await onlyCustomerCalled(ctx, name);
  if (kind === 'deal' && named.length > 0) return named;
  if (kind === 'deal' && !customer) return await dealsBegun(ctx, name);
  if (kind === 'deal' && customer)
    return (await visible(ctx, await openDealsOf(ctx.db, customer.id))).map((one) => ({
      value: dealNo(one),
      label: dealLabel(ctx, one),
    }));
  if (kind === 'lead' && customer)
    return (await visible(ctx, await liveLeadsOf(ctx.db, customer.id))).map((one) => ({
      value: leadNo(one),
      label: leadLabel(ctx, one),
    }));
  if (kind === 'deal' || kind === 'lead') return [];
  if (customer) return [{ value: customerNo(customer), label: customer.name }];
  if (kind === 'customer') return [];
  return named.length > 0 ? named : await contactsOfTalk(ctx, name);
}

/** The speaker's open deals whose name begins so: "rollout" of "rollout, Boston". */
async function dealsBegun(ctx: Context, name: string): Promise<Meant[]> {
  const said = foldWords(name);
  const own = await openDealsOwnedBy(ctx.db, ctx.person.id);
  return own
    .filter((one) => foldWords(one.name).startsWith(said))
    .map((one) => ({ value: dealNo(one), label: dealLabel(ctx, one) }));
}

/** The contacts of that name: of the customer that is talked about, else of all whom the speaker may see. */
async function contactsOfTalk(ctx: Context, name: string): Promise<Meant[]> {
  const topic = ctx.subject ?? ctx.topic;
  const about = topic ? await openSubject(ctx, topic).catch(() => undefined) : undefined;
  const among = about ? await contactsAmong(ctx, about.customer, name) : [];
  const all = among.length > 0 ? among : await contactsMeant(ctx, name);
  return all.map(({ contact, of }) => ({
    value: contactValue(contact),
    label: `${contact.name} · ${of.name}`,
  }));
}
