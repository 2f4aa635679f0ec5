import type { PgTable } from 'drizzle-orm/pg-core';
import { isNumbered, recordNo } from '../../kernel/records/record-number.js';
import { eventsOfAct } from '../activity/event-queries.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';
import { type StoredType, tableOf } from './record-types.js';

/** Types whose records have an id of their own, under which the log tells of them. */
export type IdentifiedType = Exclude<StoredType, 'collaborator'>;

/** Whether records of the type have an id of their own. */
export const isIdentified = (type: string): type is IdentifiedType =>
  Object.hasOwn(tableOf, type) && type !== 'collaborator';

/** Reads a record as it is now, or undefined if it was removed. */
export async function currentRecord(
  db: Db,
  type: IdentifiedType,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  return await findRow(db, db.t[tableOf[type]] as PgTable, { id });
}

/** Lists the numbered records an act changed that still exist: `{ type: 'deal', number: 'D-12' }`. */
export async function recordsOfAct(db: Db, actId: string): Promise<{ type: string; number: string }[]> {
  const found = new Map<string, { type: string; number: string }>();
  for (const { recordType: type, recordId } of await eventsOfAct(db, actId)) {
    if (!isNumbered(type) || found.has(recordId)) continue;
    const record = await currentRecord(db, type, recordId);
    if (record) found.set(recordId, { type, number: recordNo(type, Number(record.no)) });
  }
  return [...found.values()];
}
