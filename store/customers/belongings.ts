import { and, count, eq, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../statements/db.js';
import { countTotal } from '../statements/total.js';

/** How many records belong to a customer, deal or lead, and are deleted with it. */
export interface Belongings {
  deals: number;
  openDeals: number;
  leads: number;
  contacts: number;
  followUps: number;
  tasks: number;
}

/** Counts what is deleted with a record; a deal's and a lead's follow-ups stay with the customer. */
export async function belongingsOf(
  db: Db,
  type: 'customer' | 'deal' | 'lead',
  id: string,
): Promise<Belongings> {
  const { deals, leads, contacts, followUps, tasks } = db.t;
  const none = { deals: 0, openDeals: 0, leads: 0, contacts: 0, followUps: 0, tasks: 0 };
  if (type === 'deal') return { ...none, tasks: await counted(db, tasks, eq(tasks.dealId, id)) };
  if (type === 'lead') return { ...none, tasks: await counted(db, tasks, eq(tasks.leadId, id)) };
  const own = eq(followUps.customerId, id);
  return {
    deals: await counted(db, deals, eq(deals.customerId, id)),
    openDeals: await counted(db, deals, and(eq(deals.customerId, id), eq(deals.status, 'open'))),
    leads: await counted(db, leads, eq(leads.customerId, id)),
    contacts: await counted(db, contacts, eq(contacts.customerId, id)),
    followUps: await counted(db, followUps, and(own, eq(followUps.undone, false))),
    tasks: await counted(db, tasks, eq(tasks.customerId, id)),
  };
}

async function counted(db: Db, table: PgTable, where: SQL | undefined): Promise<number> {
  return countTotal(await db.q.select({ all: count() }).from(table).where(where));
}
