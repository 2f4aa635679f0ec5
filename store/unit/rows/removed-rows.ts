import { eq, inArray } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { pgTables, type Tables } from '../../schema/pg-tables.js';
import type { Db } from '../../statements/db.js';
import { insertRow } from '../../statements/rows.js';

type Facts = Record<string, unknown>;
type TableName = keyof Tables;

/** What went with a removed record: enough to store it all again. */
export interface Attached {
  /** Rows removed with it, in the order in which they were removed. */
  rows: { table: string; rows: Facts[] }[];
  /** Rows that stay and pointed at it, by their ids. */
  links: { table: string; column: string; ids: string[] }[];
}

/** Where rows of a table point at records that are removed. */
interface Pointer {
  table: TableName;
  column: string;
}

const ofDeals: readonly Pointer[] = [
  { table: 'tasks', column: 'dealId' },
  { table: 'approvals', column: 'dealId' },
  { table: 'dealForecasts', column: 'dealId' },
  { table: 'dealVersions', column: 'dealId' },
];

/** Tables with rows of a customer's own, those first that point at others of them. */
const ofCustomer: readonly Pointer[] = [
  { table: 'learntNames', column: 'customerId' },
  { table: 'customerNames', column: 'customerId' },
  { table: 'collaborators', column: 'customerId' },
  { table: 'disputes', column: 'customerId' },
  { table: 'tasks', column: 'customerId' },
  { table: 'followUps', column: 'customerId' },
  { table: 'leads', column: 'customerId' },
];

/**
 * Removes what belongs to a record, and clears what points at it; the record itself stays for its own table. Returns what
 * `restoreAttached` needs.
 */
export async function removeAttached(
  tx: Db,
  type: 'customer' | 'contact' | 'deal' | 'lead',
  id: string,
): Promise<Attached> {
  const attached: Attached = { rows: [], links: [] };
  switch (type) {
    case 'customer': {
      const ids = await withMerged(tx, id);
      for (const one of ofCustomer) await removeRows(tx, attached, one, ids);
      const deals = await idsOf(tx, { table: 'deals', column: 'customerId' }, ids);
      for (const one of ofDeals) await removeRows(tx, attached, one, deals);
      await removeRows(tx, attached, { table: 'deals', column: 'customerId' }, ids);
      await removeRows(tx, attached, { table: 'contacts', column: 'customerId' }, ids);
      const others = ids.filter((one) => one !== id).reverse();
      for (const one of others) await removeRows(tx, attached, { table: 'customers', column: 'id' }, [one]);
      return attached;
    }
    case 'deal':
      await clearLinks(tx, attached, { table: 'leads', column: 'dealId' }, id);
      await clearLinks(tx, attached, { table: 'followUps', column: 'dealId' }, id);
      for (const one of ofDeals) await removeRows(tx, attached, one, [id]);
      return attached;
    case 'lead':
      await clearLinks(tx, attached, { table: 'followUps', column: 'leadId' }, id);
      await removeRows(tx, attached, { table: 'tasks', column: 'leadId' }, [id]);
      return attached;
    case 'contact':
      await clearLinks(tx, attached, { table: 'leads', column: 'contactId' }, id);
      await clearLinks(tx, attached, { table: 'followUps', column: 'contactId' }, id);
      await removeRows(tx, attached, { table: 'learntNames', column: 'contactId' }, [id]);
      return attached;
  }
}

/** Stores again what went with a removed record, which is there again. */
export async function restoreAttached(tx: Db, { rows, links }: Attached): Promise<void> {
  // What was removed last was pointed at by what was removed before.
  for (const { table, rows: removed } of [...rows].reverse())
    for (const row of removed) {
      const values = storedValues(table as TableName, row);
      if (table === 'customerNames')
        await tx.q
          .insert(tx.t.customerNames)
          .values(values as never)
          .onConflictDoNothing();
      else await insertRow(tx, tx.t[table as TableName] as PgTable, values as never);
    }
  for (const { table, column, ids } of links) {
    const to = tx.t[table as TableName] as PgTable & { id: PgColumn };
    const [id, ...all] = ids;
    if (id !== undefined && all.length > 0)
      await tx.q
        .update(to)
        .set({ [column]: id } as never)
        .where(inArray(to.id, all));
  }
}

/** Converts facts of the log back to a table's values: ISO texts of moment columns become Dates. */
export function storedValues(table: TableName, facts: Facts): Facts {
  const columns = pgTables[table] as unknown as Record<string, { getSQLType(): string; dataType: string }>;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => {
      const isMoment = columns[key]?.dataType === 'custom' && columns[key]?.getSQLType() === 'bigint';
      return [key, isMoment && typeof value === 'string' ? new Date(value) : value];
    }),
  );
}

/** The customer's id and those of customers that were merged into it, the customer first. */
async function withMerged(tx: Db, id: string): Promise<string[]> {
  const all = [id];
  for (let next = [id]; next.length > 0; ) {
    next = await idsOf(tx, { table: 'customers', column: 'mergedInto' }, next);
    all.push(...next);
  }
  return all;
}

const columnOf = (tx: Db, { table, column }: Pointer): PgColumn =>
  (tx.t[table] as unknown as Record<string, PgColumn>)[column] as PgColumn;

async function idsOf(tx: Db, pointer: Pointer, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const table = tx.t[pointer.table] as PgTable & { id: PgColumn };
  const rows = await tx.q
    .select({ id: table.id })
    .from(table as PgTable)
    .where(inArray(columnOf(tx, pointer), [...ids]));
  return rows.map((row) => String(row.id));
}

async function removeRows(
  tx: Db,
  attached: Attached,
  pointer: Pointer,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const table = tx.t[pointer.table] as PgTable;
  const meant = inArray(columnOf(tx, pointer), [...ids]);
  const rows = (await tx.q.select().from(table).where(meant)) as Facts[];
  if (rows.length === 0) return;
  await tx.q.delete(table).where(meant);
  attached.rows.push({ table: pointer.table, rows });
}

/** Clears what points at the record; the list of ids begins with the record's own. */
async function clearLinks(tx: Db, attached: Attached, pointer: Pointer, id: string): Promise<void> {
  const ids = await idsOf(tx, pointer, [id]);
  if (ids.length === 0) return;
  await tx.q
    .update(tx.t[pointer.table] as PgTable)
    .set({ [pointer.column]: null } as never)
    .where(eq(columnOf(tx, pointer), id));
  attached.links.push({ table: pointer.table, column: pointer.column, ids: [id, ...ids] });
}
