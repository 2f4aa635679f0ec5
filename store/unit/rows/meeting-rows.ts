import type { Meeting } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
/** Starts a meeting. */
export async function createMeeting(
  tx: Db,
  given: Pick<Meeting, 'teamId' | 'placeId' | 'startedBy' | 'items'>,
  now: Date,
): Promise<Meeting> {
  const meeting = { ...given, id: newId(), startedAt: now, endedAt: null, version: 1 };
  await insertRow(tx, tx.t.meetings, meeting);
  return meeting;
}
