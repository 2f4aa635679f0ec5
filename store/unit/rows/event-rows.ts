import { and, eq, notInArray } from 'drizzle-orm';
import type { Event } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
export type NewEvent = Omit<Event, 'id' | 'undoneAt' | 'reason' | 'placeId'> &
  Partial<Pick<Event, 'reason' | 'placeId'>>;

/** Appends an event to the log, not undone. */
export async function appendEvent(tx: Db, event: NewEvent): Promise<void> {
  await insertRow(tx, tx.t.events, { reason: null, placeId: null, ...event, id: newId(), undoneAt: null });
}

/** Marks all events of an act, but those that are `kept`, as undone at `at`, or, if `at` is null, as not undone any more. */
export async function markUndone(
  tx: Db,
  actId: string,
  at: Date | null,
  kept: readonly Event[] = [],
): Promise<void> {
  const { events } = tx.t;
  const others = notInArray(
    events.id,
    kept.map(({ id }) => id),
  );
  await tx.q
    .update(events)
    .set({ undoneAt: at })
    .where(and(eq(events.actId, actId), kept.length > 0 ? others : undefined));
}
