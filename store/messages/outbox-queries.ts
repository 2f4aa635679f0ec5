import { and, asc, count, eq, gt, inArray, isNull, lte, notInArray, or } from 'drizzle-orm';
import type { OutboxRow } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';

export type NewPost = Pick<OutboxRow, 'dedupeKey' | 'placeId' | 'locale' | 'card'> &
  Partial<Pick<OutboxRow, 'mention' | 'notBefore' | 'attempts' | 'triedAt'>>;

/** Queues a post in the transaction that causes it; false if one with its key was queued before. */
export async function enqueue(tx: Db, post: NewPost, now: Date): Promise<boolean> {
  const { outbox } = tx.t;
  const rows = await tx.q
    .insert(outbox)
    .values({
      mention: [],
      notBefore: now,
      attempts: 0,
      triedAt: null,
      ...post,
      id: newId(),
      status: 'waiting',
      refusals: 0,
      reportedAt: null,
      lastError: null,
      createdAt: now,
      sentAt: null,
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** Lists posts due now for places not in `exceptPlaces`, in the order they were queued. */
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
    // Ordered by id, not by `notBefore`: a post that is retried keeps its turn.
    .orderBy(asc(outbox.id))
    .limit(atMost(limit));
}

/** Lists places with a post under way or waiting for a retry: later posts must not overtake it. */
export async function placesInRetry(db: Db, now: Date): Promise<string[]> {
  const { outbox } = db.t;
  const rows = await db.q
    .selectDistinct({ placeId: outbox.placeId })
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), gt(outbox.notBefore, now), gt(outbox.attempts, 0)));
  return rows.map((row) => row.placeId);
}

/**
 * Claims a post for one attempt until `until`; false if another process was faster. If the process dies
 * before it records the outcome, the post is sent again under the same key.
 */
export async function takePost(
  tx: Db,
  post: Pick<OutboxRow, 'id' | 'attempts'>,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { outbox } = tx.t;
  const rows = await tx.q
    .update(outbox)
    .set({ attempts: post.attempts + 1, triedAt: now, notBefore: until })
    .where(and(eq(outbox.id, post.id), eq(outbox.status, 'waiting'), eq(outbox.attempts, post.attempts)))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/**
 * Counts the posts sent to a place since `since`, for its rate limit. A post of a moment after `now` was sent while the
 * clock was ahead, and does not count.
 */
export async function postsSentSince(db: Db, placeId: string, since: Date, now: Date): Promise<number> {
  const { outbox } = db.t;
  const [row] = await db.q
    .select({ sent: count() })
    .from(outbox)
    .where(
      and(
        eq(outbox.placeId, placeId),
        eq(outbox.status, 'sent'),
        gt(outbox.sentAt, since),
        lte(outbox.sentAt, now),
      ),
    );
  return Number(row?.sent ?? 0);
}

/** Marks a post as sent at `at`. */
export async function markSent(tx: Db, id: string, at: Date): Promise<void> {
  await tx.q.update(tx.t.outbox).set({ status: 'sent', sentAt: at }).where(eq(tx.t.outbox.id, id));
}

/** Records a failed attempt; the post waits until `notBefore`, or is dead if a retry cannot help. */
export async function markFailed(
  tx: Db,
  id: string,
  failure: { attempts: number; refusals?: number; lastError: string; notBefore: Date; dead: boolean },
): Promise<void> {
  const { attempts, refusals, lastError, notBefore } = failure;
  const status = failure.dead ? 'dead' : 'waiting';
  await tx.q
    .update(tx.t.outbox)
    .set({ status, attempts, lastError, notBefore, ...(refusals === undefined ? {} : { refusals }) })
    .where(eq(tx.t.outbox.id, id));
}

/** Whether a waiting post was queued or tried after `latest`. */
export async function anyAhead(db: Db, latest: Date): Promise<boolean> {
  const { outbox } = db.t;
  const rows = await db.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), or(gt(outbox.createdAt, latest), gt(outbox.triedAt, latest))))
    .limit(atMost(1));
  return rows.length > 0;
}

/**
 * Corrects the times of waiting posts that were queued or tried after `now`, by a clock that was ahead: each waits from
 * now on as long as it was to wait then. Returns how many.
 */
export async function correctTimes(tx: Db, now: Date, toleranceMs: number): Promise<number> {
  const { outbox } = tx.t;
  const latest = new Date(now.getTime() + toleranceMs);
  const ahead = await tx.q
    .select()
    .from(outbox)
    .where(and(eq(outbox.status, 'waiting'), or(gt(outbox.createdAt, latest), gt(outbox.triedAt, latest))));
  for (const { id, createdAt, triedAt, notBefore } of ahead) {
    const from = Math.max(createdAt.getTime(), triedAt?.getTime() ?? 0);
    const waits = Math.max(0, notBefore.getTime() - from);
    await tx.q
      .update(outbox)
      .set({
        createdAt: createdAt > latest ? now : createdAt,
        triedAt: triedAt && now,
        notBefore: new Date(now.getTime() + waits),
      })
      .where(eq(outbox.id, id));
  }
  return ahead.length;
}

/** Lists posts that were given up and that no admin was told of, oldest first. */
export async function unreportedPosts(db: Db, limit: number): Promise<OutboxRow[]> {
  const { outbox } = db.t;
  return await db.q
    .select()
    .from(outbox)
    .where(and(eq(outbox.status, 'dead'), isNull(outbox.reportedAt)))
    .orderBy(asc(outbox.id))
    .limit(atMost(limit));
}

/** Notes that an admin was told of posts that were given up. */
export async function markReported(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  await tx.q
    .update(tx.t.outbox)
    .set({ reportedAt: at })
    .where(inArray(tx.t.outbox.id, [...ids]));
}

/** Lists posts that were given up, oldest first. */
export async function deadPosts(db: Db, limit: number): Promise<OutboxRow[]> {
  const { outbox } = db.t;
  return await db.q
    .select()
    .from(outbox)
    .where(eq(outbox.status, 'dead'))
    .orderBy(asc(outbox.createdAt))
    .limit(atMost(limit));
}

/** Queues dead posts again; returns how many. */
export async function resend(tx: Db, ids: string[], now: Date): Promise<number> {
  const { outbox } = tx.t;
  if (ids.length === 0) return 0;
  const rows = await tx.q
    .update(outbox)
    .set({ status: 'waiting', attempts: 0, refusals: 0, notBefore: now, reportedAt: null })
    .where(and(inArray(outbox.id, ids), eq(outbox.status, 'dead')))
    .returning({ id: outbox.id });
  return rows.length;
}

/** Deletes all waiting posts: after a played history nobody is to receive its alerts. */
export async function discardWaiting(tx: Db): Promise<void> {
  await tx.q.delete(tx.t.outbox).where(eq(tx.t.outbox.status, 'waiting'));
}
