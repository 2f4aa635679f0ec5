import { button } from '../bot/kernel/card.js';
import { formatMoment } from '../bot/kernel/time/format.js';
import { localDate } from '../bot/kernel/time/zone.js';
import { leadNo } from '../commands/records.js';
import { common } from '../commands/texts/common.js';
import { zonedIn } from '../commands/zoned.js';
import { endOfWorkday } from '../sales/stall.js';
import type { Db } from '../store/db.js';
import { appendEvent } from '../store/events.js';
import { changeLead, type Lead, leadById, leadsToReturn, leadsToWarn, touchLead } from '../store/leads.js';
import { personById } from '../store/people.js';
import { teamById } from '../store/teams.js';
import { defineJob, type JobContext } from './context.js';
import { readerOf, tellPerson, tellTeam } from './deliver.js';
import { leadAlert, namedLead } from './lead-card.js';
import { Sweep } from './sweep.js';
import { jobTexts } from './texts.js';

const dayMs = 24 * 60 * 60_000;

/** Leads nobody follows go back to the pool, their owner having been warned. */
export const poolReturn = defineJob({
  name: 'pool-return',
  summary: 'Warns owners of unfollowed leads, then returns these to the pool',
  slots: async (ctx) => [{ scope: '', cron: '*/15 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { warned: 0, returned: 0 };
    const { store } = ctx;
    const { warnBeforeDays } = ctx.process.pool;
    // Workdays before the return, over the longest holidays.
    const soon = new Date(slot.at.getTime() + (warnBeforeDays * 2 + 14) * dayMs);
    const sweep = new Sweep();
    await sweep.all(
      async (limit) => (warnBeforeDays > 0 ? await leadsToWarn(store.db, soon, limit) : []),
      (lead) => lead.id,
      async ([lead]) => {
        const warned = await store.tx((tx) => warn(tx, ctx, lead, slot.at));
        if (warned) counts.warned++;
        return warned;
      },
    );
    await sweep.all(
      (limit) => leadsToReturn(store.db, slot.at, limit),
      (lead) => lead.id,
      async ([lead]) => {
        const returned = await store.tx((tx) => giveBack(tx, ctx, lead, slot.at));
        if (returned) counts.returned++;
        return returned;
      },
    );
    sweep.end();
    return { counts };
  },
});

async function warn(tx: Db, ctx: JobContext, found: Lead, at: Date): Promise<boolean> {
  const lead = await leadById(tx, found.id);
  const owner = lead?.ownerId ? await personById(tx, lead.ownerId) : undefined;
  if (!lead?.poolAt || lead.poolWarnedAt || !owner) return false;
  const reader = readerOf(ctx, owner);
  const today = localDate(at, reader.zone);
  const left = ctx.calendar.workdaysBetween(today, localDate(lead.poolAt, reader.zone));
  if (left > ctx.process.pool.warnBeforeDays) return false;
  const t = jobTexts(reader.locale);
  const c = common(reader.locale);
  const no = leadNo(lead);
  const known = await namedLead(tx, lead);
  const card = leadAlert(reader, known, {
    title: t.returnSoon(no, known.customer),
    said: t.returnSoonSaid(formatMoment(lead.poolAt, reader.zone, reader.locale, at)),
    actions: [
      button(c.log, 'log', { subject: no }, { style: 'primary' }),
      button(c.move, 'move', { record: no, v: lead.version }),
      button(c.transfer, 'assign', { record: no, v: lead.version }),
    ],
  });
  await tellPerson(tx, ctx, owner, 'lead', { key: `pool-warning:${lead.id}:${lead.poolAt.getTime()}`, card });
  await touchLead(tx, lead.id, { poolWarnedAt: at });
  return true;
}

/** Where the warning came late, after an outage, the owner still has until the end of the next workday. */
async function isFreshlyWarned(tx: Db, ctx: JobContext, lead: Lead, at: Date): Promise<boolean> {
  const owner = lead.ownerId ? await personById(tx, lead.ownerId) : undefined;
  if (!lead.poolWarnedAt || !owner) return false;
  const zoned = zonedIn(readerOf(ctx, owner).zone);
  return endOfWorkday(lead.poolWarnedAt, 1, ctx.process, ctx.calendar, zoned) > at;
}

async function giveBack(tx: Db, ctx: JobContext, found: Lead, at: Date): Promise<boolean> {
  const lead = await leadById(tx, found.id);
  if (!lead?.poolAt || lead.status !== 'open' || lead.poolAt > at) return false;
  if (await isFreshlyWarned(tx, ctx, lead, at)) return false;
  const free = { ownerId: null, status: 'pool' as const, respondBy: null, poolAt: null, poolWarnedAt: null };
  const returned = await changeLead(tx, lead, free);
  if (!returned) return false;
  const { ownerId, status, respondBy, poolAt, poolWarnedAt } = lead;
  await appendEvent(tx, {
    actId: `pool-return:${lead.id}:${poolAt?.getTime()}`,
    at,
    kind: 'lead.returned',
    personId: null,
    recordType: 'lead',
    recordId: lead.id,
    before: { ownerId, status, respondBy, poolAt, poolWarnedAt },
    after: { ...free, version: returned.version },
    words: null,
    origin: 'clock',
  });
  const owner = ownerId ? await personById(tx, ownerId) : undefined;
  const team = lead.teamId ? await teamById(tx, lead.teamId) : undefined;
  const known = await namedLead(tx, returned);
  const key = `pool-return:${lead.id}:${poolAt?.getTime()}`;
  const cardFor = (locale: 'zh' | 'en', zone: string) => {
    const t = jobTexts(locale);
    const no = leadNo(lead);
    return leadAlert({ locale, zone }, known, {
      title: t.returned(no, known.customer),
      said: t.returnedSaid(ctx.process.pool.returnAfterDays ?? 0),
      actions: [
        button(common(locale).claim, 'claim', { lead: no, v: returned.version }, { style: 'primary' }),
      ],
    });
  };
  if (owner) {
    const { locale, zone } = readerOf(ctx, owner);
    await tellPerson(tx, ctx, owner, 'lead', { key, card: cardFor(locale, zone) });
  }
  if (team) {
    const at = { locale: ctx.locale, zone: team.timeZone };
    await tellTeam(tx, ctx, team.id, 'pool', { key, card: cardFor(at.locale, at.zone), ...at });
  }
  return true;
}
