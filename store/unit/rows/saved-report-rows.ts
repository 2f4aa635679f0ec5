import type { SavedReport } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
/** Stores a report under a name. */
export async function createSavedReport(
  tx: Db,
  given: Pick<SavedReport, 'name' | 'personId' | 'slice'>,
  now: Date,
): Promise<SavedReport> {
  const report = {
    ...given,
    id: newId(),
    teamId: null,
    cron: null,
    removedAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.savedReports, report);
  return report;
}
