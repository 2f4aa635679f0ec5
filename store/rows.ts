import { and, eq, getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { anyHole, type Holes, run } from './compiled.js';
import type { Db } from './db.js';

type Values = Record<string, unknown>;

const columnsOf = (table: PgTable) => getTableColumns(table) as Record<string, PgColumn>;

/** One new row; what is left out is null. */
export async function insertRow<T extends PgTable>(
  tx: Db,
  table: T,
  row: InferInsertModel<T>,
): Promise<void> {
  if (tx.dialect === 'sqlite') return insertDirectly(tx, table, row);
  const columns = Object.keys(columnsOf(table));
  const values = Object.fromEntries(columns.map((column) => [column, (row as Values)[column]]));
  await run(tx, table, values, (_, hole: Holes<Values>) => tx.q.insert(table).values(blanks(table, hole)));
}

const blanks = <T extends PgTable>(table: T, hole: Holes<Values>) =>
  Object.fromEntries(
    Object.keys(columnsOf(table)).map((column) => [column, hole[column]]),
  ) as InferInsertModel<T>;

interface Insert {
  columns: [key: string, column: PgColumn][];
  statement: { run(...values: unknown[]): unknown };
}

const inserts = new WeakMap<PgTable, WeakMap<Db, Insert>>();

/**
 * The same in SQLite without drizzle's way to the driver, which takes longer than the driver itself; most
 * statements of an act are such inserts.
 */
function insertDirectly(tx: Db, table: PgTable, row: object): void {
  const made = inserts.get(table) ?? new WeakMap<Db, Insert>();
  inserts.set(table, made);
  let insert = made.get(tx);
  if (!insert) {
    const { sql } = tx.q.insert(table).values(blanks(table, anyHole)).toSQL();
    const { $client } = tx.q as unknown as { $client: { prepare(text: string): Insert['statement'] } };
    insert = { columns: Object.entries(columnsOf(table)), statement: $client.prepare(sql) };
    made.set(tx, insert);
  }
  const values = insert.columns.map(([key, column]) => {
    const value = (row as Values)[key] ?? null;
    return value === null ? null : column.mapToDriverValue(value);
  });
  insert.statement.run(...values);
}

/**
 * Changes the row whose columns equal `where` (never null) and returns it as it then is; undefined where none
 * is so. Each set of columns is a statement of its own, built once.
 */
export async function updateRow<T extends PgTable>(
  tx: Db,
  table: T,
  where: Partial<T['$inferSelect']>,
  patch: Partial<T['$inferSelect']>,
): Promise<T['$inferSelect'] | undefined> {
  const wanted = Object.keys(where);
  const changed = Object.keys(patch).filter((column) => (patch as Values)[column] !== undefined);
  const values: Values = {};
  for (const column of wanted) values[`was:${column}`] = (where as Values)[column];
  for (const column of changed) values[column] = (patch as Values)[column];
  const key = `${getTableName(table)}:${wanted}:${changed}`;
  const rows = await run(tx, key, values, (_, hole: Holes<Values>) => {
    const columns = columnsOf(table);
    const set = Object.fromEntries(changed.map((column) => [column, hole[column]]));
    const conditions = wanted.map((column) => eq(columns[column] as PgColumn, hole[`was:${column}`]));
    return tx.q
      .update(table as PgTable)
      .set(set)
      .where(and(...conditions))
      .returning();
  });
  return (rows as T['$inferSelect'][])[0];
}

/**
 * Changes a record that is still at `record.version`, which grows by one; undefined where somebody was faster.
 */
export async function changeRow<T extends PgTable>(
  tx: Db,
  table: T,
  record: { id: string; version: number },
  patch: Partial<T['$inferSelect']>,
): Promise<T['$inferSelect'] | undefined> {
  const { id, version } = record;
  return updateRow(tx, table, { id, version } as never, { ...patch, version: version + 1 });
}
