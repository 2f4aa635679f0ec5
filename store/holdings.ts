import { and, count, eq, isNull, sum } from 'drizzle-orm';
import type { Db } from './db.js';

/** How much somebody has; the amount is that of the open deals, in minor units. */
export interface Holdings {
  customers: number;
  leads: number;
  deals: number;
  amount: number;
  followUps: number;
  tasks: number;
}

/** What somebody holds: open leads, deals and tasks, and every follow-up they logged. */
export async function holdingsOf(db: Db, personId: string): Promise<Holdings> {
  const { customers, leads, deals, followUps, tasks } = db.t;
  const [mine] = await db.q
    .select({ all: count() })
    .from(customers)
    .where(and(eq(customers.ownerId, personId), isNull(customers.mergedInto)));
  const [held] = await db.q
    .select({ all: count() })
    .from(leads)
    .where(and(eq(leads.ownerId, personId), eq(leads.status, 'open')));
  const [open] = await db.q
    .select({ all: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(and(eq(deals.ownerId, personId), eq(deals.status, 'open')));
  const [logged] = await db.q
    .select({ all: count() })
    .from(followUps)
    .where(and(eq(followUps.personId, personId), eq(followUps.undone, false)));
  const [planned] = await db.q
    .select({ all: count() })
    .from(tasks)
    .where(and(eq(tasks.ownerId, personId), eq(tasks.status, 'open')));
  return {
    customers: Number(mine?.all ?? 0),
    leads: Number(held?.all ?? 0),
    deals: Number(open?.all ?? 0),
    amount: open?.amount ?? 0,
    followUps: Number(logged?.all ?? 0),
    tasks: Number(planned?.all ?? 0),
  };
}
