import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import type { Meeting } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Finds the running meeting of a place, or undefined. */
export async function openMeetingAt(db: Db, placeId: string): Promise<Meeting | undefined> {
  const { meetings } = db.t;
  const [row] = await db.q
    .select()
    .from(meetings)
    .where(and(eq(meetings.placeId, placeId), isNull(meetings.endedAt)))
    .orderBy(desc(meetings.startedAt))
    .limit(atMost(1));
  return row;
}

/** Lists meetings of a team (null: the company) that began before `before` and were not ended. */
export async function unendedMeetings(db: Db, teamId: string | null, before: Date): Promise<Meeting[]> {
  const { meetings } = db.t;
  const whose = teamId === null ? isNull(meetings.teamId) : eq(meetings.teamId, teamId);
  return await db.q
    .select()
    .from(meetings)
    .where(and(whose, isNull(meetings.endedAt), lt(meetings.startedAt, before)))
    .orderBy(asc(meetings.startedAt));
}
