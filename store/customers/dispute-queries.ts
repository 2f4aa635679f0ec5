import { and, asc, eq, lte } from 'drizzle-orm';
import type { Dispute } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { changeRow, insertRow } from '../statements/rows.js';

export type NewDispute = Pick<
  Dispute,
  'customerId' | 'teamId' | 'ownerId' | 'raisedBy' | 'reason' | 'contact' | 'phone' | 'email' | 'remindAt'
>;

/** Creates an open dispute about a customer's owner. */
export async function createDispute(tx: Db, given: NewDispute, now: Date): Promise<Dispute> {
  const dispute: Dispute = {
    ...given,
    id: newId(),
    status: 'open',
    decidedBy: null,
    verdict: null,
    decidedAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.disputes, dispute);
  return dispute;
}

/** Changes a dispute, or returns undefined if it is no longer at `dispute.version`. */
export async function changeDispute(
  tx: Db,
  dispute: Pick<Dispute, 'id' | 'version'>,
  patch: Partial<Omit<Dispute, 'id' | 'version'>>,
): Promise<Dispute | undefined> {
  return await changeRow(tx, tx.t.disputes, dispute, patch);
}

/** Finds a dispute by id, or undefined. */
export async function disputeById(db: Db, id: string): Promise<Dispute | undefined> {
  const [row] = await db.q.select().from(db.t.disputes).where(eq(db.t.disputes.id, id));
  return row;
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
