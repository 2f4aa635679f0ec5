import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError } from '../../kernel/command/errors.js';
import { customerNo, dealNo, type NumberedType, recordLetters } from '../../kernel/records/record-number.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { contactsCalled, ownContactsCalled } from '../lookup/contacts-called.js';
import { dealsNamed } from '../lookup/deal-names.js';
import { searchCustomers } from '../lookup/search-records.js';
import { dealLabel } from '../words/record-labels.js';
import { customerNamed, knowsCustomer } from './customer-lookup.js';
import { mostOffered } from './most-offered.js';
import { mostLetters } from './record-lookups.js';
import { recordNumbered } from './record-numbered.js';

const everyType = Object.keys(recordLetters) as NumberedType[];

/** Looks up any record by number, or by name: a customer, an open deal, or a contact, who stands for their customer. */
export const nameLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    const known = await recordNumbered(ctx, words, everyType, field);
    if (known) return known;
    const other = (await knowsCustomer(words, ctx)) ? undefined : await recordCalled(ctx, words, field);
    return other ?? (await customerNamed(ctx, words, field));
  },
  knows: async (words, ctx, isWhole) =>
    (await knowsCustomer(words, ctx, isWhole)) ||
    (words.length <= mostLetters && (await isOwnName(ctx, words.trim()))),
  search: searchCustomers,
};

/** Whether the words are the name of the speaker's own deal or contact, or a contact's number. */
async function isOwnName(ctx: Context, words: string): Promise<boolean> {
  const deals = await dealsNamed(ctx, words);
  return deals.length > 0 || (await ownContactsCalled(ctx, words)).length > 0;
}

/** The number of the deal, or of the contact's customer, that the words name; asks which one if there are several. */
async function recordCalled(ctx: Context, words: string, field: string): Promise<string | undefined> {
  const deals = await dealsNamed(ctx, words);
  const contacts = deals.length > 0 ? [] : await contactsCalled(ctx, words);
  const options = [
    ...deals.map((deal) => ({ label: dealLabel(ctx, deal), value: dealNo(deal) })),
    ...contacts.map(({ contact, of }) => ({ label: `${contact.name} · ${of.name}`, value: customerNo(of) })),
  ];
  const values = new Set(options.map(({ value }) => value));
  if (values.size < 2) return options[0]?.value;
  const t = textsIn(ctx.locale).lookup;
  throw new ChooseError(field, t.whichRecord(words), options.slice(0, mostOffered), words);
}
