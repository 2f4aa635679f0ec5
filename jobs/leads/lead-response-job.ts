import { button } from '../../kernel/card/card.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { leadById, leadsToAnswer } from '../../store/leads/lead-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Lead, Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { habitsOf, notifyPerson, readerOf } from '../shared/deliver.js';
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
      (lead) => lead.id,
      async ([lead]) => {
        const told = await store.tx((tx) => tellManager(tx, ctx, lead, slot.at));
        if (told) counts.told++;
        return told;
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

async function tellManager(tx: Db, ctx: JobContext, found: Lead, at: Date): Promise<boolean> {
  const lead = await leadById(tx, found.id);
  if (!lead?.respondBy || lead.respondAlerts > 1) return false;
  const team = lead.teamId ? await teamById(tx, lead.teamId) : undefined;
  const manager = team?.managerId ? await personById(tx, team.managerId) : undefined;
  const owner = lead.ownerId ? await personById(tx, lead.ownerId) : undefined;
  const zone = owner ? habitsOf(ctx, owner).zone : ctx.timeZone;
  const { respondWithinMinutes, escalateAfterMinutes } = ctx.process.lead;
  const over = Math.max(0, escalateAfterMinutes - respondWithinMinutes);
  if (ctx.calendar.addWorkMinutes(lead.respondBy, over, zone) > at) return false;
  await clockUnit(tx, at, keyOf(lead)).touch('lead', lead, { respondAlerts: 2 });
  if (!manager || manager.id === lead.ownerId) return false;
  const reader = await readerOf(tx, ctx, manager);
  const t = textsIn(reader.locale).job;
  const until = formatMoment(lead.respondBy, reader, at);
  const card = await alertCard(tx, ctx, lead, manager, t.leadTold, t.leadToldSaid(owner?.name ?? '', until));
  await notifyPerson(tx, ctx, manager, 'lead', { key: `${keyOf(lead)}:2`, card });
  return true;
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
