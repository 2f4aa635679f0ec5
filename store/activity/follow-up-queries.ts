import { and, desc, eq, gte, lt } from 'drizzle-orm';
import type { FollowUp } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { insertRow } from '../statements/rows.js';

export type NewFollowUp = Omit<FollowUp, 'id' | 'undone'>;

export async function createFollowUp(tx: Db, given: NewFollowUp): Promise<FollowUp> {
  const followUp: FollowUp = { ...given, id: newId(), undone: false };
  await insertRow(tx, tx.t.followUps, followUp);
  return followUp;
}

/** The latest follow-ups of a customer, newest first. */
export async function lastFollowUps(db: Db, customerId: string, limit: number): Promise<FollowUp[]> {
  return await run(db, `lastFollowUps:${limit}`, { customerId }, ({ q, t: { followUps } }, hole) =>
    q
      .select()
      .from(followUps)
      .where(and(eq(followUps.customerId, hole.customerId), eq(followUps.undone, false)))
      .orderBy(desc(followUps.at), desc(followUps.id))
      .limit(atMost(limit)),
  );
}

export async function followUpById(db: Db, id: string): Promise<FollowUp | undefined> {
  const [row] = await db.q.select().from(db.t.followUps).where(eq(db.t.followUps.id, id));
  return row;
}

/** Follow-ups of a span of time, of one person or of a team, newest first. */
export async function followUpsIn(
  db: Db,
  {
    from,
    to,
    personId,
    teamId,
    limit,
  }: { from: Date; to: Date; personId?: string; teamId?: string; limit: number },
): Promise<FollowUp[]> {
  const { followUps } = db.t;
  return await db.q
    .select()
    .from(followUps)
    .where(
      and(
        gte(followUps.at, from),
        lt(followUps.at, to),
        eq(followUps.undone, false),
        personId ? eq(followUps.personId, personId) : undefined,
        teamId ? eq(followUps.teamId, teamId) : undefined,
      ),
    )
    .orderBy(desc(followUps.at), desc(followUps.id))
    .limit(atMost(limit));
}
