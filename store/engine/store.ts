import type { Db, Dialect } from '../statements/db.js';
import type { Migrated } from './migrate.js';

export interface Store {
  readonly dialect: Dialect;
  /** For reads; what a running transaction has written is not seen here. */
  readonly db: Db;
  /**
   * Runs `fn` so that all of its writes are kept or none. It may run more than once, so it sends nothing and
   * waits for nothing but the database. Rejects with StoreBusy where the database stayed locked or contended,
   * TransactionRefused where the body broke a rule, else with what the body threw.
   */
  tx<T>(fn: (tx: Db) => Promise<T>): Promise<T>;
  /** Brings the tables up to this version; several processes may call it at once. */
  migrate(): Promise<Migrated>;
  /** Tags of the migrations that `migrate` would run. */
  pending(): Promise<string[]>;
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

/** `file:./x`, `file:x` and `file:///x` as a path. */
export const filePath = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, '');
