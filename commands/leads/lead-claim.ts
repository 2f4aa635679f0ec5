import { type Context, defineCommand } from '../../crm/access/context.js';
import { outOfPool, resetPoolClock, takeCustomer, transferChanges } from '../../crm/acts/change-owner.js';
import { changeDealBy } from '../../crm/acts/deal-acts.js';
import { giveLead } from '../../crm/acts/lead-acts.js';
import { pooledLeadsOf } from '../../crm/acts/return-to-pool.js';
import { withoutReminders } from '../../crm/acts/task-acts.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import type { PoolItem } from '../../crm/cards/pool-card.js';
import { customerOf, openCustomer, openLead } from '../../crm/words/open-records.js';
import { ownerName } from '../../crm/words/owner-names.js';
import { momentWords, zonedIn } from '../../crm/words/zoned-dates.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { startOfDay } from '../../kernel/time/zone.js';
import { mayClaim, mayClaimRecord } from '../../sales/leads/pool-rules.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { countHeldLeads } from '../../store/leads/lead-queries.js';
import { claimsSince } from '../../store/leads/open-work.js';
import { countHeldCustomers, lastEventOf } from '../../store/leads/pool-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** `抢 3`, `抢 L-3`, `抢 C-7` ("claim …"): gives a record of the pool to the speaker; the first tap wins. */
export const leadClaim = defineCommand({
  name: 'claim',
  changes: ['customer.claimed', 'lead.claimed', ...transferChanges],
  fields: {
    lead: f.lookup('pooled', { required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).lead;
    const item = await pooledItem(ctx, input.lead);
    await demandTurn(ctx, input.lead, item);
    const left = await demandRoom(ctx, item);
    const more = { why: t.left(left - 1), undo: true };
    if ('lead' in item) {
      const claimed = await giveLead(ctx, item.lead, ctx.person, 'lead.claimed');
      await takeCustomer(ctx, claimed, ctx.person);
      return await leadCard(ctx, claimed, t.claimed(ctx.person.name), more);
    }
    const claimed = await claimCustomer(ctx, item.customer);
    const card = await customerCard(ctx, claimed, `${t.claimed(ctx.person.name)} ${more.why}`);
    return { ...card, nodes: [...card.nodes, { kind: 'actions', items: [undoButton(ctx)] }] };
  },
});

/** Finds the record of a number in the pool. Throws RuleError, naming the new owner, if it was claimed. */
export async function pooledItem(ctx: Context, number: string): Promise<PoolItem> {
  const t = textsIn(ctx.locale).lead;
  const see = { label: t.poolTitle, call: { command: 'pool', input: {} } };
  const gone = async (record: { ownerId: string | null }) =>
    new RuleError(record.ownerId ? t.taken(number, await ownerName(ctx, record)) : t.notInPool(number), see);
  if (recordNumber(number)?.type === 'customer') {
    const customer = await openCustomer(ctx, number);
    if (!customer.pooledAt || customer.ownerId) throw await gone(customer);
    return { customer };
  }
  const lead = await openLead(ctx, number);
  if (lead.status !== 'pool') throw await gone(lead);
  return { lead };
}

/** Throws while it is somebody else's turn, or shortly after the speaker lost the record. */
async function demandTurn(ctx: Context, number: string, item: PoolItem): Promise<void> {
  const t = textsIn(ctx.locale).pool;
  const [record, type] = 'lead' in item ? [item.lead, 'lead'] : [item.customer, 'customer'];
  const lost = await lastEventOf(ctx.db, type, record.id, [`${type}.returned`]);
  const { offeredTo, offerUntil } = record;
  const lostBy = lost?.before?.ownerId;
  const may = mayClaimRecord(
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

/**
 * Throws if the speaker has claimed or holds as many as the process allows; returns how many they may still
 * claim today.
 */
async function demandRoom(ctx: Context, item: PoolItem): Promise<number> {
  const t = textsIn(ctx.locale).lead;
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
  throw new RuleError(
    may.why === 'held' ? t.heldCap(may.cap) : textsIn(ctx.locale).pool.customersCap(may.cap),
  );
}

/** Gives the speaker the customer, its leads in the pool, its deals without an owner, and their tasks. */
async function claimCustomer(ctx: Context, customer: Customer): Promise<Customer> {
  const to = { ownerId: ctx.person.id, teamId: ctx.person.teamId };
  const change = { ...to, ...outOfPool };
  const claimed = await ctx.unit.change('customer.claimed', customer, { ...change, ...resetPoolClock });
  const along = { ...ctx, unit: ctx.unit.asConsequence('transferred') };
  for (const lead of await pooledLeadsOf(ctx.db, customer.id))
    await giveLead(along, lead, ctx.person, 'lead.assigned');
  for (const deal of await openDealsOf(ctx.db, customer.id))
    if (deal.ownerId === null) await changeDealBy(along, deal, 'deal.assigned', to);
  for (const task of await withoutReminders(ctx, await openTasksOf(ctx.db, customer.id)))
    if (task.ownerId !== ctx.person.id) await along.unit.change('task.assigned', task, to);
  return claimed;
}
