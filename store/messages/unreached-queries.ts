import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, notInArray } from 'drizzle-orm';
import type { UnreachedPost } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Whatever wanted to say it says it anew once the person can be reached: the row only marks that they could not be. */
export const saidAnew = 'anew';

/** The key that marks that nobody could be reached for a person's stalled deals. */
export const stallsKey = (personId: string): string => `stalls:${personId}`;

/** Stores a post for a person whom the bot cannot write to; false if one with its key is stored already. */
export async function storeUnreached(tx: Db, post: Omit<UnreachedPost, 'reportedAt'>): Promise<boolean> {
  const { unreached } = tx.t;
  const rows = await tx.q
    .insert(unreached)
    .values({ ...post, reportedAt: null })
    .onConflictDoNothing()
    .returning({ key: unreached.dedupeKey });
  return rows.length > 0;
}

/** Lists people who have unreached posts. */
export async function unreachedPeople(db: Db): Promise<string[]> {
  const { unreached } = db.t;
  const rows = await db.q.selectDistinct({ id: unreached.personId }).from(unreached);
  return rows.map(({ id }) => id).sort();
}

/** Lists a person's unreached posts, oldest first. */
export async function unreachedOf(db: Db, personId: string, limit: number): Promise<UnreachedPost[]> {
  const { unreached } = db.t;
  return await db.q
    .select()
    .from(unreached)
    .where(eq(unreached.personId, personId))
    .orderBy(asc(unreached.at), asc(unreached.dedupeKey))
    .limit(atMost(limit));
}

/** Removes posts that were queued, or are said anew. */
export async function forgetUnreached(tx: Db, keys: readonly string[]): Promise<void> {
  const { unreached } = tx.t;
  await tx.q.delete(unreached).where(inArray(unreached.dedupeKey, [...keys]));
}

/** Lists unreached posts to tell an admin of; people of whom an admin was told since `since` are left out. */
export async function unreportedUnreached(db: Db, since: Date, limit: number): Promise<UnreachedPost[]> {
  const { unreached } = db.t;
  const told = db.q
    .select({ id: unreached.personId })
    .from(unreached)
    .where(and(isNotNull(unreached.reportedAt), gt(unreached.reportedAt, since)));
  return await db.q
    .select()
    .from(unreached)
    .where(and(isNull(unreached.reportedAt), notInArray(unreached.personId, told)))
    .orderBy(asc(unreached.at), asc(unreached.dedupeKey))
    .limit(atMost(limit));
}

/** Notes that an admin was told of unreached posts. */
export async function markUnreachedReported(tx: Db, keys: readonly string[], at: Date): Promise<void> {
  const { unreached } = tx.t;
  await tx.q
    .update(unreached)
    .set({ reportedAt: at })
    .where(inArray(unreached.dedupeKey, [...keys]));
}

/** Removes unreached posts older than `before`; returns how many. */
export async function dropUnreached(tx: Db, before: Date): Promise<number> {
  const { unreached } = tx.t;
  const rows = await tx.q
    .delete(unreached)
    .where(lt(unreached.at, before))
    .returning({ key: unreached.dedupeKey });
  return rows.length;
}
