import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { schemaAfter } from '../engine/migrate.js';
import { sqliteAppliedMigrations } from './sqlite-connection.js';

/** Says why a file is no database that this product has written and that is whole, or returns undefined if it is. */
export function whyNoBackup(file: string): string | undefined {
  if (statSync(file).size === 0) return 'the file is empty';
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const found = database.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') return `the file is damaged (${String(found).split('\n')[0]})`;
    const tag = sqliteAppliedMigrations(database)
      .map((one) => one.tag)
      .sort()
      .at(-1);
    if (tag === undefined) return 'another program wrote it';
    const rows = database.prepare("select name from sqlite_master where type = 'table'").all();
    const tables = new Set((rows as { name: string }[]).map(({ name }) => name));
    const missing = [...schemaAfter('sqlite', tag).tables.keys()].filter((name) => !tables.has(name));
    return missing.length > 0 ? `it lacks the table ${missing.join(', ')}` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database?.close();
  }
}
