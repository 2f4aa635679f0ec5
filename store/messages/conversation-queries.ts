import { and, eq, sql } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

interface ConversationKey {
  personId: string;
  placeId: string;
}

const find = compiled<ConversationKey>()(({ q, t: { talks } }, param) =>
  q
    .select()
    .from(talks)
    .where(and(eq(talks.personId, param.personId), eq(talks.placeId, param.placeId))),
);

/** Finds a person's last question about figures in a place since `since`, or undefined. */
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

/** Stores the last question, so that the next line can refer to it; resets the count of misses. */
export async function saveQuestion(
  tx: Db,
  { personId, placeId }: ConversationKey,
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

/**
 * Counts a line that was not understood; returns the misses in a row since `since`. Two at once count as two.
 */
export async function countMiss(
  tx: Db,
  { personId, placeId }: ConversationKey,
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

/** Whether a person's last lines in a place, since `since`, were not understood. */
export async function hasMissed(
  db: Db,
  { personId, placeId }: ConversationKey,
  since: Date,
): Promise<boolean> {
  const [row] = await find(db, { personId, placeId });
  return row !== undefined && row.misses > 0 && row.at >= since;
}

/** Resets the count of misses after a line was understood. */
export async function forgetMisses(tx: Db, { personId, placeId }: ConversationKey): Promise<void> {
  const { talks } = tx.t;
  const [row] = await find(tx, { personId, placeId });
  if (!row || row.misses === 0) return;
  await tx.q
    .update(talks)
    .set({ misses: 0 })
    .where(and(eq(talks.personId, personId), eq(talks.placeId, placeId)));
}
