import type { Broken } from '../guard/broken.js';
import type { Db, Dialect } from '../statements/db.js';
import type { Migrated } from './migrate.js';

export interface Store {
  readonly dialect: Dialect;
  /** For reads; does not see what a running transaction has written. */
  readonly db: Db;
  /**
   * Runs `fn` so that all of its writes are stored or none. `fn` may run more than once, so it must send
   * nothing and wait for nothing but the database. Rejects with StoreBusy if the database stayed locked or
   * contended or was not reachable, with ConstraintBroken if it refused a row, with TransactionRefused if `fn` broke a rule, else with
   * what `fn` threw.
   */
  tx<T>(fn: (tx: Db) => Promise<T>): Promise<T>;
  /**
   * Runs `work`, whose transactions on SQLite do not wait for the disk: a power cut may take back the last of them, each
   * as a whole. For what can be done again.
   */
  withoutSync<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Brings the tables up to this version; several processes may call it at once. Rejects with MigrationRefused if rows
   * stand in the way; the database is then as it was.
   */
  migrate(): Promise<Migrated>;
  /** Tags of the migrations that `migrate` would run. */
  pending(): Promise<string[]>;
  /** Rows that those migrations would repair or refuse; if none is pending, rows that break the schema. */
  broken(): Promise<Broken[]>;
  /** Waits for running transactions, then closes the connections. */
  close(): Promise<void>;
  /** Copies a SQLite database while it is in use; throws on PostgreSQL, which has pg_dump. */
  backup(file: string): Promise<void>;
}

export interface StoreOptions {
  /** Receives warnings, such as an idle connection that was lost. */
  log?: { warn(details: object, message: string): void };
  /** Opens nothing for writing: `tx` and `migrate` throw. */
  readonly?: boolean;
}

/** Converts `file:./x`, `file:x` or `file:///x` to a path. */
export const filePath = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, '');
