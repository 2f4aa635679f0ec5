import { dayMs } from '../../kernel/time/moments.js';
import { findingsOf, silentFrom } from '../../sales/deals/alert-rules.js';
import { followUpById } from '../../store/activity/follow-up-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { dealById, openDealsOf } from '../../store/deals/deal-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { actsBetween, contactMoments, silentCustomers } from '../../store/reports/alert-queries.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import type { Customer, Event } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { managerOf, notifyAlert } from '../shared/notify-alert.js';

const minuteMs = 60_000;

/** Most acts read in one run; later runs read the rest. */
const mostActs = 2000;

/** Latest contacts of a customer from which its rhythm is computed. */
const contactsLooked = 12;

const dealKinds = ['deal.changed', 'deal.back', 'deal.created', 'deal.won'];

/** How far the log was read, as epoch ms. */
const watermark = 'alerts-until';

/**
 * Reads what people did since the last run, once undo is no longer possible, and notifies of what matters;
 * then notifies of customers whose silence has become a risk. Reads only new and due records, however many
 * are stored.
 */
export const alertsJob = defineJob({
  name: 'alerts',
  summary: 'Tells of slipped dates, cuts, steps back, big deals, wins and silent customers',
  slots: async (ctx) => [{ scope: '', cron: '*/10 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { sent: 0, digest: 0, none: 0 };
    const { store } = ctx;
    const batch = new Batch();
    const until = new Date(slot.at.getTime() - ctx.process.undoMinutes * minuteMs);
    const from = new Date((await getSetting<number>(store.db, watermark)) ?? until.getTime() - dayMs);
    const acts = await actsBetween(store.db, [...dealKinds, 'followUp.created'], from, until, mostActs);
    await batch.each(acts, async (act) => {
      for (const how of await store.tx((tx) => alertAct(tx, ctx, act, slot.at))) counts[how]++;
    });
    const read = acts.length === mostActs ? (acts.at(-1)?.at ?? until) : until;
    await store.tx((tx) => setSetting(tx, watermark, read.getTime()));
    await batch.all(
      (limit) => silentCustomers(store.db, slot.at, limit),
      (customer) => customer.id,
      async ([customer]) => {
        const how = await store.tx((tx) => notifySilence(tx, ctx, customer, slot.at));
        if (how) counts[how]++;
        return true;
      },
    );
    batch.end();
    return { counts };
  },
});

type Outlet = 'sent' | 'digest' | 'none';

async function alertAct(tx: Db, ctx: JobContext, act: Event, at: Date): Promise<Outlet[]> {
  if (act.kind === 'followUp.created') {
    await setRhythm(tx, ctx, act.recordId);
    return [];
  }
  const deal = await dealById(tx, act.recordId);
  if (!deal) return [];
  const outlets: Outlet[] = [];
  const manager = await managerOf(tx, deal.teamId);
  for (const { rule, why } of findingsOf(act, deal.amount, ctx.process.alerts)) {
    const isNews = rule === 'won' || rule === 'bigDeal';
    // A manager who did the act is not notified of it.
    const to = manager?.id === act.personId ? undefined : manager;
    const how = await notifyAlert(
      tx,
      ctx,
      {
        rule,
        key: `${deal.id}:${act.actId}`,
        recordType: 'deal',
        recordId: deal.id,
        to,
        teamId: deal.teamId,
        value: deal.amount,
        why: rule === 'back' ? { ...why, words: act.words } : why,
        isNews,
      },
      at,
    );
    if (how) outlets.push(how);
  }
  return outlets;
}

/** Computes from a new contact when the customer's silence becomes a risk. */
async function setRhythm(tx: Db, ctx: JobContext, followUpId: string): Promise<void> {
  const followUp = await followUpById(tx, followUpId);
  if (!followUp || ctx.process.alerts.silent.mode === 'off') return;
  const contacts = await contactMoments(tx, followUp.customerId, contactsLooked);
  const silent = silentFrom(contacts, ctx.process.alerts.silent.factor);
  const customer = await customerById(tx, followUp.customerId);
  const silentAt = silent?.at ?? null;
  if (customer) await clockUnit(tx, ctx.now, followUpId).touch('customer', customer, { silentAt });
}

async function notifySilence(
  tx: Db,
  ctx: JobContext,
  found: Customer,
  at: Date,
): Promise<Outlet | undefined> {
  const customer = await customerById(tx, found.id);
  if (!customer?.silentAt || customer.silentAt > at) return undefined;
  await clockUnit(tx, at, customer.id).touch('customer', customer, { silentAt: null });
  const contacts = await contactMoments(tx, customer.id, contactsLooked);
  const silent = silentFrom(contacts, ctx.process.alerts.silent.factor);
  const last = contacts[0];
  const owner = customer.ownerId ? await personById(tx, customer.ownerId) : undefined;
  if (!silent || !last || !owner || silent.at > at) return undefined;
  const open = await openDealsOf(tx, customer.id);
  return await notifyAlert(
    tx,
    ctx,
    {
      rule: 'silent',
      key: `${customer.id}:${last.getTime()}`,
      recordType: 'customer',
      recordId: customer.id,
      to: owner,
      teamId: customer.teamId,
      value: open.reduce((sum, deal) => sum + (deal.amount ?? 0), 0),
      why: { days: Math.floor((at.getTime() - last.getTime()) / dayMs), rhythm: silent.rhythmDays },
    },
    at,
  );
}
