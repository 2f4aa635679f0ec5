import { and, asc, gt, inArray, lte } from 'drizzle-orm';
import type { SourceCost } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';

/** Finds what a source cost in a month, withdrawn costs (0) included, or undefined if none was ever told. */
export async function findSourceCost(
  db: Db,
  key: Pick<SourceCost, 'source' | 'month'>,
): Promise<SourceCost | undefined> {
  return await findRow(db, db.t.sourceCosts, { month: key.month, source: key.source });
}

/** Lists the costs of months ('2026-11') as far as they were told by `at`, by month and source. */
export async function sourceCostsOf(db: Db, months: readonly string[], at: Date): Promise<SourceCost[]> {
  const { sourceCosts } = db.t;
  return await db.q
    .select()
    .from(sourceCosts)
    .where(
      and(inArray(sourceCosts.month, [...months]), gt(sourceCosts.amount, 0), lte(sourceCosts.setAt, at)),
    )
    .orderBy(asc(sourceCosts.month), asc(sourceCosts.source));
}
