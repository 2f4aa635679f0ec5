import { and, eq, lt, or } from 'drizzle-orm';
import type { Db } from '../statements/db.js';

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
      setWhere: or(eq(leases.holder, holder), lt(leases.until, now)),
    })
    .returning({ holder: leases.holder });
  return rows.length > 0;
}

/** Releases a lease if `holder` holds it. */
export async function releaseLease(tx: Db, name: string, holder: string): Promise<void> {
  const { leases } = tx.t;
  await tx.q.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}
