import type { SavedReport } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { changeRow, insertRow } from '../../statements/rows.js';

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

/** Changes a saved report, or returns undefined if it is no longer at `report.version`. */
export async function changeSavedReport(
  tx: Db,
  report: Pick<SavedReport, 'id' | 'version'>,
  patch: Partial<Pick<SavedReport, 'slice' | 'teamId' | 'cron' | 'removedAt'>>,
): Promise<SavedReport | undefined> {
  return await changeRow(tx, tx.t.savedReports, report, patch);
}
