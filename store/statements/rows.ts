import { and, eq, getTableColumns, getTableName, type InferInsertModel, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { type Params, run } from './compiled.js';
import type { Db } from './db.js';

type Values = Record<string, unknown>;

const columnsOf = (table: PgTable) => getTableColumns(table) as Record<string, PgColumn>;

/** Finds the row whose columns equal `where` (never null), or undefined; a prepared statement per table and columns. */
export async function findRow<T extends PgTable>(
  db: Db,
  table: T,
  where: Partial<T['$inferSelect']>,
): Promise<T['$inferSelect'] | undefined> {
  const matched = Object.keys(where);
  const rows = await run(
    db,
    `find:${getTableName(table)}:${matched}`,
    where,
    ({ q }, param: Params<Values>) => {
      const columns = columnsOf(table);
      const conditions = matched.map((column) => eq(columns[column] as PgColumn, param[column]));
      return q
        .select()
        .from(table as PgTable)
        .where(and(...conditions));
    },
  );
  return (rows as T['$inferSelect'][])[0];
}

/** Inserts one row; columns not given are null. */
export async function insertRow<T extends PgTable>(
  tx: Db,
  table: T,
  row: InferInsertModel<T>,
): Promise<void> {
  const values = Object.fromEntries(
    Object.keys(columnsOf(table)).map((column) => [column, (row as Values)[column] ?? null]),
  );
  await run(tx, table, values, (_, param: Params<Values>) => {
    const params = Object.keys(values).map((column) => [column, param[column]]);
    return tx.q.insert(table).values(Object.fromEntries(params) as InferInsertModel<T>);
  });
}

/** Inserts `keys` with `patch`; where a row has these unique keys already, it gets the patch. */
export async function putRow<T extends PgTable>(
  tx: Db,
  table: T,
  keys: Partial<T['$inferSelect']>,
  patch: Partial<T['$inferSelect']>,
): Promise<void> {
  const target = Object.keys(keys);
  const values = { ...keys, ...patch } as Values;
  const changed = Object.keys(patch);
  const given = [...target, ...changed];
  // A value that is null has a blank too: the statement depends on the columns alone.
  await run(tx, `put:${getTableName(table)}:${given}`, values, (_, param: Params<Values>) => {
    const columns = columnsOf(table);
    const column = (name: string) => columns[name] as PgColumn;
    const blanks = Object.fromEntries(given.map((name) => [name, param[name]]));
    const set = changed.map((name) => [name, sql`excluded.${sql.identifier(column(name).name)}`]);
    return tx.q
      .insert(table as PgTable)
      .values(blanks)
      .onConflictDoUpdate({ target: target.map(column), set: Object.fromEntries(set) });
  });
}

/**
 * Changes the row whose columns equal `where` (never null) and returns it as changed, or undefined if no row
 * matches. Each set of columns is a prepared statement of its own.
 */
export async function updateRow<T extends PgTable>(
  tx: Db,
  table: T,
  where: Partial<T['$inferSelect']>,
  patch: Partial<T['$inferSelect']>,
): Promise<T['$inferSelect'] | undefined> {
  const matched = Object.keys(where);
  const changed = Object.keys(patch).filter((column) => (patch as Values)[column] !== undefined);
  const values: Values = {};
  for (const column of matched) values[`was:${column}`] = (where as Values)[column];
  for (const column of changed) values[column] = (patch as Values)[column];
  const key = `${getTableName(table)}:${matched}:${changed}`;
  const rows = await run(tx, key, values, (_, param: Params<Values>) => {
    const columns = columnsOf(table);
    const set = Object.fromEntries(changed.map((column) => [column, param[column]]));
    const conditions = matched.map((column) => eq(columns[column] as PgColumn, param[`was:${column}`]));
    return tx.q
      .update(table as PgTable)
      .set(set)
      .where(and(...conditions))
      .returning();
  });
  return (rows as T['$inferSelect'][])[0];
}

/**
 * Changes a record still at `record.version` and raises the version by one, or returns undefined if it is no
 * longer at that version.
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
