import type Database from 'better-sqlite3';
import { BaseSQLiteDatabase, SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { Rows } from '../guard/broken.js';
import type { Tables } from '../schema/pg-tables.js';
import { sqliteTables } from '../schema/sqlite-tables.js';
import type { Db } from '../statements/db.js';
import type { Client } from './sqlite-client.js';
import { Session } from './sqlite-session.js';

/** A connection under the PostgreSQL types that all queries are written in. */
export function makeDb(client: Client): Db {
  const dialect = new SQLiteSyncDialect();
  const q = new BaseSQLiteDatabase('sync', dialect, new Session(client, dialect), undefined);
  return {
    dialect: 'sqlite',
    q: Object.assign(q, { $client: client }) as unknown as Db['q'],
    t: sqliteTables satisfies Tables,
  };
}

/** Answers the rows of statements without values. */
export const sqliteRows =
  (database: Database.Database): Rows =>
  async (text) =>
    database.prepare(text).all() as Record<string, unknown>[];

/** The migrations this file has seen. */
export function sqliteAppliedMigrations(database: Database.Database): { tag: string; hash: string }[] {
  const table = database.prepare("select 1 from sqlite_master where name = '__migrations'").get();
  if (!table) return [];
  return database.prepare('select tag, hash from __migrations').all() as { tag: string; hash: string }[];
}
