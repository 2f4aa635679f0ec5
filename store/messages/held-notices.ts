import { and, asc, count, eq, gte, inArray, isNotNull, lt, lte } from 'drizzle-orm';
import type { HeldNotice } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Stores a notice that could wait, held until `dueAt` or sent at once; false if one with its key is stored already. */
export async function storeNotice(tx: Db, notice: HeldNotice): Promise<boolean> {
  const { heldNotices } = tx.t;
  const rows = await tx.q
    .insert(heldNotices)
    .values(notice)
    .onConflictDoNothing()
    .returning({ key: heldNotices.dedupeKey });
  return rows.length > 0;
}

/** Counts the notices that a person was to get since a moment, and finds when the held ones of them are due. */
export async function noticesSince(
  db: Db,
  personId: string,
  since: Date,
): Promise<{ count: number; dueAt: Date | undefined }> {
  const { heldNotices } = db.t;
  const recent = and(eq(heldNotices.personId, personId), gte(heldNotices.at, since));
  const [counted] = await db.q.select({ count: count() }).from(heldNotices).where(recent);
  const [held] = await db.q
    .select({ dueAt: heldNotices.dueAt })
    .from(heldNotices)
    .where(and(recent, isNotNull(heldNotices.dueAt)))
    .orderBy(asc(heldNotices.dueAt))
    .limit(atMost(1));
  return { count: counted?.count ?? 0, dueAt: held?.dueAt ?? undefined };
}

/** Lists held notices that are due, earliest first. */
export async function dueNotices(db: Db, at: Date, limit: number): Promise<HeldNotice[]> {
  const { heldNotices } = db.t;
  return await db.q
    .select()
    .from(heldNotices)
    .where(lte(heldNotices.dueAt, at))
    .orderBy(asc(heldNotices.dueAt), asc(heldNotices.dedupeKey))
    .limit(atMost(limit));
}

/** Lists a person's held notices that are due, oldest first. */
export async function dueNoticesOf(tx: Db, personId: string, at: Date): Promise<HeldNotice[]> {
  const { heldNotices } = tx.t;
  return await tx.q
    .select()
    .from(heldNotices)
    .where(and(eq(heldNotices.personId, personId), lte(heldNotices.dueAt, at)))
    .orderBy(asc(heldNotices.at), asc(heldNotices.dedupeKey));
}

/** Marks held notices as sent. */
export async function markNoticesSent(tx: Db, keys: readonly string[]): Promise<void> {
  const { heldNotices } = tx.t;
  await tx.q
    .update(heldNotices)
    .set({ dueAt: null })
    .where(inArray(heldNotices.dedupeKey, [...keys]));
}

/** Sets when all notices that are held for a person go out. */
export async function redateNotices(tx: Db, personId: string, dueAt: Date): Promise<void> {
  const { heldNotices } = tx.t;
  await tx.q
    .update(heldNotices)
    .set({ dueAt })
    .where(and(eq(heldNotices.personId, personId), isNotNull(heldNotices.dueAt)));
}

/** Removes notices that were stored before a moment; returns how many. */
export async function dropNotices(tx: Db, before: Date): Promise<number> {
  const { heldNotices } = tx.t;
  const rows = await tx.q
    .delete(heldNotices)
    .where(lt(heldNotices.at, before))
    .returning({ key: heldNotices.dedupeKey });
  return rows.length;
}
