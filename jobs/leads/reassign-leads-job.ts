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
import { changeCustomer } from '../../store/unit/rows/customer-rows.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import { changeLead, touchLead } from '../../store/unit/rows/lead-rows.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { habitsOf, notifyPerson, readerOf } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

import { leadAlert, namedLead } from './lead-alert-card.js';
import { notedByClock } from './pool-reason.js';

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
    await touchLead(tx, lead.id, { respondAlerts: handledHere });
    return false;
  }
  for (const { person, leadCredit } of next.credits) await updatePerson(tx, person.id, { leadCredit });
  await give(tx, ctx, lead, owner, next.person.row, at);
  return true;
}

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
  const changed = await changeLead(tx, lead, change);
  if (!changed) return;
  await updatePerson(tx, to.id, { lastAssignedAt: at });
  const customer = await customerById(tx, lead.customerId);
  const key = `lead-reassign:${lead.id}:${lead.respondBy?.getTime()}`;
  if (customer?.ownerId === from.id) {
    const taken = { ownerId: to.id, teamId: to.teamId };
    await changeCustomer(tx, customer, taken);
    const { ownerId, teamId } = customer;
    const record = { type: 'customer', id: customer.id } as const;
    await notedByClock(tx, at, key)('customer.assigned', record, { ownerId, teamId }, taken);
  }
  const { ownerId, respondBy: was, respondAlerts, poolAt, poolWarnedAt } = lead;
  await appendEvent(tx, {
    actId: key,
    at,
    kind: 'lead.reassigned',
    personId: null,
    recordType: 'lead',
    recordId: lead.id,
    before: { ownerId, respondBy: was, respondAlerts, poolAt, poolWarnedAt },
    after: { ...change, version: changed.version },
    words: null,
    origin: 'clock',
  });
  const known = await namedLead(tx, changed);
  const no = leadNo(lead);
  for (const person of [to, from]) {
    const reader = await readerOf(tx, ctx, person);
    const { locale, zone } = reader;
    const t = textsIn(locale).job;
    const c = textsIn(locale).common;
    const until = formatMoment(change.respondBy, zone, locale, at);
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
