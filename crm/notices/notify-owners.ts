import { actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import { customerNo, dealNo, leadNo, recordNo } from '../../kernel/records/record-number.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { leadById } from '../../store/leads/lead-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Customer, Deal, Lead, Person } from '../../store/schema/row-types.js';
import type { OwnerChange } from '../../store/unit/owner-changes.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { contextFor, localeFor, noticesOf } from '../access/reader.js';
import { customerCard } from '../cards/customer-card.js';
import { dealCard } from '../cards/deal-card.js';
import { leadCard } from '../cards/lead-card.js';
import { priceWords, stageName } from '../words/deal-words.js';
import { customerOf } from '../words/open-records.js';
import { notifyPerson } from './notify.js';

/** Deals shown on the card of somebody who got several records. */
const mostDeals = 7;

/** Records named to whoever had them. */
const mostNamed = 4;

/**
 * Tells people of the records that an act of somebody else gave to them or took from them: the new owner with the
 * record's card, or with one list of several; the former owner in a line. Called after each act, so that no command can
 * forget it.
 */
export async function notifyOwners(ctx: Context): Promise<void> {
  const changes = ctx.unit.ownerChanges.list();
  for (const id of new Set(changes.flatMap(({ from, to }) => [from, to]))) {
    const person = id && id !== ctx.person.id ? await personById(ctx.db, id) : undefined;
    if (!person) continue;
    const given = changes.filter(({ to }) => to === id);
    const got = await rowsOf(ctx, given);
    if (sizeOf(got) > got.tasks) {
      const said = await titleOf(ctx, person, given);
      await tell(ctx, person, 'got', await gotCard(await contextFor(ctx, person), said, got));
    }
    const lost = changes.filter(({ from, type }) => from === id && type !== 'task');
    if (lost.length > 0)
      await tell(ctx, person, 'lost', await lostCard(await contextFor(ctx, person), ctx.person.name, lost));
  }
}

async function tell(ctx: Context, person: Person, what: 'got' | 'lost', card: Card): Promise<void> {
  const key = `owner:${what}:${ctx.actId}:${person.id}`;
  await notifyPerson(ctx.db, noticesOf(ctx), person, 'lead', { key, card, waits: true });
}

interface Rows {
  customers: Customer[];
  leads: Lead[];
  deals: Deal[];
  /** How many tasks went along. */
  tasks: number;
}

const sizeOf = ({ customers, leads, deals, tasks }: Rows): number =>
  customers.length + leads.length + deals.length + tasks;

async function rowsOf({ db }: Context, changes: readonly OwnerChange[]): Promise<Rows> {
  const rows: Rows = { customers: [], leads: [], deals: [], tasks: 0 };
  // Sequential: a transaction has one connection.
  for (const { type, id } of changes) {
    if (type === 'task') rows.tasks++;
    if (type === 'customer') rows.customers.push(...present(await customerById(db, id)));
    if (type === 'lead') rows.leads.push(...present(await leadById(db, id)));
    if (type === 'deal') rows.deals.push(...present(await dealById(db, id)));
  }
  return rows;
}

const present = <T>(row: T | undefined): T[] => (row === undefined ? [] : [row]);

/** Says who gave the records, or from whom they all come. */
async function titleOf(ctx: Context, to: Person, changes: readonly OwnerChange[]): Promise<string> {
  const t = textsIn(localeFor(ctx, to)).people;
  const records = changes.filter(({ type }) => type === 'lead' || type === 'deal');
  const [first] = changes;
  const isFromOne = records.length > 1 && changes.every(({ from }) => from === first?.from);
  const from = isFromOne && first?.from ? await personById(ctx.db, first.from) : undefined;
  return from ? t.takenOver(from.name) : t.givenToYou(ctx.person.name);
}

/** The card of the one record; a customer that came along with its only record has no card of its own. */
async function gotCard(reader: Context, said: string, rows: Rows): Promise<Card> {
  const [record, ...others] = [...rows.leads, ...rows.deals];
  const alone = rows.customers.every(({ id }) => record === undefined || id === record.customerId);
  const [customer, ...customers] = rows.customers;
  if (record && others.length === 0 && alone)
    return 'stage' in record ? await dealCard(reader, record, said) : await leadCard(reader, record, said);
  if (!record && customer && customers.length === 0) return await customerCard(reader, customer, said);
  return await listCard(reader, said, rows);
}

/** Shows how much somebody got, and the largest deals of it. */
async function listCard(
  reader: Context,
  said: string,
  { customers, leads, deals, tasks }: Rows,
): Promise<Card> {
  const t = textsIn(reader.locale).people;
  const c = textsIn(reader.locale).common;
  const largest = [...deals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).slice(0, mostDeals);
  const rows: string[][] = [];
  for (const deal of largest) {
    const { name } = await customerOf(reader, deal);
    const amount = priceWords(reader, deal);
    rows.push([`${dealNo(deal)} ${name}`, stageName(reader, deal.stage), amount]);
  }
  const header = [t.deals, c.stage, { label: c.amount, align: 'right' as const }];
  return {
    key: `owner:${reader.actId}`,
    title: said,
    tone: 'info',
    nodes: [
      text(t.bookSize(customers.length, leads.length, deals.length, tasks), 'strong'),
      ...(rows.length > 0 ? [table(header, rows)] : []),
      ...actions(button(t.myDay, 'today', {}, { style: 'primary' }), button(t.myPage, 'home')),
      context(t.keptAsWas),
    ],
  };
}

/** Says in a line who has the records now; undone ones are named by their number. */
async function lostCard(reader: Context, by: string, changes: readonly OwnerChange[]): Promise<Card> {
  const t = textsIn(reader.locale).people;
  const [first] = changes;
  const isToOne = changes.every(({ to }) => to === first?.to);
  const to = isToOne && first?.to ? await personById(reader.db, first.to) : undefined;
  const what = await recordsInWords(reader, changes);
  const said = to ? t.takenTo(by, what, to.name) : t.takenAway(by, what);
  return { key: `owner:${reader.actId}`, title: said, tone: 'neutral', nodes: [text(said)] };
}

/** Names the records, or counts them if they are many; a customer only if none of its leads and deals is named. */
async function recordsInWords(reader: Context, changes: readonly OwnerChange[]): Promise<string> {
  const rows = await rowsOf(reader, changes);
  const named = new Set([...rows.leads, ...rows.deals].map(({ customerId }) => customerId));
  const names = rows.customers
    .filter(({ id }) => !named.has(id))
    .map((customer) => `${customerNo(customer)} ${customer.name}`);
  for (const record of [...rows.leads, ...rows.deals])
    names.push(
      `${'stage' in record ? dealNo(record) : leadNo(record)} ${(await customerOf(reader, record)).name}`,
    );
  if (names.length === 0)
    names.push(...changes.flatMap(({ type, no }) => (no && type !== 'task' ? recordNo(type, no) : [])));
  const { customers, leads, deals } = rows;
  return names.length > mostNamed
    ? textsIn(reader.locale).people.bookSize(customers.length, leads.length, deals.length, 0)
    : formatsIn(reader.locale).list(names);
}
