import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import {
  customerNo,
  dealNo,
  leadNo,
  type NumberedType,
  recordNo,
} from '../../kernel/records/record-number.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { Customer, Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { readableCalled } from '../access/readable.js';
import { privateUnlessSeen, visible } from '../access/visibility.js';
import { dealsNamed } from '../lookup/deal-names.js';
import { searchRecords } from '../lookup/search-records.js';
import { openCustomer } from '../words/open-records.js';
import { dealLabel, leadLabel } from '../words/record-labels.js';
import { customerNamed, knowsCustomer } from './customer-lookup.js';
import { mostOffered } from './most-offered.js';
import { recordNumbered } from './record-numbered.js';

/** A number without its letter, for fields that take only leads. */
const bareNumber = /^\d{1,9}$/;

const leadAndCustomer = ['lead', 'customer'] as const;

/**
 * Looks up the record that a customer's name stands for in an act: its open deal or lead, else, if allowed,
 * the customer.
 */
export function narrowedLookup(...types: readonly NumberedType[]): Lookup<Context> {
  const numbered: readonly NumberedType[] = types.includes('customer') ? [...types, 'task'] : types;
  const isLead = types.length === 1 && types[0] === 'lead';
  const hasDeals = types.includes('deal');
  return {
    async find(words, ctx, field) {
      const known = await recordNumbered(ctx, words, numbered, field);
      if (known) return known;
      if (isLead && bareNumber.test(words)) return await find(recordNo('lead', Number(words)), ctx, field);
      const deals = hasDeals && !(await isCustomer(ctx, words)) ? await dealsNamed(ctx, words) : [];
      if (deals.length > 0) return chosenDeal(ctx, deals, { words, field });
      const isOrder = !types.includes('customer');
      const customer = await openCustomer(ctx, await customerNamed(ctx, words, field, isOrder));
      return await narrowedTo(ctx, customer, types, { words, field });
    },
    knows: hasDeals ? knowsCustomerOrDeal : knowsCustomer,
    search: (words, ctx) => searchRecords(words, ctx, types),
  };
  function find(words: string, ctx: Context, field: string): Promise<string> {
    return narrowedLookup(...types).find(words, ctx, field);
  }
}

/** Whether a customer has exactly this name. */
const isCustomer = async (ctx: Context, words: string): Promise<boolean> =>
  (await readableCalled(ctx, words, { exact: true, limit: 1 })).length > 0;

/** The number of the only deal, or asks which of several is meant. */
function chosenDeal(ctx: Context, deals: readonly Deal[], said: { words: string; field: string }): string {
  const [only] = deals;
  if (only && deals.length === 1) {
    privateUnlessSeen(ctx, only);
    return dealNo(only);
  }
  const options = deals
    .slice(0, mostOffered)
    .map((deal) => ({ label: dealLabel(ctx, deal), value: dealNo(deal) }));
  throw new ChooseError(said.field, textsIn(ctx.locale).lookup.whichRecord(said.words), options, said.words);
}

/**
 * Narrows a customer to the record that an act is about: its only open deal or lead, else, if allowed, the
 * customer.
 */
async function narrowedTo(
  ctx: Context,
  customer: Customer,
  types: readonly NumberedType[],
  { words, field }: { words: string; field: string },
): Promise<string> {
  const t = textsIn(ctx.locale).lookup;
  const deals = types.includes('deal') ? await openDealsOf(ctx.db, customer.id) : [];
  const seen = await visible(ctx, deals);
  const leads = types.includes('lead') && seen.length === 0 ? await liveLeadsOf(ctx.db, customer.id) : [];
  const alive = await visible(ctx, leads);
  const options = [
    ...seen.map((deal) => ({ label: dealLabel(ctx, deal), value: dealNo(deal) })),
    ...alive.map((lead) => ({ label: leadLabel(ctx, lead), value: leadNo(lead) })),
  ];
  const [only] = options;
  if (only && options.length === 1) return only.value;
  const self = types.includes('customer')
    ? [{ label: t.onlyCustomer(customer.name), value: customerNo(customer) }]
    : [];
  if (options.length > 1) {
    const shown = [...options.slice(0, mostOffered - self.length), ...self];
    throw new ChooseError(field, t.whichRecord(customer.name), shown, words);
  }
  if (self[0]) return self[0].value;
  if (types.every((type) => type === 'lead')) throw new InputError(field, t.noLead(customer.name));
  throw new InputError(field, t.noDeal(customer.name), t.newDealExample(customer.name));
}

/**
 * Looks up a lead's number, with or without its letter, or a customer's lead that fits, else the customer.
 */
export function leadOrCustomer(status: 'open' | 'pool'): Lookup<Context> {
  return {
    async find(words, ctx, field) {
      if (bareNumber.test(words)) return await this.find(recordNo('lead', Number(words)), ctx, field);
      const known = await recordNumbered(ctx, words, leadAndCustomer, field);
      if (known) return known;
      const customer = await openCustomer(ctx, await customerNamed(ctx, words, field));
      const alive = (await liveLeadsOf(ctx.db, customer.id)).filter((lead) => lead.status === status);
      const leads = await visible(ctx, alive);
      const [only] = leads;
      if (only && leads.length === 1) return leadNo(only);
      if (!only) return customerNo(customer);
      const options = leads
        .slice(0, mostOffered)
        .map((lead) => ({ label: leadLabel(ctx, lead), value: leadNo(lead) }));
      throw new ChooseError(field, textsIn(ctx.locale).lookup.whichRecord(customer.name), options, words);
    },
    knows: knowsCustomer,
    search: (words, ctx) => searchRecords(words, ctx, leadAndCustomer),
  };
}

/** Letters that the name of a deal or a contact has at most, if it is said alone. */
export const mostLetters = 40;

/** Whether the words are a record's number or name a customer or one of the speaker's deals for sure. */
const knowsCustomerOrDeal = async (words: string, ctx: Context, isWhole?: boolean): Promise<boolean> =>
  (await knowsCustomer(words, ctx, isWhole)) ||
  (words.length <= mostLetters && (await dealsNamed(ctx, words)).length > 0);
