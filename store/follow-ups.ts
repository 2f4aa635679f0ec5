import { and, desc, eq } from 'drizzle-orm';
import { compiled } from './compiled.js';
import type { Db } from './db.js';
import { newId } from './ids.js';
import { insertRow } from './rows.js';
import type { Tables } from './tables.pg.js';

export type FollowUp = Tables['followUps']['$inferSelect'];
export type NewFollowUp = Omit<FollowUp, 'id' | 'undone'>;

export async function createFollowUp(tx: Db, given: NewFollowUp): Promise<FollowUp> {
  const followUp: FollowUp = { ...given, id: newId(), undone: false };
  await insertRow(tx, tx.t.followUps, followUp);
  return followUp;
}

/** The latest follow-ups of a customer, newest first. */
export async function lastFollowUps(db: Db, customerId: string, limit: number): Promise<FollowUp[]> {
  return await ofCustomer(db, { customerId, limit });
}

const ofCustomer = compiled<{ customerId: string; limit: number }>()(({ q, t: { followUps } }, hole) =>
  q
    .select()
    .from(followUps)
    .where(and(eq(followUps.customerId, hole.customerId), eq(followUps.undone, false)))
    .orderBy(desc(followUps.at), desc(followUps.id))
    .limit(hole.limit),
);

/** The latest follow-ups of one deal, newest first. */
export async function dealFollowUps(db: Db, dealId: string, limit: number): Promise<FollowUp[]> {
  return await ofDeal(db, { dealId, limit });
}

const ofDeal = compiled<{ dealId: string; limit: number }>()(({ q, t: { followUps } }, hole) =>
  q
    .select()
    .from(followUps)
    .where(and(eq(followUps.dealId, hole.dealId), eq(followUps.undone, false)))
    .orderBy(desc(followUps.at), desc(followUps.id))
    .limit(hole.limit),
);
