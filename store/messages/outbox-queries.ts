import { and, asc, count, eq, gt, inArray, lte, notInArray } from 'drizzle-orm';
import type { OutboxRow } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';

export type NewPost = Pick<OutboxRow, 'dedupeKey' | 'placeId' | 'locale' | 'card'> &
  Partial<Pick<OutboxRow, 'mention' | 'notBefore'>>;

/** Queues a post in the transaction of what it tells; false if one with its key was queued before. */
export async function enqueue(tx: Db, post: NewPost, now: Date): Promise<boolean> {
  const { outbox } = tx.t;
  const rows = await tx.q
    .insert(outbox)
    .values({
      mention: [],
      notBefore: now,
      ...post,
      id: newId(),
      status: 'waiting',
      attempts: 0,
      lastError: null,
      createdAt: now,
      sentAt: null,
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** Posts that may go out now to other places than these, in the order they were queued. */
export async function duePosts(
  db: Db,
  now: Date,
  limit: number,
  exceptPlaces: readonly string[] = [],
): Promise<OutboxRow[]> {
  const { outbox } = db.t;
  const elsewhere = exceptPlaces.length > 0 ? notInArray(outbox.placeId, [...exceptPlaces]) : undefined;
  return await db.q
    .select()
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), lte(outbox.notBefore, now), elsewhere))
    // By key, not by `notBefore`: a post that is tried again keeps its turn.
    .orderBy(asc(outbox.id))
    .limit(atMost(limit));
}

/** Places with a post under way or waiting to be tried again: what comes after it must not overtake it. */
export async function placesInRetry(db: Db, now: Date): Promise<string[]> {
  const { outbox } = db.t;
  const rows = await db.q
    .selectDistinct({ placeId: outbox.placeId })
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), gt(outbox.notBefore, now), gt(outbox.attempts, 0)));
  return rows.map((row) => row.placeId);
}

/**
 * Takes a post for one attempt: until then nobody else tries it. False if another process was faster. Where
 * the process dies before it noted the outcome, the post is tried again under the same key.
 */
export async function takePost(
  tx: Db,
  post: Pick<OutboxRow, 'id' | 'attempts'>,
  until: Date,
): Promise<boolean> {
  const { outbox } = tx.t;
  const rows = await tx.q
    .update(outbox)
    .set({ attempts: post.attempts + 1, notBefore: until })
    .where(and(eq(outbox.id, post.id), eq(outbox.status, 'waiting'), eq(outbox.attempts, post.attempts)))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** How many posts a place got since then; what its rate limit is counted by. */
export async function postsSentSince(db: Db, placeId: string, since: Date): Promise<number> {
  const { outbox } = db.t;
  const [row] = await db.q
    .select({ sent: count() })
    .from(outbox)
    .where(and(eq(outbox.placeId, placeId), eq(outbox.status, 'sent'), gt(outbox.sentAt, since)));
  return Number(row?.sent ?? 0);
}

export async function markSent(tx: Db, id: string, at: Date): Promise<void> {
  await tx.q.update(tx.t.outbox).set({ status: 'sent', sentAt: at }).where(eq(tx.t.outbox.id, id));
}

/** Notes a failed attempt; the post waits until `notBefore`, or is dead where trying again cannot help. */
export async function markFailed(
  tx: Db,
  id: string,
  failure: { attempts: number; lastError: string; notBefore: Date; dead: boolean },
): Promise<void> {
  const { attempts, lastError, notBefore } = failure;
  const status = failure.dead ? 'dead' : 'waiting';
  await tx.q
    .update(tx.t.outbox)
    .set({ status, attempts, lastError, notBefore })
    .where(eq(tx.t.outbox.id, id));
}

/** Posts that were given up, for a person to see. */
export async function deadPosts(db: Db, limit: number): Promise<OutboxRow[]> {
  const { outbox } = db.t;
  return await db.q
    .select()
    .from(outbox)
    .where(eq(outbox.status, 'dead'))
    .orderBy(asc(outbox.createdAt))
    .limit(atMost(limit));
}

/** Gives dead posts another life; answers how many. */
export async function resend(tx: Db, ids: string[], now: Date): Promise<number> {
  const { outbox } = tx.t;
  if (ids.length === 0) return 0;
  const rows = await tx.q
    .update(outbox)
    .set({ status: 'waiting', attempts: 0, notBefore: now })
    .where(and(inArray(outbox.id, ids), eq(outbox.status, 'dead')))
    .returning({ id: outbox.id });
  return rows.length;
}

/** Drops what waits to be sent; for a history that was played, whose alerts nobody is to get. */
export async function discardWaiting(tx: Db): Promise<void> {
  await tx.q.delete(tx.t.outbox).where(eq(tx.t.outbox.status, 'waiting'));
}
