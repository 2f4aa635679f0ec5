import type { Choice } from '../../kernel/command/command.js';
import {
  customerNo,
  dealNo,
  leadNo,
  type NumberedType,
  recordNumber,
} from '../../kernel/records/record-number.js';
import { customerById, newestCustomers } from '../../store/customers/customer-queries.js';
import { openDealsOf, openDealsOwnedBy } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { readableBeginning, readableCalled } from '../access/readable.js';
import { visible } from '../access/visibility.js';
import { dealLabel, leadLabel } from '../words/record-labels.js';
import { openSubject } from './open-subject.js';

/** Most entries in a picker, about what a phone shows. */
const most = 20;

/** Finds customers by name; without words, the speaker's newest. */
export async function searchCustomers(words: string, ctx: Context): Promise<Choice[]> {
  const found = await customersFor(words, ctx);
  return found.map((one) => ({ label: `${one.name} · ${customerNo(one)}`, value: customerNo(one) }));
}

/** Finds open records of the asked types by customer name; without words, the speaker's own deals. */
export async function searchRecords(
  words: string,
  ctx: Context,
  types: readonly NumberedType[],
): Promise<Choice[]> {
  if (words.trim() === '' && types.includes('deal')) {
    const own = await openDealsOwnedBy(ctx.db, ctx.person.id, most);
    if (own.length > 0) return await Promise.all(own.map((deal) => dealChoice(ctx, deal)));
  }
  const found: Choice[] = [];
  for (const customer of await customersFor(words, ctx)) {
    if (found.length >= most) break;
    found.push(...(await openOf(customer, ctx, types)));
  }
  return found.slice(0, most);
}

/** Finds colleagues whose name contains the words. */
export async function searchPeople(words: string, ctx: Context): Promise<Choice[]> {
  const wanted = words.trim().replace(/^@/, '').toLowerCase();
  const fitting = (await listPeople(ctx.db)).filter((one) => one.name.toLowerCase().includes(wanted));
  const near = (one: (typeof fitting)[number]) => (one.teamId === ctx.person.teamId ? 0 : 1);
  return fitting
    .sort((a, b) => near(a) - near(b))
    .slice(0, most)
    .map((one) => ({ label: one.name, value: one.id }));
}

async function customersFor(words: string, ctx: Context): Promise<Customer[]> {
  return words.trim() === ''
    ? await newestCustomers(ctx.db, ctx.person.id, most)
    : await customersTyped(words, ctx);
}

/** Finds the customer of the record that a number names, else those whom the words may mean, and those whose name begins with what is typed so far. */
async function customersTyped(words: string, ctx: Context): Promise<Customer[]> {
  if (recordNumber(words.trim())) {
    const numbered = await openSubject(ctx, words.trim()).catch(() => undefined);
    return numbered ? [numbered.customer] : [];
  }
  const meant = await readableCalled(ctx, words, { limit: most });
  const begun = await readableBeginning(ctx, words, most);
  const all = [...meant.map(({ customer }) => customer), ...begun];
  return [...new Map(all.map((customer) => [customer.id, customer])).values()].slice(0, most);
}

async function openOf(customer: Customer, ctx: Context, types: readonly NumberedType[]): Promise<Choice[]> {
  const deals = types.includes('deal') ? await openDealsOf(ctx.db, customer.id) : [];
  const leads = types.includes('lead') ? await liveLeadsOf(ctx.db, customer.id) : [];
  const itself = types.includes('customer')
    ? [{ label: `${customer.name} · ${customerNo(customer)}`, value: customerNo(customer) }]
    : [];
  return [
    ...(await visible(ctx, deals)).map((deal) => ({
      label: `${customer.name} · ${dealLabel(ctx, deal)}`,
      value: dealNo(deal),
    })),
    ...(await visible(ctx, leads)).map((lead) => ({
      label: `${customer.name} · ${leadLabel(ctx, lead)}`,
      value: leadNo(lead),
    })),
    ...itself,
  ];
}

async function dealChoice(ctx: Context, deal: Parameters<typeof dealLabel>[1]): Promise<Choice> {
  const customer = await customerById(ctx.db, deal.customerId);
  return {
    label: [customer?.name, dealLabel(ctx, deal)].filter(Boolean).join(' · '),
    value: dealNo(deal),
  };
}
