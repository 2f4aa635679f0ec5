import { expect } from 'vitest';
import { type ChangeKind, changeKind } from '../../sales/people/change-kinds.js';
import type { Store } from '../../store/engine/store.js';
import { forever } from '../../store/statements/db.js';

/**
 * What must hold of a whole database after any acts: no half act, no record without its customer, one present
 * version per deal, an event for whatever was made, an inbox row for every act.
 */
export async function expectConsistent({ db }: Store): Promise<{ events: number; acts: number }> {
  const { q, t } = db;
  const [customers, leads, deals, versions, followUps, tasks, contacts, events, inbox] = await Promise.all([
    q.select().from(t.customers),
    q.select().from(t.leads),
    q.select().from(t.deals),
    q.select().from(t.dealVersions),
    q.select().from(t.followUps),
    q.select().from(t.tasks),
    q.select().from(t.contacts),
    q.select().from(t.events),
    q.select().from(t.inbox),
  ]);
  const customerIds = new Set(customers.map((one) => one.id));
  const dealIds = new Set(deals.map((one) => one.id));
  const leadIds = new Set(leads.map((one) => one.id));
  for (const record of [...leads, ...deals, ...tasks, ...contacts]) {
    expect(customerIds.has(record.customerId), `customer of ${record.id}`).toBe(true);
  }
  for (const deal of deals) {
    const present = versions.filter(
      (one) => one.dealId === deal.id && one.validTo.getTime() === forever.getTime(),
    );
    expect(
      present.map((one) => one.version),
      `present version of D-${deal.no}`,
    ).toEqual([deal.version]);
    expect([present[0]?.stage, present[0]?.status, present[0]?.amount]).toEqual([
      deal.stage,
      deal.status,
      deal.amount,
    ]);
    expect(deal.status === 'open', `stall clock of D-${deal.no}`).toBe(deal.stallAt !== null);
    expect(deal.status === 'open', `end of D-${deal.no}`).toBe(deal.closedAt === null);
  }
  for (const version of versions) expect(dealIds.has(version.dealId), 'version of a deal').toBe(true);
  for (const lead of leads) {
    expect(lead.status === 'converted', `L-${lead.no}`).toBe(lead.dealId !== null);
    if (lead.dealId) expect(dealIds.has(lead.dealId), `deal of L-${lead.no}`).toBe(true);
    if (lead.status === 'open') expect(lead.ownerId, `owner of L-${lead.no}`).not.toBeNull();
  }
  for (const one of [...tasks, ...followUps.filter((log) => !log.undone)]) {
    expect(customerIds.has(one.customerId)).toBe(true);
    if (one.dealId) expect(dealIds.has(one.dealId)).toBe(true);
    if (one.leadId) expect(leadIds.has(one.leadId)).toBe(true);
  }
  const made = new Set(events.filter((event) => event.before === null).map((event) => event.recordId));
  for (const one of [...customers, ...leads, ...deals, ...tasks, ...followUps, ...contacts]) {
    expect(made.has(one.id), `event that made ${one.id}`).toBe(true);
  }
  // What a read leaves behind keeps no answer: again it is only read again. What no person did was not asked for.
  const written = events.filter(
    ({ kind, personId }) => personId !== null && !changeKind(kind as ChangeKind).stays,
  );
  const acts = new Set(written.map((event) => event.actId));
  const answered = new Set(inbox.map((row) => `${row.platform}:${row.eventId}`));
  for (const act of acts) expect(answered.has(act), `answer of act ${act}`).toBe(true);
  return { events: events.length, acts: acts.size };
}
