import { and, asc, eq, lte } from 'drizzle-orm';
import type { Approval } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { changeRow, insertRow } from '../statements/rows.js';

export type NewApproval = Pick<
  Approval,
  'dealId' | 'teamId' | 'stage' | 'requestedBy' | 'note' | 'remindAt' | 'expiresAt'
>;

export async function createApproval(tx: Db, given: NewApproval, now: Date): Promise<Approval> {
  const approval: Approval = {
    ...given,
    id: newId(),
    status: 'open',
    votes: [],
    reason: null,
    decidedAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.approvals, approval);
  return approval;
}

/** Changes an approval; undefined where somebody was faster. */
export async function changeApproval(
  tx: Db,
  approval: Pick<Approval, 'id' | 'version'>,
  patch: Partial<Omit<Approval, 'id' | 'version'>>,
): Promise<Approval | undefined> {
  return await changeRow(tx, tx.t.approvals, approval, patch);
}

/** What a deal waits for, if it does. */
export async function openApprovalOf(db: Db, dealId: string): Promise<Approval | undefined> {
  const { approvals } = db.t;
  const [row] = await db.q
    .select()
    .from(approvals)
    .where(and(eq(approvals.dealId, dealId), eq(approvals.status, 'open')))
    .limit(atMost(1));
  return row;
}

/** Everything that waits, the oldest first. */
export async function openApprovals(db: Db, limit: number): Promise<Approval[]> {
  const { approvals } = db.t;
  return await db.q
    .select()
    .from(approvals)
    .where(eq(approvals.status, 'open'))
    .orderBy(asc(approvals.createdAt), asc(approvals.id))
    .limit(atMost(limit));
}

/** Those that run out, or of which the approvers are to be reminded, by then. */
export async function approvalsDue(
  db: Db,
  what: 'expiresAt' | 'remindAt',
  until: Date,
  limit: number,
): Promise<Approval[]> {
  const { approvals } = db.t;
  return await db.q
    .select()
    .from(approvals)
    .where(and(eq(approvals.status, 'open'), lte(approvals[what], until)))
    .orderBy(asc(approvals[what]), asc(approvals.id))
    .limit(atMost(limit));
}
