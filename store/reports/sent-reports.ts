import { desc, eq } from 'drizzle-orm';
import type { SentReport } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { insertRow } from '../statements/rows.js';

/** Stores a sent report with its figures. */
export async function saveSentReport(tx: Db, given: Omit<SentReport, 'id'>): Promise<void> {
  await insertRow(tx, tx.t.sentReports, { ...given, id: newId() });
}

/** Lists sent reports of a kind, latest first. */
export async function sentReports(db: Db, kind: string, limit: number): Promise<SentReport[]> {
  const { sentReports: reports } = db.t;
  return await db.q
    .select()
    .from(reports)
    .where(eq(reports.kind, kind))
    .orderBy(desc(reports.asOf), desc(reports.id))
    .limit(atMost(limit));
}
