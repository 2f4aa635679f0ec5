import { eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { storedValues } from '../../schema/stored-values.js';
import type { Db } from '../../statements/db.js';
import { insertRow } from '../../statements/rows.js';

/** Rows of a record that are no records themselves and go with it: a deal's versions, a customer's names. */
export interface RecordPart {
  table: 'customerNames' | 'dealVersions' | 'dealForecasts';
  rows: Record<string, unknown>[];
}

/** Reads the rows that are deleted with a customer or deal, so that undo can store them again. */
export async function partsOfRecord(tx: Db, type: 'customer' | 'deal', id: string): Promise<RecordPart[]> {
  const { customerNames, dealVersions, dealForecasts } = tx.t;
  if (type === 'customer')
    return [
      {
        table: 'customerNames',
        rows: await tx.q.select().from(customerNames).where(eq(customerNames.customerId, id)),
      },
    ];
  return [
    {
      table: 'dealVersions',
      rows: await tx.q.select().from(dealVersions).where(eq(dealVersions.dealId, id)),
    },
    {
      table: 'dealForecasts',
      rows: await tx.q.select().from(dealForecasts).where(eq(dealForecasts.dealId, id)),
    },
  ];
}

/** Stores the rows of a record again, which is there again itself. */
export async function restoreParts(tx: Db, parts: readonly RecordPart[]): Promise<void> {
  for (const { table, rows } of parts)
    for (const row of rows) {
      const values = storedValues(table, row) as never;
      if (table === 'customerNames')
        await tx.q.insert(tx.t.customerNames).values(values).onConflictDoNothing();
      else await insertRow(tx, tx.t[table] as PgTable, values);
    }
}
