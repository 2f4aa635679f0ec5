import { and, count, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import type { ViewEntry } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { countTotal } from '../statements/total.js';

/** Logs that a person viewed records: one row per record and day, with the number of views. */
export async function noteViews(
  tx: Db,
  personId: string,
  seen: readonly { type: string; id: string; ownerId: string | null }[],
  day: string,
  at: Date,
): Promise<void> {
  const { sights } = tx.t;
  const once = new Map(seen.map((one) => [`${one.type}:${one.id}`, one]));
  for (const { type, id, ownerId } of once.values()) {
    await tx.q
      .insert(sights)
      .values({ personId, recordType: type, recordId: id, day, ownerId, times: 1, at })
      .onConflictDoUpdate({
        target: [sights.personId, sights.recordType, sights.day, sights.recordId],
        set: { times: sql`${sights.times} + 1`, at, ownerId },
      });
  }
}

/** Lists ids of the records of one type that a person viewed on a day. */
export async function viewedOn(db: Db, personId: string, type: string, day: string): Promise<Set<string>> {
  const { sights } = db.t;
  const rows = await db.q
    .select({ id: sights.recordId })
    .from(sights)
    .where(and(eq(sights.personId, personId), eq(sights.recordType, type), eq(sights.day, day)));
  return new Set(rows.map(({ id }) => id));
}

/** Lists views of a person's records by others, newest first. */
export async function viewsByOthers(
  db: Db,
  ownerId: string,
  since: Date,
  limit: number,
): Promise<ViewEntry[]> {
  const { sights } = db.t;
  return await db.q
    .select()
    .from(sights)
    .where(and(eq(sights.ownerId, ownerId), gte(sights.at, since), ne(sights.personId, ownerId)))
    .orderBy(desc(sights.at))
    .limit(atMost(limit));
}

/** Lists who viewed records, newest first. */
export async function viewsOfRecords(db: Db, ids: readonly string[], limit: number): Promise<ViewEntry[]> {
  const { sights } = db.t;
  if (ids.length === 0) return [];
  return await db.q
    .select()
    .from(sights)
    .where(inArray(sights.recordId, [...ids]))
    .orderBy(desc(sights.at))
    .limit(atMost(limit));
}

/** Counts the view-log rows of a person: records of others per day. */
export async function countViewsBy(db: Db, personId: string): Promise<number> {
  const { sights } = db.t;
  return countTotal(await db.q.select({ all: count() }).from(sights).where(eq(sights.personId, personId)));
}
