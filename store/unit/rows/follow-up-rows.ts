import type { FollowUp } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
export type NewFollowUp = Omit<FollowUp, 'id' | 'undone'>;

/** Stores a follow-up under a new id. */
export async function createFollowUp(tx: Db, given: NewFollowUp): Promise<FollowUp> {
  const followUp: FollowUp = { ...given, id: newId(), undone: false };
  await insertRow(tx, tx.t.followUps, followUp);
  return followUp;
}
