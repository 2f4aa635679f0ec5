import { getTableColumns, getTableName, type SQL } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Store } from '../../store/engine/store.js';
import { pgTables } from '../../store/schema/pg-tables.js';
import type { Db } from '../../store/statements/db.js';

export type TableName = keyof typeof pgTables;
export type Row = Record<string, unknown>;

/** Ids of rows by table, about which a test says nothing but that they are there. */
export type Ids = Partial<Record<TableName, readonly string[]>>;

export const tableNames = Object.keys(pgTables) as TableName[];

export const columnsOf = (table: TableName) => getTableColumns(pgTables[table]) as Record<string, PgColumn>;

export interface Reference {
  table: TableName;
  /** Of the record in code. */
  key: string;
  column: PgColumn;
  name: string;
  to: TableName;
  onDelete: string;
}

/** Every reference of a table. */
export function referencesOf(table: TableName): Reference[] {
  return getTableConfig(pgTables[table]).foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference();
    const column = columns[0] as PgColumn;
    return {
      table,
      key: keyOf(table, column.name),
      column,
      name: key.getName(),
      to: called(foreignTable as PgTable),
      onDelete: key.onDelete ?? 'no action',
    };
  });
}

/** The words a column may hold, by the table's CHECK; undefined where it has none. */
export function wordsOf(table: TableName, column: string): string[] | undefined {
  const { name, checks } = getTableConfig(pgTables[table]);
  const check = checks.find((one) => one.name === `${name}_${column}_check`);
  return check && [...textOf(check.value).matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
}

const textOf = (value: SQL): string => JSON.stringify(value.queryChunks);

export const keyOf = (table: TableName, column: string): string =>
  Object.entries(columnsOf(table)).find(([, one]) => one.name === column)?.[0] ?? '';

const called = (table: PgTable): TableName =>
  tableNames.find((name) => getTableName(pgTables[name]) === getTableName(table)) as TableName;

let made = 0;

/** Writes a row with what its table demands and no more, and first the rows that it must point to. */
export async function addRow(tx: Db, table: TableName, given: Row = {}): Promise<Row> {
  const row = { ...(await rowFor(tx, table, given)), ...given };
  await tx.q.insert(tx.t[table]).values(row as never);
  return row;
}

/** A row that `table` would take. */
export async function rowFor(tx: Db, table: TableName, given: Row = {}): Promise<Row> {
  const n = ++made + 1_000_000;
  const row: Row = {};
  for (const { key, column, to } of referencesOf(table)) {
    if (column.notNull && !(key in given)) row[key] = (await addRow(tx, to)).id;
  }
  for (const [key, column] of Object.entries(columnsOf(table))) {
    if (key in row || (!column.notNull && !column.primary)) continue;
    row[key] = wordsOf(table, column.name)?.[0] ?? plainValue(key, column, n);
  }
  return row;
}

/** Unlike that of any other row, where its type lets it. */
function plainValue(key: string, column: PgColumn, n: number): unknown {
  const type = column.getSQLType();
  if (type === 'json') return [];
  if (type === 'boolean') return true;
  if (type === 'integer') return n;
  if (type === 'bigint') return column.dataType === 'custom' ? new Date(n) : n;
  return `${key} ${n}`;
}

/** Writes rows under these ids. */
export async function addRows(store: Store, ids: Ids): Promise<void> {
  await store.tx(async (tx) => {
    for (const [table, all] of Object.entries(ids)) {
      for (const id of all) await addRow(tx, table as TableName, { id });
    }
  });
}
