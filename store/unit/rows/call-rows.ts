import type { ForecastCall } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
/** Stores a forecast call: the amount somebody commits to for a period. */
export async function noteCall(tx: Db, given: Omit<ForecastCall, 'id' | 'version'>): Promise<ForecastCall> {
  const row = { ...given, id: newId(), version: 1 };
  await insertRow(tx, tx.t.calls, row);
  return row;
}
