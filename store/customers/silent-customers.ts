import { and, asc, count, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Customer } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { countTotal } from '../statements/total.js';

/**
 * Lists owned customers without a follow-up since `before`, the longest silent first, with their total `all`.
 * Those created since count only up to `createdBefore`.
 */
export async function silentSince(
  db: Db,
  {
    before,
    createdBefore = before,
    ownerId,
    teamId,
    limit,
  }: { before: Date; createdBefore?: Date; ownerId?: string; teamId?: string; limit: number },
): Promise<{ customers: Customer[]; all: number }> {
  const { customers } = db.t;
  const isSilent = and(
    isNull(customers.mergedInto),
    isNull(customers.pooledAt),
    ownerId === undefined ? sql`${customers.ownerId} is not null` : eq(customers.ownerId, ownerId),
    teamId === undefined ? undefined : eq(customers.teamId, teamId),
    lt(customers.createdAt, createdBefore),
    or(isNull(customers.lastFollowUpAt), lt(customers.lastFollowUpAt, before)),
  );
  const rows = await db.q
    .select()
    .from(customers)
    .where(isSilent)
    .orderBy(asc(sql`coalesce(${customers.lastFollowUpAt}, ${customers.createdAt})`), asc(customers.no))
    .limit(atMost(limit));
  return {
    customers: rows,
    all: countTotal(await db.q.select({ all: count() }).from(customers).where(isSilent)),
  };
}
