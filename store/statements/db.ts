import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Tables } from '../schema/pg-tables.js';

export type Dialect = 'sqlite' | 'pg';

/**
 * One connection as queries see it: `q` builds statements, `t` holds the tables. Both are typed as PostgreSQL
 * whichever database is behind. A `Db` given to the body of a transaction is good until that body ends.
 */
export interface Db {
  readonly dialect: Dialect;
  readonly q: NodePgDatabase;
  readonly t: Tables;
}

/** The end of a validity that has none yet: 2243-10-17, far beyond any date of a record. */
export const forever = new Date(8_640_000_000_000);

/** Somebody else held the database for too long: the same act may be tried again. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/** The body of a transaction broke a rule of `Store.tx`, so nothing of it was written. */
export class TransactionRefused extends Error {
  override name = 'TransactionRefused';
}
