import type { Db, Dialect } from './db.js';
import type { Broken } from './guard/broken.js';
import type { Migrated } from './migrate.js';
import { openPg } from './pg/open.js';
import { openSqlite } from './sqlite/open.js';

export interface Store {
  readonly dialect: Dialect;
  /** For reads; what a running transaction has written is not seen here. */
  readonly db: Db;
  /**
   * Runs `fn` so that all of its writes are kept or none. It may run more than once, so it sends nothing and
   * waits for nothing but the database. Rejects with StoreBusy where the database stayed locked or contended,
   * ConstraintBroken where it refused a row, TransactionRefused where the body broke a rule, else with what the
   * body threw.
   */
  tx<T>(fn: (tx: Db) => Promise<T>): Promise<T>;
  /**
   * Brings the tables up to this version; several processes may call it at once. Rejects with MigrationRefused where
   * rows stand in the way; the database is then as it was.
   */
  migrate(): Promise<Migrated>;
  /** Tags of the migrations that `migrate` would run. */
  pending(): Promise<string[]>;
  /** Rows that those migrations would repair or refuse; where none is waiting, rows that break the schema. */
  broken(): Promise<Broken[]>;
  /** Waits for running transactions. */
  close(): Promise<void>;
  /** Copies a SQLite database while it is in use; PostgreSQL has pg_dump for that, and this throws. */
  backup(file: string): Promise<void>;
}

export interface StoreOptions {
  /** Told of connections lost while idle, and the like. */
  log?: { warn(details: object, message: string): void };
  /** Opens nothing for writing: `tx` and `migrate` refuse. */
  readonly?: boolean;
}

/** `file:./data/genjin.db` (the folder is made) or `postgres://…`. Migrates nothing by itself. */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPg(url, options);
  if (url.startsWith('file:')) return openSqlite(filePath(url), options);
  throw new Error('DATABASE_URL must begin with file: or postgres://');
}

/** `file:./x`, `file:x` and `file:///x` as a path. */
export const filePath = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, '');
