import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { SavedReport } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';

/** Lists a person's saved reports, then those scheduled for their team, oldest first. */
export async function savedReportsFor(
  db: Db,
  reader: { id: string; teamId: string | null },
): Promise<SavedReport[]> {
  const { savedReports } = db.t;
  const isTheirs = eq(savedReports.personId, reader.id);
  const posted = reader.teamId
    ? and(eq(savedReports.teamId, reader.teamId), isNotNull(savedReports.cron))
    : undefined;
  const found = await db.q
    .select()
    .from(savedReports)
    .where(and(isNull(savedReports.removedAt), posted ? or(isTheirs, posted) : isTheirs))
    .orderBy(asc(savedReports.createdAt), asc(savedReports.id));
  const isOwn = (report: SavedReport) => Number(report.personId === reader.id);
  return found.sort((a, b) => isOwn(b) - isOwn(a));
}

/** Finds a saved report by id, or undefined; removed ones are left out. */
export async function savedReportById(db: Db, id: string): Promise<SavedReport | undefined> {
  const { savedReports } = db.t;
  const [row] = await db.q
    .select()
    .from(savedReports)
    .where(and(eq(savedReports.id, id), isNull(savedReports.removedAt)));
  return row;
}

/** Lists the reports that a job posts on schedule. */
export async function scheduledReports(db: Db): Promise<SavedReport[]> {
  const { savedReports } = db.t;
  return await db.q
    .select()
    .from(savedReports)
    .where(and(isNotNull(savedReports.cron), isNotNull(savedReports.teamId), isNull(savedReports.removedAt)));
}
