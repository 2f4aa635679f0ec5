import { foldName } from '../../../kernel/words/folding.js';
import type { LearntName } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
/** Stores a name that a team uses for a customer. */
export async function createLearntName(
  tx: Db,
  given: Omit<LearntName, 'id' | 'key' | 'createdAt'>,
  now: Date,
): Promise<LearntName> {
  const learnt: LearntName = { ...given, id: newId(), key: foldName(given.words), createdAt: now };
  await insertRow(tx, tx.t.learntNames, learnt);
  return learnt;
}
