import { and, eq, sql } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

interface TalkKey {
  personId: string;
  placeId: string;
}

const find = compiled<TalkKey>()(({ q, t: { talks } }, hole) =>
  q
    .select()
    .from(talks)
    .where(and(eq(talks.personId, hole.personId), eq(talks.placeId, hole.placeId))),
);

/** The last question about figures of somebody in a place, and when it was asked. */
export async function lastQuestion(
  db: Db,
  personId: string,
  placeId: string,
  since: Date,
): Promise<{ words: string; at: Date } | undefined> {
  const [row] = await find(db, { personId, placeId });
  return row?.question && row.askedAt && row.askedAt >= since
    ? { words: row.question, at: row.askedAt }
    : undefined;
}

/** Keeps the last question, for the next line to follow on; asking is no miss. */
export async function keepQuestion(
  tx: Db,
  { personId, placeId }: TalkKey,
  question: string,
  at: Date,
): Promise<void> {
  const { talks } = tx.t;
  const now = { question, askedAt: at, misses: 0, at };
  await tx.q
    .insert(talks)
    .values({ personId, placeId, ...now })
    .onConflictDoUpdate({ target: [talks.personId, talks.placeId], set: now });
}

/** One more line that failed; answers how many in a row there are since a moment. Two at once count as two. */
export async function countMiss(
  tx: Db,
  { personId, placeId }: TalkKey,
  { since, at }: { since: Date; at: Date },
): Promise<number> {
  const { talks } = tx.t;
  const [row] = await tx.q
    .insert(talks)
    .values({ personId, placeId, misses: 1, at })
    .onConflictDoUpdate({
      target: [talks.personId, talks.placeId],
      set: {
        misses: sql`case when ${talks.at} >= ${sql.param(since, talks.at)} then ${talks.misses} + 1 else 1 end`,
        at,
      },
    })
    .returning({ misses: talks.misses });
  return row?.misses ?? 1;
}

/** Whether lines of somebody in a place failed since a moment. */
export async function hasMissed(db: Db, { personId, placeId }: TalkKey, since: Date): Promise<boolean> {
  const [row] = await find(db, { personId, placeId });
  return row !== undefined && row.misses > 0 && row.at >= since;
}

/** Something was understood: what failed before no longer counts. */
export async function forgetMisses(tx: Db, { personId, placeId }: TalkKey): Promise<void> {
  const { talks } = tx.t;
  const [row] = await find(tx, { personId, placeId });
  if (!row || row.misses === 0) return;
  await tx.q
    .update(talks)
    .set({ misses: 0 })
    .where(and(eq(talks.personId, personId), eq(talks.placeId, placeId)));
}
