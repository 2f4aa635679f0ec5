import Database from 'better-sqlite3';
import { Column, is, type SQL } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { sqliteTables } from '../schema/sqlite-tables.js';
import { ConstraintBroken, type ConstraintKind } from '../statements/db.js';

const kinds: Record<string, ConstraintKind> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'reference',
  SQLITE_CONSTRAINT_CHECK: 'value',
  SQLITE_CONSTRAINT_NOTNULL: 'missing',
};

/** SQLite's refusal of a row by a constraint, with the constraint's name; any other error as it is. */
export function sqliteRefusal(error: unknown, statement: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const kind = kinds[error.code];
  if (!kind) return error;
  const table = /^\s*(?:insert(?: or \w+)? into|update|delete from)\s+"(\w+)"/i.exec(statement)?.[1] ?? '';
  const said = error.message.slice(error.message.indexOf(': ') + 2);
  const names: Record<ConstraintKind, () => string | null> = {
    // Said by its columns, 'deals.import_key', or as "index 'people_email'".
    unique: () => /^index '(\w+)'/.exec(said)?.[1] ?? keyNames().get(said) ?? said,
    reference: () => null,
    value: () => said,
    missing: () => said.slice(said.indexOf('.') + 1),
  };
  return new ConstraintBroken(kind, table, names[kind](), { cause: error });
}

let keys: Map<string, string> | undefined;

/** The names of all keys, as PostgreSQL has them, by 'table.column, table.column'. */
function keyNames(): Map<string, string> {
  if (keys) return keys;
  keys = new Map();
  for (const table of Object.values(sqliteTables)) {
    const { name, columns, indexes, primaryKeys, uniqueConstraints } = getTableConfig(table as never);
    const note = (key: string, of: readonly (Column | SQL)[]) =>
      keys?.set(of.map((column) => `${name}.${is(column, Column) ? column.name : ''}`).join(', '), key);
    for (const column of columns) {
      if (column.primary) note(`${name}_pkey`, [column]);
      if (column.isUnique && column.uniqueName) note(column.uniqueName, [column]);
    }
    for (const key of primaryKeys) note(key.getName(), key.columns);
    for (const key of uniqueConstraints) note(key.getName() ?? '', key.columns);
    for (const { config } of indexes) if (config.unique) note(config.name, config.columns);
  }
  return keys;
}
