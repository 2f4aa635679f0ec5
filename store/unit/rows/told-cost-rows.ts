import type { SourceCost } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';

/** Stores what a source cost in a month. */
export async function createSourceCost(tx: Db, given: Omit<SourceCost, 'id'>): Promise<SourceCost> {
  const cost: SourceCost = { ...given, id: newId() };
  await insertRow(tx, tx.t.sourceCosts, cost);
  return cost;
}
