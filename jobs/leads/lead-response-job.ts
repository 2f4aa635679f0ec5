import { actions, button, type Card, context, table } from '../../kernel/card/card.js';
import { openSelect } from '../../kernel/card/open-call.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { startOfDay } from '../../kernel/time/zone.js';
import { leadById, leadsToAnswer } from '../../store/leads/lead-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { alertsSentSince } from '../../store/reports/alert-queries.js';
import type { Lead, Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { habitsOf, nextAt, notifyPerson, type Reader, readerOf } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

import { leadAlert, namedLead } from './lead-alert-card.js';

/** Longest time in which one working hour ends, over the longest holidays. */
const horizonMs = 14 * 24 * 60 * 60_000;

/** Reminds the owner before a lead's response clock runs out, and notifies the manager after. */
export const leadResponse = defineJob({
  name: 'lead-response',
  summary: 'Reminds owners of unanswered leads, then tells their managers',
  slots: async (ctx) => [{ scope: '', cron: '*/5 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { reminded: 0, told: 0 };
    const soon = new Date(slot.at.getTime() + horizonMs);
    const { store } = ctx;
    const batch = new Batch();
    await batch.all(
      (limit) => leadsToAnswer(store.db, slot.at, 2, limit),
      (lead) => lead.teamId ?? '',
      async (leads) => {
        const told = await store.tx((tx) => tellManager(tx, ctx, leads, slot.at));
        counts.told += told;
        return told > 0;
      },
    );
    await batch.all(
      (limit) => leadsToAnswer(store.db, soon, 1, limit),
      (lead) => lead.id,
      async ([lead]) => {
        const reminded = await store.tx((tx) => remind(tx, ctx, lead, slot.at));
        if (reminded) counts.reminded++;
        return reminded;
      },
    );
    batch.end();
    return { counts };
  },
});

/** Reminds the owner once less working time is left than lies between the reminder and the deadline. */
async function remind(tx: Db, ctx: JobContext, found: Lead, at: Date): Promise<boolean> {
  const lead = await leadById(tx, found.id);
  const owner = lead?.ownerId ? await personById(tx, lead.ownerId) : undefined;
  if (!lead?.respondBy || !owner || lead.respondAlerts > 0) return false;
  const reader = await readerOf(tx, ctx, owner);
  const { respondWithinMinutes, remindAfterMinutes } = ctx.process.lead;
  const left = Math.max(0, respondWithinMinutes - remindAfterMinutes);
  if (ctx.calendar.addWorkMinutes(at, left, reader.zone) < lead.respondBy) return false;
  const t = textsIn(reader.locale).job;
  const until = formatMoment(lead.respondBy, reader, at);
  const card = await alertCard(
    tx,
    ctx,
    lead,
    owner,
    t.leadDue,
    lead.respondBy > at ? t.leadDueSaid(until) : t.leadOver(until),
  );
  await notifyPerson(tx, ctx, owner, 'lead', { key: `${keyOf(lead)}:1`, card });
  await clockUnit(tx, at, keyOf(lead)).touch('lead', lead, { respondAlerts: 1 });
  return true;
}

/** Tells the manager of a team of its leads that nobody answered, several in one list; returns of how many. */
async function tellManager(tx: Db, ctx: JobContext, found: readonly Lead[], at: Date): Promise<number> {
  const late: LateLead[] = [];
  for (const one of found) {
    const lead = await leadById(tx, one.id);
    if (!lead?.respondBy || lead.respondAlerts > 1) continue;
    const owner = lead.ownerId ? await personById(tx, lead.ownerId) : undefined;
    const zone = owner ? habitsOf(ctx, owner).zone : ctx.timeZone;
    const { respondWithinMinutes, escalateAfterMinutes } = ctx.process.lead;
    const over = Math.max(0, escalateAfterMinutes - respondWithinMinutes);
    if (ctx.calendar.addWorkMinutes(lead.respondBy, over, zone) > at) continue;
    await clockUnit(tx, at, keyOf(lead)).touch('lead', lead, { respondAlerts: 2 });
    late.push({ lead, owner, until: lead.respondBy });
  }
  const teamId = found[0]?.teamId;
  const team = teamId ? await teamById(tx, teamId) : undefined;
  const manager = team?.managerId ? await personById(tx, team.managerId) : undefined;
  const others = late.filter(({ lead }) => manager && lead.ownerId !== manager.id);
  const [first, ...more] = others;
  if (!manager || !first) return 0;
  const reader = await readerOf(tx, ctx, manager);
  const t = textsIn(reader.locale).job;
  const until = formatMoment(first.until, reader, at);
  const card =
    more.length > 0
      ? await listCard(tx, reader, others, at)
      : await alertCard(
          tx,
          ctx,
          first.lead,
          manager,
          t.leadTold,
          t.leadToldSaid(first.owner?.name ?? '', until),
        );
  const { dailyBudget, digestAt } = ctx.process.alerts;
  const sentToday = await alertsSentSince(tx, manager.id, startOfDay(at, reader.zone));
  const isOver = manager.digestOnly || sentToday >= dailyBudget;
  const heldUntil = isOver ? nextAt(at, digestAt, reader.zone) : undefined;
  const key = `${keyOf(first.lead)}:2`;
  await notifyPerson(tx, ctx, manager, 'lead', { key, card, waits: true, heldUntil });
  return others.length;
}

/** A lead that nobody answered in time. */
interface LateLead {
  lead: Lead;
  owner: Person | undefined;
  until: Date;
}

/** Leads in one list of late ones. */
const listed = 20;

async function listCard(tx: Db, reader: Reader, late: readonly LateLead[], at: Date): Promise<Card> {
  const t = textsIn(reader.locale).job;
  const named: { number: string; name: string }[] = [];
  const rows: string[][] = [];
  for (const { lead, owner, until } of late.slice(0, listed)) {
    const { customer } = await namedLead(tx, lead);
    named.push({ number: leadNo(lead), name: customer });
    rows.push([`${leadNo(lead)} ${customer}`, owner?.name ?? '', formatMoment(until, reader, at)]);
  }
  const { lead, owner, due } = t.leadColumns;
  return {
    key: `late-leads:${late[0]?.lead.id}`,
    title: t.leadsTold(late.length),
    tone: 'warn',
    nodes: [
      table([lead, owner, due], rows),
      ...(late.length > listed ? [context(t.moreNotices(late.length - listed))] : []),
      ...actions(openSelect(textsIn(reader.locale).list.open, named)),
    ],
  };
}

async function alertCard(
  tx: Db,
  ctx: JobContext,
  lead: Lead,
  to: Person,
  title: (no: string, customer: string) => string,
  said: string,
) {
  const reader = await readerOf(tx, ctx, to);
  const c = textsIn(reader.locale).common;
  const no = leadNo(lead);
  const known = await namedLead(tx, lead);
  return leadAlert(reader, known, {
    title: title(no, known.customer),
    said,
    actions: [
      button(c.log, 'log', { subject: no }, { style: 'primary' }),
      button(c.transfer, 'assign', { record: no, v: lead.version }),
      button(c.find, 'find', { name: no }),
    ],
  });
}

/** A lead with a new owner has a new clock, and gets a new alert. */
const keyOf = (lead: Lead): string => `lead:${lead.id}:${lead.respondBy?.getTime()}`;
