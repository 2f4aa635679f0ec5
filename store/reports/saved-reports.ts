import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { SavedReport } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { changeRow, insertRow } from '../statements/rows.js';

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

/** Undefined where somebody was faster. */
export async function changeSavedReport(
  tx: Db,
  report: Pick<SavedReport, 'id' | 'version'>,
  patch: Partial<Pick<SavedReport, 'slice' | 'teamId' | 'cron' | 'removedAt'>>,
): Promise<SavedReport | undefined> {
  return await changeRow(tx, tx.t.savedReports, report, patch);
}

/** One's own, then those that are posted to one's team, by the time they were made. */
export async function savedReportsFor(
  db: Db,
  reader: { id: string; teamId: string | null },
): Promise<SavedReport[]> {
  const { savedReports } = db.t;
  const theirs = eq(savedReports.personId, reader.id);
  const posted = reader.teamId
    ? and(eq(savedReports.teamId, reader.teamId), isNotNull(savedReports.cron))
    : undefined;
  const found = await db.q
    .select()
    .from(savedReports)
    .where(and(isNull(savedReports.removedAt), posted ? or(theirs, posted) : theirs))
    .orderBy(asc(savedReports.createdAt), asc(savedReports.id));
  const isOwn = (report: SavedReport) => Number(report.personId === reader.id);
  return found.sort((a, b) => isOwn(b) - isOwn(a));
}

export async function savedReportById(db: Db, id: string): Promise<SavedReport | undefined> {
  const { savedReports } = db.t;
  const [row] = await db.q
    .select()
    .from(savedReports)
    .where(and(eq(savedReports.id, id), isNull(savedReports.removedAt)));
  return row;
}

/** Those that the clock posts. */
export async function scheduledReports(db: Db): Promise<SavedReport[]> {
  const { savedReports } = db.t;
  return await db.q
    .select()
    .from(savedReports)
    .where(and(isNotNull(savedReports.cron), isNotNull(savedReports.teamId), isNull(savedReports.removedAt)));
}
