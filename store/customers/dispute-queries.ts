import { and, asc, eq, lte } from 'drizzle-orm';
import type { Dispute } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';

/** Finds a dispute by id, or undefined. */
export async function disputeById(db: Db, id: string): Promise<Dispute | undefined> {
  return await findRow(db, db.t.disputes, { id });
}

/** Lists the open disputes about a customer, oldest first. */
export async function openDisputesOf(db: Db, customerId: string): Promise<Dispute[]> {
  const { disputes } = db.t;
  return await db.q
    .select()
    .from(disputes)
    .where(and(eq(disputes.customerId, customerId), eq(disputes.status, 'open')))
    .orderBy(asc(disputes.createdAt));
}

/** Lists open disputes, oldest first. */
export async function openDisputes(db: Db, limit: number): Promise<Dispute[]> {
  const { disputes } = db.t;
  return await db.q
    .select()
    .from(disputes)
    .where(eq(disputes.status, 'open'))
    .orderBy(asc(disputes.createdAt), asc(disputes.id))
    .limit(atMost(limit));
}

/** Lists open disputes whose decider is to be reminded by `until`. */
export async function disputesToRemind(db: Db, until: Date, limit: number): Promise<Dispute[]> {
  const { disputes } = db.t;
  return await db.q
    .select()
    .from(disputes)
    .where(and(eq(disputes.status, 'open'), lte(disputes.remindAt, until)))
    .orderBy(asc(disputes.remindAt))
    .limit(atMost(limit));
}
