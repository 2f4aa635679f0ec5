import type { Meeting } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { changeRow, insertRow } from '../../statements/rows.js';

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

/** Ends a meeting, or returns undefined if it was ended meanwhile. */
export async function endMeeting(
  tx: Db,
  meeting: Pick<Meeting, 'id' | 'version'>,
  endedAt: Date,
): Promise<Meeting | undefined> {
  return await changeRow(tx, tx.t.meetings, meeting, { endedAt });
}
