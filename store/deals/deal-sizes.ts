import { asc, eq } from 'drizzle-orm';
import type { DealSize } from '../../sales/deals/gates.js';
import type { Db } from '../statements/db.js';

/** Lists where a deal stood and what it was worth at each of its versions, the oldest first. */
export async function dealSizes(db: Db, dealId: string): Promise<DealSize[]> {
  const { dealVersions: versions } = db.t;
  return await db.q
    .select({ stage: versions.stage, amount: versions.amount, told: versions.told })
    .from(versions)
    .where(eq(versions.dealId, dealId))
    .orderBy(asc(versions.version));
}
