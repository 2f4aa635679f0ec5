import { and, count, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Lead } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { countTotal } from '../statements/total.js';

/** Lists a person's open leads that are unanswered and due by `until`, the most pressing first. */
export async function unansweredOf(db: Db, ownerId: string, until: Date, limit: number): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(
      and(
        eq(leads.ownerId, ownerId),
        eq(leads.status, 'open'),
        isNotNull(leads.respondBy),
        lte(leads.respondBy, until),
      ),
    )
    .orderBy(leads.respondBy)
    .limit(atMost(limit));
}

/** Counts the records a person claimed from the pool since `since`; undone claims are left out. */
export async function claimsSince(db: Db, personId: string, since: Date): Promise<number> {
  const { events } = db.t;
  const rows = await db.q
    .select({ undoneAt: events.undoneAt })
    .from(events)
    .where(
      and(
        eq(events.personId, personId),
        gte(events.at, since),
        inArray(events.kind, ['lead.claimed', 'customer.claimed']),
      ),
    );
  return rows.filter((row) => row.undoneAt === null).length;
}

/** Counts the stored records of a person by table. */
export async function recordsAbout(
  db: Db,
  personId: string,
): Promise<Record<'customers' | 'leads' | 'deals' | 'followUps' | 'tasks' | 'events', number>> {
  const { customers, leads, deals, followUps, tasks, events } = db.t;
  const of = async (rows: Promise<{ all: number }[]>) => countTotal(await rows);
  const all = { all: count() };
  return {
    customers: await of(db.q.select(all).from(customers).where(eq(customers.ownerId, personId))),
    leads: await of(db.q.select(all).from(leads).where(eq(leads.ownerId, personId))),
    deals: await of(db.q.select(all).from(deals).where(eq(deals.ownerId, personId))),
    followUps: await of(db.q.select(all).from(followUps).where(eq(followUps.personId, personId))),
    tasks: await of(db.q.select(all).from(tasks).where(eq(tasks.ownerId, personId))),
    events: await of(db.q.select(all).from(events).where(eq(events.personId, personId))),
  };
}
