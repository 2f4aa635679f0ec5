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

/**
 * The database cannot do it now: others held it for too long, or it is not reachable. The same act may be tried again.
 * Whether a transaction was kept is not known where the connection was lost at its end.
 */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/** What a constraint refuses: a second one, an id of nothing (or of what others point to), a value, or none. */
export type ConstraintKind = 'unique' | 'reference' | 'value' | 'missing';

/** A row broke a constraint of the database, so nothing of its transaction was written. */
export class ConstraintBroken extends Error {
  override name = 'ConstraintBroken';

  constructor(
    readonly kind: ConstraintKind,
    readonly table: string,
    /** Its name; of a missing value the column. Null for a reference in SQLite, which does not say which. */
    readonly constraint: string | null,
    options?: ErrorOptions,
  ) {
    super(`${table} refuses a row: ${kind}${constraint === null ? '' : ` (${constraint})`}`, options);
  }
}

/** The broken constraint that an error tells of, also where drizzle has wrapped it; undefined for other errors. */
export const constraintBroken = (error: unknown): ConstraintBroken | undefined =>
  causeOf(error, ConstraintBroken);

/** The busy database that an error tells of, also where drizzle has wrapped it; undefined for other errors. */
export const storeBusy = (error: unknown): StoreBusy | undefined => causeOf(error, StoreBusy);

function causeOf<T>(error: unknown, kind: abstract new (...args: never) => T): T | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof kind) return at;
  return undefined;
}

/** The body of a transaction broke a rule of `Store.tx`, so nothing was written. */
export class TransactionRefused extends Error {
  override name = 'TransactionRefused';
}
