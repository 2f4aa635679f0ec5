import { and, desc, eq } from 'drizzle-orm';
import type { Db } from './db.js';
import { newId } from './ids.js';
import type { Tables } from './tables.pg.js';

export type FollowUp = Tables['followUps']['$inferSelect'];
export type NewFollowUp = Omit<FollowUp, 'id' | 'undone'>;

export async function createFollowUp(tx: Db, given: NewFollowUp): Promise<FollowUp> {
  const followUp: FollowUp = { ...given, id: newId(), undone: false };
  await tx.q.insert(tx.t.followUps).values(followUp);
  return followUp;
}

/** The latest follow-ups of a customer, newest first. */
export async function lastFollowUps(db: Db, customerId: string, limit: number): Promise<FollowUp[]> {
  const { followUps } = db.t;
  return await db.q
    .select()
    .from(followUps)
    .where(and(eq(followUps.customerId, customerId), eq(followUps.undone, false)))
    .orderBy(desc(followUps.at), desc(followUps.id))
    .limit(limit);
}

/** The latest follow-ups of one deal, newest first. */
export async function dealFollowUps(db: Db, dealId: string, limit: number): Promise<FollowUp[]> {
  const { followUps } = db.t;
  return await db.q
    .select()
    .from(followUps)
    .where(and(eq(followUps.dealId, dealId), eq(followUps.undone, false)))
    .orderBy(desc(followUps.at), desc(followUps.id))
    .limit(limit);
}
