import { desc, eq } from 'drizzle-orm';
import type { SentReport } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { insertRow } from '../statements/rows.js';

/** Keeps a report as it was sent, with the figures it was made of. */
export async function keepSentReport(tx: Db, given: Omit<SentReport, 'id'>): Promise<void> {
  await insertRow(tx, tx.t.sentReports, { ...given, id: newId() });
}

/** Reports that were sent, the last first. */
export async function sentReports(db: Db, kind: string, limit: number): Promise<SentReport[]> {
  const { sentReports: reports } = db.t;
  return await db.q
    .select()
    .from(reports)
    .where(eq(reports.kind, kind))
    .orderBy(desc(reports.asOf), desc(reports.id))
    .limit(atMost(limit));
}
