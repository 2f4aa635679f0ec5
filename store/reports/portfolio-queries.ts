import { and, asc, eq } from 'drizzle-orm';
import type { Customer, Deal, Lead, Task } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';

/** Everything a person owns: what a handover transfers. */
export interface Portfolio {
  customers: Customer[];
  leads: Lead[];
  deals: Deal[];
  tasks: Task[];
}

/** Reads a person's customers and their open leads, deals and tasks, ordered by number. */
export async function portfolioOf(db: Db, personId: string): Promise<Portfolio> {
  const { customers, leads, deals, tasks } = db.t;
  return {
    customers: await db.q
      .select()
      .from(customers)
      .where(eq(customers.ownerId, personId))
      .orderBy(asc(customers.no)),
    leads: await db.q
      .select()
      .from(leads)
      .where(and(eq(leads.ownerId, personId), eq(leads.status, 'open')))
      .orderBy(asc(leads.no)),
    deals: await db.q
      .select()
      .from(deals)
      .where(and(eq(deals.ownerId, personId), eq(deals.status, 'open')))
      .orderBy(asc(deals.no)),
    tasks: await db.q
      .select()
      .from(tasks)
      .where(and(eq(tasks.ownerId, personId), eq(tasks.status, 'open')))
      .orderBy(asc(tasks.no)),
  };
}
