import { RuleError, StaleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { startOfDay } from '../bot/kernel/time/zone.js';
import { mayClaim, mayTake } from '../sales/pool.js';
import { changeCustomer } from '../store/customers.js';
import { openDealsOf } from '../store/deals.js';
import { countHeldLeads } from '../store/leads.js';
import { claimsSince } from '../store/open-work.js';
import { personById } from '../store/people.js';
import { countHeldCustomers, lastEventOf } from '../store/pool.js';
import type { Customer } from '../store/row-types.js';
import { openTasksOf } from '../store/tasks.js';
import { changeDealLogged } from './acts/deal.js';
import { factsBefore, logEvent } from './acts/events.js';
import { outOfPool, reckonedAnew, takeCustomer } from './acts/hand.js';
import { handLeadLogged } from './acts/lead.js';
import { pooledLeadsOf } from './acts/pool.js';
import { changeTaskLogged } from './acts/task.js';
import { customerCard } from './cards/customer.js';
import { undoButton } from './cards/deal.js';
import { leadCard } from './cards/lead.js';
import { ownerName } from './cards/people.js';
import type { PoolItem } from './cards/pool.js';
import { type Context, defineCommand } from './context.js';
import { customerNo, customerOf, openCustomer, openLead, recordNumber } from './records.js';
import { leadTexts } from './texts/lead.js';
import { poolTexts } from './texts/pool.js';
import { momentWords, zonedIn } from './zoned.js';

/** `抢 3`, `抢 L-3`, `抢 C-7`: a record of the pool becomes the speaker's; the first to tap has it. */
export const leadClaim = defineCommand({
  name: 'claim',
  words: { zh: ['抢', '认领'], en: ['claim'] },
  summary: { zh: '从公海抢一条线索或一个客户', en: 'Claim a lead or a customer from the pool' },
  examples: { zh: ['抢 L-2'], en: ['claim L-2'] },
  fields: {
    lead: f.lookup('pooled', {
      label: { zh: '线索或客户', en: 'lead or customer' },
      required: true,
      example: { zh: 'L-2', en: 'L-2' },
    }),
  },
  async run(input, ctx) {
    const t = leadTexts(ctx.locale);
    const item = await pooledItem(ctx, input.lead);
    await demandTurn(ctx, input.lead, item);
    const left = await demandRoom(ctx, item);
    const more = { why: t.left(left - 1), undo: true };
    if ('lead' in item) {
      const claimed = await handLeadLogged(ctx, item.lead, ctx.person, 'lead.claimed');
      await takeCustomer(ctx, claimed, ctx.person);
      return await leadCard(ctx, claimed, t.claimed(ctx.person.name), more);
    }
    const claimed = await claimCustomerLogged(ctx, item.customer);
    const card = await customerCard(ctx, claimed, `${t.claimed(ctx.person.name)} ${more.why}`);
    return { ...card, nodes: [...card.nodes, { kind: 'actions', items: [undoButton(ctx)] }] };
  },
});

/** The record of a number, which has to be in the pool still. Throws RuleError, naming who was faster. */
export async function pooledItem(ctx: Context, number: string): Promise<PoolItem> {
  const t = leadTexts(ctx.locale);
  const see = { label: t.poolTitle, call: { command: 'pool', input: {} } };
  const gone = async (record: { ownerId: string | null }) =>
    new RuleError(record.ownerId ? t.taken(number, await ownerName(ctx, record)) : t.notInPool(number), see);
  if (recordNumber(number)?.letter === 'C') {
    const customer = await openCustomer(ctx, number);
    if (!customer.pooledAt || customer.ownerId) throw await gone(customer);
    return { customer };
  }
  const lead = await openLead(ctx, number);
  if (lead.status !== 'pool') throw await gone(lead);
  return { lead };
}

/** Refuses while it is somebody else's turn, and who lost it a short while ago. */
async function demandTurn(ctx: Context, number: string, item: PoolItem): Promise<void> {
  const t = poolTexts(ctx.locale);
  const [record, type] = 'lead' in item ? [item.lead, 'lead'] : [item.customer, 'customer'];
  const lost = await lastEventOf(ctx.db, type, record.id, [`${type}.returned`]);
  const { offeredTo, offerUntil } = record;
  const lostBy = lost?.before?.ownerId;
  const may = mayTake(
    {
      offeredTo,
      offerUntil,
      lostBy: typeof lostBy === 'string' ? lostBy : null,
      lostAt: lost?.at ?? null,
    },
    ctx.person.id,
    ctx.now,
    ctx.process,
    ctx.calendar,
    zonedIn(ctx.zone),
  );
  if (may.ok) return;
  const until = momentWords(ctx, may.until);
  if (may.why === 'cooling') throw new RuleError(t.cooling(number, until));
  const first = offeredTo ? await personById(ctx.db, offeredTo) : undefined;
  throw new RuleError(t.waitsFor(number, first?.name ?? '', until));
}

/** Refuses who has claimed or holds as many as the process allows; answers how many more may be claimed today. */
async function demandRoom(ctx: Context, item: PoolItem): Promise<number> {
  const t = leadTexts(ctx.locale);
  const { id } = ctx.person;
  const customer = 'lead' in item ? await customerOf(ctx, item.lead) : item.customer;
  const may = mayClaim(
    {
      today: await claimsSince(ctx.db, id, startOfDay(ctx.now, ctx.zone)),
      held: 'lead' in item ? await countHeldLeads(ctx.db, id) : 0,
      customers: customer.ownerId === null ? await countHeldCustomers(ctx.db, id) : undefined,
    },
    ctx.process,
  );
  if (may.ok) return may.left;
  if (may.why === 'daily') throw new RuleError(t.dailyCap(may.cap));
  throw new RuleError(may.why === 'held' ? t.heldCap(may.cap) : poolTexts(ctx.locale).customersCap(may.cap));
}

/** The customer is the speaker's, with its leads in the pool, its deals that nobody has, and what there was to do. */
async function claimCustomerLogged(ctx: Context, customer: Customer): Promise<Customer> {
  const to = { ownerId: ctx.person.id, teamId: ctx.person.teamId };
  const change = { ...to, ...outOfPool };
  const claimed = await changeCustomer(ctx.db, customer, { ...change, ...reckonedAnew });
  if (!claimed) throw new StaleError(customerNo(customer));
  const record = { type: 'customer', id: customer.id } as const;
  await logEvent(ctx, 'customer.claimed', record, factsBefore<Customer>(customer, change), change);
  for (const lead of await pooledLeadsOf(ctx.db, customer.id))
    await handLeadLogged(ctx, lead, ctx.person, 'lead.assigned');
  for (const deal of await openDealsOf(ctx.db, customer.id))
    if (deal.ownerId === null) await changeDealLogged(ctx, deal, 'deal.assigned', to);
  for (const task of await openTasksOf(ctx.db, customer.id))
    if (task.ownerId !== ctx.person.id) await changeTaskLogged(ctx, task, 'task.assigned', to);
  return claimed;
}
