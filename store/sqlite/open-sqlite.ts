import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { brokenOn, migrations, pending } from '../engine/migrate.js';
import type { Store, StoreOptions } from '../engine/store.js';
import { readingClient } from './sqlite-client.js';
import { makeDb, sqliteAppliedMigrations, sqliteRows } from './sqlite-connection.js';
import { SqliteWriter } from './sqlite-writer.js';

/** One connection writes, a second one reads, so that reads wait for no transaction and see none half done. */
export async function openSqlite(file: string, options: StoreOptions): Promise<Store> {
  if (options.readonly && !existsSync(file)) throw new Error(`no database at ${file}`);
  mkdirSync(dirname(file), { recursive: true });
  const writer = options.readonly ? undefined : await SqliteWriter.open(file);
  const reader = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  reader.pragma('cache_size = -4000');
  const writing = () => {
    if (!writer) throw new Error('the database was opened for reading only');
    return writer;
  };

  return {
    dialect: 'sqlite',
    db: makeDb(readingClient(reader, writer?.database)),
    tx: async (fn) => writing().transaction(fn),
    withoutSync: async (work) => writing().withoutSync(work),
    migrate: async () => writing().migrate(),
    pending: async () => pending(migrations('sqlite'), sqliteAppliedMigrations(reader)).map(({ tag }) => tag),
    broken: async () => brokenOn(sqliteRows(reader), 'sqlite', sqliteAppliedMigrations(reader)),
    backup: async (target) => {
      await reader.backup(target);
    },
    close: async () => {
      // The writer goes last: only it can fold the write-ahead log into the file, which then is whole by itself.
      await writer?.close(() => reader.close());
      if (!writer) reader.close();
    },
  };
}
