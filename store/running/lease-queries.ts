import { and, eq, gt, lt, or } from 'drizzle-orm';
import type { Db } from '../statements/db.js';

/** No lease is longer, in ms: a later end was written by a clock that was ahead. */
const longestMs = 10 * 60_000;

/** Takes or renews a lease; true if `holder` holds it until `until`. */
export async function holdLease(
  tx: Db,
  name: string,
  holder: string,
  until: Date,
  now: Date,
): Promise<boolean> {
  const { leases } = tx.t;
  const rows = await tx.q
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until },
      setWhere: or(
        eq(leases.holder, holder),
        lt(leases.until, now),
        gt(leases.until, new Date(now.getTime() + longestMs)),
      ),
    })
    .returning({ holder: leases.holder });
  return rows.length > 0;
}

/** Finds who holds a lease, or undefined. */
export async function leaseHolder(db: Db, name: string): Promise<string | undefined> {
  const { leases } = db.t;
  const [row] = await db.q.select({ holder: leases.holder }).from(leases).where(eq(leases.name, name));
  return row?.holder;
}

/** Releases a lease if `holder` holds it. */
export async function releaseLease(tx: Db, name: string, holder: string): Promise<void> {
  const { leases } = tx.t;
  await tx.q.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}
