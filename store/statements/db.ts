import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Tables } from '../schema/pg-tables.js';

export type Dialect = 'sqlite' | 'pg';

/**
 * One connection as queries see it: `q` builds statements, `t` holds the tables. Both are typed as PostgreSQL
 * on either database. The `Db` of a transaction body is valid until that body ends.
 */
export interface Db {
  readonly dialect: Dialect;
  readonly q: NodePgDatabase;
  readonly t: Tables;
}

/** The open end of a validity: 2243-10-17, far beyond any date of a record. */
export const forever = new Date(8_640_000_000_000);

/** Another process held the database for too long; the same act may be tried again. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/** The body of a transaction broke a rule of `Store.tx`, so nothing was written. */
export class TransactionRefused extends Error {
  override name = 'TransactionRefused';
}
