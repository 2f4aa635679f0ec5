import { candidates } from '../../crm/acts/assign-lead.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { button } from '../../kernel/card/card.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { nextOwner } from '../../sales/leads/assignment.js';
import { poolReturn, respondBy } from '../../sales/leads/lead-clocks.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { leadById, leadsToAnswer } from '../../store/leads/lead-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Lead, Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { habitsOf, notifyPerson, readerOf } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

import { leadAlert, namedLead } from './lead-alert-card.js';

/** `respondAlerts` of a lead that this job has handled: it waits for another owner. */
const handledHere = 3;

/** Reassigns leads that their owner has not touched for too long. */
export const leadReassign = defineJob({
  name: 'lead-reassign',
  summary: 'Hands leads that nobody touched to the next person',
  slots: async (ctx) => [{ scope: '', cron: '*/5 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { reassigned: 0 };
    const { store } = ctx;
    if (ctx.process.lead.reassignAfterMinutes === null) return { counts };
    const batch = new Batch();
    await batch.all(
      (limit) => leadsToAnswer(store.db, slot.at, handledHere, limit),
      (lead) => lead.id,
      async ([lead]) => {
        const reassigned = await store.tx((tx) => reassign(tx, ctx, lead, slot.at));
        if (reassigned) counts.reassigned++;
        return reassigned;
      },
    );
    batch.end();
    return { counts };
  },
});

async function reassign(tx: Db, ctx: JobContext, found: Lead, at: Date): Promise<boolean> {
  const lead = await leadById(tx, found.id);
  const owner = lead?.ownerId ? await personById(tx, lead.ownerId) : undefined;
  const { respondWithinMinutes, reassignAfterMinutes } = ctx.process.lead;
  if (
    !lead?.respondBy ||
    !lead.teamId ||
    !owner ||
    reassignAfterMinutes === null ||
    lead.respondAlerts >= handledHere
  )
    return false;
  const { zone } = habitsOf(ctx, owner);
  const over = reassignAfterMinutes - respondWithinMinutes;
  if (ctx.calendar.addWorkMinutes(lead.respondBy, over, zone) > at) return false;
  const { strategy, weights } = ctx.process.assignment;
  const moment = { db: tx, now: at, calendar: ctx.calendar, zone: ctx.timeZone };
  const others = (await candidates(moment, lead.teamId)).filter((one) => one.id !== owner.id);
  const next = nextOwner(others, { teamId: lead.teamId, strategy, weights });
  // The manager has been notified already, and there is no other rep.
  if (!next || next.why === 'no-rep' || next.why === 'all-away') {
    await clockUnit(tx, at, keyOf(lead)).touch('lead', lead, { respondAlerts: handledHere });
    return false;
  }
  const turns = clockUnit(tx, at, keyOf(lead));
  for (const { person, leadCredit } of next.credits) await turns.touch('person', person.row, { leadCredit });
  await give(tx, ctx, lead, owner, next.person.row, at);
  return true;
}

/** Identifies the act, and each post about it. */
const keyOf = (lead: Lead): string => `lead-reassign:${lead.id}:${lead.respondBy?.getTime()}`;

/** The new owner gets the whole response time; the customer moves along if the former owner had it. */
async function give(tx: Db, ctx: JobContext, lead: Lead, from: Person, to: Person, at: Date): Promise<void> {
  const { zone } = habitsOf(ctx, to);
  const zoned = zonedIn(zone);
  const reassigned = { ...lead, ownerId: to.id, assignedAt: at };
  const change = {
    ownerId: to.id,
    respondBy: respondBy(at, ctx.process, (since, minutes) =>
      ctx.calendar.addWorkMinutes(since, minutes, zone),
    ),
    respondAlerts: 0,
    poolAt: poolReturn(reassigned, ctx.process, ctx.calendar, zoned)?.poolAt ?? null,
    poolWarnedAt: null,
  };
  const key = keyOf(lead);
  const unit = clockUnit(tx, at, key);
  const changed = await unit.changeIfCurrent('lead.reassigned', lead, change);
  if (!changed) return;
  await unit.touch('person', to, { lastAssignedAt: at });
  const customer = await customerById(tx, lead.customerId);
  if (customer?.ownerId === from.id)
    await unit.change('customer.assigned', customer, { ownerId: to.id, teamId: to.teamId });
  const known = await namedLead(tx, changed);
  const no = leadNo(lead);
  for (const person of [to, from]) {
    const reader = await readerOf(tx, ctx, person);
    const { locale, zone } = reader;
    const t = textsIn(locale).job;
    const c = textsIn(locale).common;
    const until = formatMoment(change.respondBy, { zone, locale }, at);
    const card = leadAlert(reader, known, {
      title: t.handedOn(no, known.customer),
      said: person === to ? t.handedToYou(from.name, until) : t.handedFromYou(to.name),
      actions:
        person === to
          ? [
              button(c.log, 'log', { subject: no }, { style: 'primary' }),
              button(c.find, 'find', { name: no }),
            ]
          : [button(c.find, 'find', { name: no })],
    });
    await notifyPerson(tx, ctx, person, 'lead', { key: `${key}:${person.id}`, card });
  }
}
