import { returnLead } from '../../crm/acts/return-to-pool.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { button } from '../../kernel/card/card.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { dayMs, laterOf } from '../../kernel/time/moments.js';
import { localDate } from '../../kernel/time/zone.js';
import { endOfWorkday } from '../../sales/deals/stall-rules.js';
import { poolReturn as returnOf } from '../../sales/leads/lead-clocks.js';
import { leadDays } from '../../sales/leads/pool-rules.js';
import { leadById, leadsToReturn, leadsToWarn } from '../../store/leads/lead-queries.js';
import { heldLeadsAfter, lastCountedFollowUp, lastEventOf } from '../../store/leads/pool-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import type { Lead } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { clockPoolDeps, clockUnit } from '../shared/clock-unit.js';
import { habitsOf, notifyPerson, readerOf } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

import { leadAlert, namedLead } from './lead-alert-card.js';

/** Returns leads without follow-up to the pool, after warning their owner. */
export const poolReturnJob = defineJob({
  name: 'pool-return',
  summary: 'Warns owners of unfollowed leads, then returns these to the pool',
  slots: async (ctx) => [{ scope: '', cron: '*/15 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { warned: 0, returned: 0 };
    const { store } = ctx;
    const { warnBeforeDays } = ctx.process.pool;
    // The warning's workdays before the return, over the longest holidays.
    const soon = new Date(slot.at.getTime() + (warnBeforeDays * 2 + 14) * dayMs);
    await followRules(ctx, slot.at);
    const batch = new Batch();
    await batch.all(
      async (limit) => (warnBeforeDays > 0 ? await leadsToWarn(store.db, soon, limit) : []),
      (lead) => lead.id,
      async ([lead]) => {
        const warned = await store.tx((tx) => warn(tx, ctx, lead, slot.at));
        if (warned) counts.warned++;
        return warned;
      },
    );
    await batch.all(
      (limit) => leadsToReturn(store.db, slot.at, limit),
      (lead) => lead.id,
      async ([lead]) => {
        const returned = await store.tx((tx) => giveBack(tx, ctx, lead, slot.at));
        if (returned) counts.returned++;
        return returned;
      },
    );
    batch.end();
    return { counts };
  },
});

async function warn(tx: Db, ctx: JobContext, found: Lead, at: Date): Promise<boolean> {
  const lead = await leadById(tx, found.id);
  const owner = lead?.ownerId ? await personById(tx, lead.ownerId) : undefined;
  if (!lead?.poolAt || lead.poolWarnedAt || !owner) return false;
  const reader = await readerOf(tx, ctx, owner);
  const today = localDate(at, reader.zone);
  const left = ctx.calendar.workdaysBetween(today, localDate(lead.poolAt, reader.zone));
  if (left > ctx.process.pool.warnBeforeDays) return false;
  const t = textsIn(reader.locale).job;
  const c = textsIn(reader.locale).common;
  const no = leadNo(lead);
  const known = await namedLead(tx, lead);
  const card = leadAlert(reader, known, {
    title: t.returnSoon(no, known.customer),
    said: t.returnSoonSaid(formatMoment(lead.poolAt, reader, at)),
    actions: [
      button(c.log, 'log', { subject: no }, { style: 'primary' }),
      button(c.move, 'move', { record: no, v: lead.version }),
      button(c.transfer, 'assign', { record: no, v: lead.version }),
    ],
  });
  await notifyPerson(tx, ctx, owner, 'lead', {
    key: `pool-warning:${lead.id}:${lead.poolAt.getTime()}`,
    card,
  });
  await clockUnit(tx, at, lead.id).touch('lead', lead, { poolWarnedAt: at });
  return true;
}

/**
 * Tells whether the warning came late, after an outage: the owner then has until the end of the next workday.
 */
async function isFreshlyWarned(tx: Db, ctx: JobContext, lead: Lead, at: Date): Promise<boolean> {
  const owner = lead.ownerId ? await personById(tx, lead.ownerId) : undefined;
  if (!lead.poolWarnedAt || !owner) return false;
  const zoned = zonedIn(habitsOf(ctx, owner).zone);
  return endOfWorkday(lead.poolWarnedAt, 1, ctx.process, ctx.calendar, zoned) > at;
}

async function giveBack(tx: Db, ctx: JobContext, found: Lead, at: Date): Promise<boolean> {
  const lead = await leadById(tx, found.id);
  if (!lead?.poolAt || lead.status !== 'open' || lead.poolAt > at) return false;
  if (await isFreshlyWarned(tx, ctx, lead, at)) return false;
  const days = leadDays(lead.source, ctx.process) ?? 0;
  const key = `pool-return:${lead.id}:${lead.poolAt.getTime()}`;
  const why = (locale: Locale) => textsIn(locale).pool.silence(days);
  const returned = await returnLead(clockPoolDeps(tx, ctx, at, key), lead, why);
  return returned !== undefined;
}

/** Names the stored rules from which the leads' return times were computed. */
const kept = 'pool.rules';

/** Leads per transaction. */
const perTransaction = 200;

/**
 * Computes the return times again after the pool rules changed: for leads at once, for customers when they
 * are looked at. Nothing returns without the warning that the process promises.
 */
async function followRules(ctx: JobContext, at: Date): Promise<void> {
  const { store } = ctx;
  const { returnAfterDays, sources, followUp, customers } = ctx.process.pool;
  const rules = JSON.stringify({ returnAfterDays, sources, followUp, customers });
  const before = await getSetting<string>(store.db, kept);
  if (before === rules) return;
  for (let after = ''; before !== undefined; ) {
    const last = await store.tx(async (tx) => {
      const leads = await heldLeadsAfter(tx, after, perTransaction);
      for (const lead of leads) await reckonAgain(tx, ctx, lead, at);
      return leads.length < perTransaction ? undefined : leads.at(-1)?.id;
    });
    if (last === undefined) break;
    after = last;
  }
  await store.tx(async (tx) => {
    if (before !== undefined) await clockUnit(tx, at, kept).clearReturnDates();
    await setSetting(tx, kept, rules);
  });
}

async function reckonAgain(tx: Db, ctx: JobContext, lead: Lead, at: Date): Promise<void> {
  const owner = lead.ownerId ? await personById(tx, lead.ownerId) : undefined;
  if (!owner) return;
  const zoned = zonedIn(habitsOf(ctx, owner).zone);
  const handed = await lastEventOf(tx, 'lead', lead.id, ['lead.assigned', 'lead.claimed', 'lead.reassigned']);
  const lastFollowUpAt = await lastCountedFollowUp(tx, lead.customerId, ctx.process.pool.followUp, lead.id);
  const held = {
    ...lead,
    lastFollowUpAt,
    assignedAt: handed?.at ?? lead.createdAt,
    isClaimed: handed?.kind === 'lead.claimed',
  };
  const returns = returnOf(held, ctx.process, ctx.calendar, zoned);
  const days = Math.max(1, ctx.process.pool.warnBeforeDays);
  const soonest = endOfWorkday(at, days, ctx.process, ctx.calendar, zoned);
  const poolAt = returns && laterOf(returns.poolAt, soonest);
  if (poolAt?.getTime() === lead.poolAt?.getTime()) return;
  await clockUnit(tx, at, lead.id).touch('lead', lead, { poolAt, poolWarnedAt: null });
}
