import { and, desc, eq } from 'drizzle-orm';
import type { FollowUp } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import { within } from '../statements/conditions.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';

/** Lists a customer's latest follow-ups, newest first; undone ones are left out. */
export async function lastFollowUps(db: Db, customerId: string, limit: number): Promise<FollowUp[]> {
  return await run(db, `lastFollowUps:${limit}`, { customerId }, ({ q, t: { followUps } }, param) =>
    q
      .select()
      .from(followUps)
      .where(and(eq(followUps.customerId, param.customerId), eq(followUps.undone, false)))
      .orderBy(desc(followUps.at), desc(followUps.id))
      .limit(atMost(limit)),
  );
}

/** Finds a follow-up by id, or undefined. */
export async function followUpById(db: Db, id: string): Promise<FollowUp | undefined> {
  return await findRow(db, db.t.followUps, { id });
}

/**
 * Lists follow-ups in [from, to), optionally of one person or team, newest first; undone ones are left out.
 */
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
        within(followUps.at, { from, to }),
        eq(followUps.undone, false),
        personId ? eq(followUps.personId, personId) : undefined,
        teamId ? eq(followUps.teamId, teamId) : undefined,
      ),
    )
    .orderBy(desc(followUps.at), desc(followUps.id))
    .limit(atMost(limit));
}
