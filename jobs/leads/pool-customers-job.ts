import { returnCustomer } from '../../crm/acts/return-to-pool.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { button, type Card, context, text } from '../../kernel/card/card.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { dayMs, laterOf } from '../../kernel/time/moments.js';
import { localDate } from '../../kernel/time/zone.js';
import { endOfWorkday } from '../../sales/deals/stall-rules.js';
import { type CustomerReturn, customerReturn, returnsCustomers } from '../../sales/leads/pool-rules.js';
import { customerById } from '../../store/customers/customer-queries.js';
import {
  customersToCheck,
  customersToWarn,
  lastCountedFollowUp,
  lastEventOf,
  poolFactsOf,
} from '../../store/leads/pool-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { type Db, forever } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { clockPoolDeps, clockUnit } from '../shared/clock-unit.js';
import { habitsOf, notifyPerson, readerOf } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

/** Customers named in one warning. */
const named = 10;

/** Warns owners of customers that are due to return to the pool, then returns them. */
export const poolCustomersJob = defineJob({
  name: 'pool-customers',
  summary: 'Warns owners of customers that fall silent, then returns these to the pool',
  slots: async (ctx) => [{ scope: '', cron: '10,25,40,55 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { warned: 0, returned: 0 };
    const { store } = ctx;
    const { warnBeforeDays } = ctx.process.pool;
    if (!returnsCustomers(ctx.process)) return { counts };
    const batch = new Batch();
    await batch.all(
      (limit) => customersToCheck(store.db, slot.at, limit),
      (customer) => customer.id,
      async ([customer]) => {
        const done = await store.tx((tx) => returnIfDue(tx, ctx, customer, slot.at));
        if (done === 'returned') counts.returned++;
        return done !== 'nothing';
      },
    );
    const last = endOfWorkday(slot.at, warnBeforeDays, ctx.process, ctx.calendar, zonedIn(ctx.timeZone));
    // The day ends later in other zones.
    const soon = new Date(last.getTime() + dayMs);
    await batch.all(
      async (limit) => (warnBeforeDays > 0 ? await customersToWarn(store.db, slot.at, soon, limit) : []),
      (customer) => customer.ownerId ?? '',
      async (group) => {
        const warned = await store.tx((tx) => warn(tx, ctx, group, slot.at));
        counts.warned += warned;
        return warned > 0;
      },
    );
    batch.end();
    return { counts };
  },
});

const givings = ['customer.assigned', 'customer.claimed'];

/** Computes when the customer returns, from the current data. */
async function computeReturn(
  tx: Db,
  ctx: JobContext,
  customer: Customer,
  zone: string,
  at: Date,
): Promise<CustomerReturn> {
  const { process } = ctx;
  const given = await lastEventOf(tx, 'customer', customer.id, givings);
  const { grade, contractEnd } = customer;
  const held = {
    heldSince: given?.at ?? customer.createdAt,
    isClaimed: given?.kind === 'customer.claimed',
    followedAt: await lastCountedFollowUp(tx, customer.id, process.pool.followUp),
    grade,
    contractEnd,
    ...(await poolFactsOf(tx, customer.id)),
  };
  return customerReturn(held, process, ctx.calendar, zonedIn(zone), at);
}

/**
 * Computes when a customer returns, and returns it if that moment has passed and its owner was warned in
 * time. An owner who was not warned gets the workdays of the warning period first.
 */
async function returnIfDue(
  tx: Db,
  ctx: JobContext,
  found: Customer,
  at: Date,
): Promise<'returned' | 'computed' | 'nothing'> {
  const customer = await customerById(tx, found.id);
  const owner = customer?.ownerId ? await personById(tx, customer.ownerId) : undefined;
  if (!customer || !owner || customer.mergedInto || (customer.poolAt && customer.poolAt > at))
    return 'nothing';
  const { zone } = habitsOf(ctx, owner);
  const { warnBeforeDays } = ctx.process.pool;
  const due = await computeReturn(tx, ctx, customer, zone, at);
  const unit = clockUnit(tx, at, customer.id);
  const wait = (poolAt: Date) => unit.touch('customer', customer, { poolAt, poolWarnedAt: null });
  if (!due.returns) {
    await wait(due.nextCheck ?? forever);
    return 'computed';
  }
  if (due.at > at) {
    await wait(due.at);
    return 'computed';
  }
  const after = (since: Date) =>
    endOfWorkday(since, Math.max(1, warnBeforeDays), ctx.process, ctx.calendar, zonedIn(zone));
  if (warnBeforeDays > 0 && !customer.poolWarnedAt) {
    await wait(laterOf(due.at, after(at)));
    return 'computed';
  }
  const why = (locale: Locale) => whyWords(due, locale);
  const key = `pool-customer:${customer.id}:${at.getTime()}`;
  const returned = await returnCustomer(clockPoolDeps(tx, ctx, at, key), customer, why);
  return returned ? 'returned' : 'nothing';
}

const whyWords = ({ why, days }: CustomerReturn & { returns: true }, locale: Locale): string =>
  textsIn(locale).pool[why](days);

/** Sends an owner one card for all customers that return soon; returns the number of customers. */
async function warn(tx: Db, ctx: JobContext, group: readonly Customer[], at: Date): Promise<number> {
  const owner = group[0]?.ownerId ? await personById(tx, group[0].ownerId) : undefined;
  if (!owner) return 0;
  const reader = await readerOf(tx, ctx, owner);
  const today = localDate(at, reader.zone);
  const soon: { customer: Customer; at: Date; why: string }[] = [];
  const unit = clockUnit(tx, at, owner.id);
  for (const found of group) {
    const customer = await customerById(tx, found.id);
    if (!customer?.poolAt || customer.poolWarnedAt || customer.ownerId !== owner.id) continue;
    const left = ctx.calendar.workdaysBetween(today, localDate(customer.poolAt, reader.zone));
    if (left > ctx.process.pool.warnBeforeDays) continue;
    const due = await computeReturn(tx, ctx, customer, reader.zone, at);
    // A customer that was followed up since, or does not return, is looked at again later.
    const later = due.returns ? laterOf(due.at, customer.poolAt) : (due.nextCheck ?? forever);
    if (!due.returns || later > customer.poolAt) {
      await unit.touch('customer', customer, { poolAt: later });
      continue;
    }
    soon.push({ customer, at: customer.poolAt, why: whyWords(due, reader.locale) });
    await unit.touch('customer', customer, { poolWarnedAt: at });
  }
  const [first] = soon;
  if (!first) return 0;
  const card = warning(reader, soon, at);
  await notifyPerson(tx, ctx, owner, 'lead', { key: `pool-customers:${owner.id}:${at.getTime()}`, card });
  return soon.length;
}

function warning(
  { locale, zone }: { locale: Locale; zone: string },
  soon: readonly { customer: Customer; at: Date; why: string }[],
  now: Date,
): Card {
  const t = textsIn(locale).pool;
  const shown = soon.slice(0, named);
  const lines = shown.map(({ customer, at, why }) =>
    t.soonLine(customerNo(customer), customer.name, formatMoment(at, { zone, locale }, now), why),
  );
  const only = soon.length === 1 ? soon[0]?.customer : undefined;
  const rest = soon.length - shown.length;
  const label = textsIn(locale).common.log;
  const taps = shown.slice(0, 3).map(({ customer }) => {
    const no = customerNo(customer);
    return button(only ? label : `${label} ${no}`, 'log', { subject: no });
  });
  return {
    key: only ? `customer:${customerNo(only)}` : 'pool-soon',
    title: only ? t.soonOne(customerNo(only), only.name) : t.soon(soon.length),
    tone: 'warn',
    nodes: [
      text(t.soonSaid, 'strong'),
      text(lines.join('\n')),
      ...(rest > 0 ? [context(t.soonMore(rest))] : []),
      { kind: 'actions', items: taps },
    ],
  };
}
