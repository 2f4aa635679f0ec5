import { and, asc, desc, eq, lte } from 'drizzle-orm';
import type { Approval } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';

/** Finds an approval by id, or undefined. */
export async function approvalById(db: Db, id: string): Promise<Approval | undefined> {
  return await findRow(db, db.t.approvals, { id });
}

/** Finds a deal's open approval, or undefined. */
export async function openApprovalOf(db: Db, dealId: string): Promise<Approval | undefined> {
  const { approvals } = db.t;
  const [row] = await db.q
    .select()
    .from(approvals)
    .where(and(eq(approvals.dealId, dealId), eq(approvals.status, 'open')))
    .limit(atMost(1));
  return row;
}

/** Lists a deal's approvals of any state, newest first. */
export async function approvalsOf(db: Db, dealId: string): Promise<Approval[]> {
  const { approvals } = db.t;
  return await db.q
    .select()
    .from(approvals)
    .where(eq(approvals.dealId, dealId))
    .orderBy(desc(approvals.createdAt))
    .limit(atMost(10));
}

/** Lists open approvals, oldest first. */
export async function openApprovals(db: Db, limit: number): Promise<Approval[]> {
  const { approvals } = db.t;
  return await db.q
    .select()
    .from(approvals)
    .where(eq(approvals.status, 'open'))
    .orderBy(asc(approvals.createdAt), asc(approvals.id))
    .limit(atMost(limit));
}

/** Lists open approvals whose `column` (expiry or reminder) is due by `until`, earliest first. */
export async function approvalsDue(
  db: Db,
  column: 'expiresAt' | 'remindAt',
  until: Date,
  limit: number,
): Promise<Approval[]> {
  const { approvals } = db.t;
  return await db.q
    .select()
    .from(approvals)
    .where(and(eq(approvals.status, 'open'), lte(approvals[column], until)))
    .orderBy(asc(approvals[column]), asc(approvals.id))
    .limit(atMost(limit));
}
