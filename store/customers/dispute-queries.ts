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

/** Changes a dispute; undefined where somebody was faster. */
export async function changeDispute(
  tx: Db,
  dispute: Pick<Dispute, 'id' | 'version'>,
  patch: Partial<Omit<Dispute, 'id' | 'version'>>,
): Promise<Dispute | undefined> {
  return await changeRow(tx, tx.t.disputes, dispute, patch);
}

export async function disputeById(db: Db, id: string): Promise<Dispute | undefined> {
  const [row] = await db.q.select().from(db.t.disputes).where(eq(db.t.disputes.id, id));
  return row;
}

/** What is disputed of a customer and not decided yet, the oldest first. */
export async function openDisputesOf(db: Db, customerId: string): Promise<Dispute[]> {
  const { disputes } = db.t;
  return await db.q
    .select()
    .from(disputes)
    .where(and(eq(disputes.customerId, customerId), eq(disputes.status, 'open')))
    .orderBy(asc(disputes.createdAt));
}

/** Everything that is not decided yet, the oldest first. */
export async function openDisputes(db: Db, limit: number): Promise<Dispute[]> {
  const { disputes } = db.t;
  return await db.q
    .select()
    .from(disputes)
    .where(eq(disputes.status, 'open'))
    .orderBy(asc(disputes.createdAt), asc(disputes.id))
    .limit(atMost(limit));
}

/** Those of which whoever decides is to be reminded by then. */
export async function disputesToRemind(db: Db, until: Date, limit: number): Promise<Dispute[]> {
  const { disputes } = db.t;
  return await db.q
    .select()
    .from(disputes)
    .where(and(eq(disputes.status, 'open'), lte(disputes.remindAt, until)))
    .orderBy(asc(disputes.remindAt))
    .limit(atMost(limit));
}
