import { eventsOf } from '../activity/event-queries.js';
import { storedValues } from '../schema/stored-values.js';
import type { Db } from '../statements/db.js';
import { type StoredType, tableOf } from './record-types.js';

/** Most events of one record that are taken back to find what it was. */
const looked = 1000;

/** The record as it was at a moment, from what the log says was changed since; undefined if it was not there yet. */
export async function recordAsOf<T extends { id: string; createdAt: Date }>(
  db: Db,
  type: Extract<StoredType, 'customer' | 'deal' | 'lead'>,
  record: T,
  at: Date,
): Promise<T | undefined> {
  if (record.createdAt > at) return undefined;
  let then = { ...record };
  for (const event of await eventsOf(db, type, record.id, looked)) {
    if (event.at <= at) break;
    // What was undone before that moment changed nothing that stood then.
    const stood = event.undoneAt === null;
    if (stood && event.before && event.after)
      then = { ...then, ...storedValues(tableOf[type], event.before) } as T;
  }
  return then;
}
