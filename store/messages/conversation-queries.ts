import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Tables } from '../schema/pg-tables.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { putRow } from '../statements/rows.js';

/** A talk with a person in a place, or in a thread of it; `thread` is empty outside of threads. */
export interface Conversation {
  personId: string;
  placeId: string;
  thread: string;
}

/** The talk that an act belongs to. */
export const conversationOf = (act: {
  person: { id: string };
  place: { id: string };
  thread?: string | undefined;
}): Conversation => ({ personId: act.person.id, placeId: act.place.id, thread: act.thread ?? '' });

/** What a talk goes on from. */
export type Talk = Tables['talks']['$inferSelect'];

const find = compiled<Conversation>()(({ q, t: { talks } }, param) =>
  q
    .select()
    .from(talks)
    .where(
      and(
        eq(talks.personId, param.personId),
        eq(talks.placeId, param.placeId),
        eq(talks.thread, param.thread),
      ),
    ),
);

/** Finds what a talk goes on from, or undefined if nothing is known of it. */
export async function findTalk(db: Db, talk: Conversation): Promise<Talk | undefined> {
  return (await find(db, talk))[0];
}

/** The record that was shown last in a place since `since`, whoever it was shown to, or undefined. */
export async function lastSubjectIn(db: Db, placeId: string, since: Date): Promise<string | undefined> {
  const { talks } = db.t;
  const [row] = await db.q
    .select({ subject: talks.subject })
    .from(talks)
    .where(and(eq(talks.placeId, placeId), gte(talks.subjectAt, since)))
    .orderBy(desc(talks.subjectAt))
    .limit(1);
  return row?.subject ?? undefined;
}

/** Finds the last question about figures of a talk since `since`, or undefined. */
export async function lastQuestion(
  db: Db,
  talk: Conversation,
  since: Date,
): Promise<{ words: string; at: Date } | undefined> {
  const row = await findTalk(db, talk);
  return row?.question && row.askedAt && row.askedAt >= since
    ? { words: row.question, at: row.askedAt }
    : undefined;
}

/** Stores the last question, so that the next line can refer to it; resets the count of misses. */
export async function saveQuestion(tx: Db, talk: Conversation, question: string, at: Date): Promise<void> {
  await save(tx, talk, { question, askedAt: at, misses: 0, at });
}

/** Stores what was shown last: the record that the next words are about, the report that they change, the buttons. */
export async function saveShown(
  tx: Db,
  talk: Conversation,
  shown: Partial<Pick<Talk, 'subject' | 'report' | 'labels'>>,
  at: Date,
): Promise<void> {
  const moments = {
    ...(shown.subject === undefined ? {} : { subjectAt: at }),
    ...(shown.report === undefined ? {} : { reportAt: at }),
    ...(shown.labels === undefined ? {} : { labelsAt: at }),
  };
  await save(tx, talk, { ...shown, ...moments, at });
}

async function save(tx: Db, talk: Conversation, patch: Partial<Talk> & { at: Date }): Promise<void> {
  await putRow(tx, tx.t.talks, talk, patch);
}

/**
 * Counts a line that was not understood; returns the misses in a row since `since`. Two at once count as two.
 */
export async function countMiss(
  tx: Db,
  talk: Conversation,
  { since, at }: { since: Date; at: Date },
): Promise<number> {
  const { talks } = tx.t;
  const [row] = await tx.q
    .insert(talks)
    .values({ ...talk, misses: 1, at })
    .onConflictDoUpdate({
      target: [talks.personId, talks.placeId, talks.thread],
      set: {
        misses: sql`case when ${talks.at} >= ${sql.param(since, talks.at)} and ${talks.misses} > 0 then ${talks.misses} + 1 else 1 end`,
        at,
      },
    })
    .returning({ misses: talks.misses });
  return row?.misses ?? 1;
}

/** In place of a count of misses: the last line was refused or asked about, and nothing of it was written. */
const unwritten = -1;

/** Notes that nothing of a line was written, which is no miss. */
export async function noteUnwritten(tx: Db, talk: Conversation, since: Date, at: Date): Promise<void> {
  const row = await findTalk(tx, talk);
  const hasMissed = row !== undefined && row.misses > 0 && row.at >= since;
  await save(tx, talk, { misses: hasMissed ? row.misses : unwritten, at });
}

/** Whether the last lines of a talk, since `since`, were not understood. */
export async function hasMissed(db: Db, talk: Conversation, since: Date): Promise<boolean> {
  const row = await findTalk(db, talk);
  return row !== undefined && row.misses > 0 && row.at >= since;
}

/** Resets the count of misses after a line was understood, of which nothing may be written yet. */
export async function forgetMisses(
  tx: Db,
  talk: Conversation,
  { isWritten }: { isWritten: boolean },
): Promise<void> {
  const row = await findTalk(tx, talk);
  if (row && row.misses !== 0) await save(tx, talk, { misses: isWritten ? 0 : unwritten, at: row.at });
}
