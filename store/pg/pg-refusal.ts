import pg from 'pg';
import { ConstraintBroken, type ConstraintKind, StoreBusy } from '../statements/db.js';

const kinds: Record<string, ConstraintKind> = {
  23505: 'unique',
  23503: 'reference',
  23514: 'value',
  23502: 'missing',
};

/**
 * Server errors that pass: connection, resources, an operator's work (a restart), the system, a lock, an idle session.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const passing = /^(?:08|53|57|58|55P03$|25P0[34]$)/;
/** What the driver says of a connection that is lost or cannot be made; it gives these no codes. */
const lost = /connection|terminated|not queryable|timeout|after calling end/i;
/** Codes of the network, such as ECONNRESET; not Node's own, such as ERR_INVALID_ARG_TYPE. */
const network = /^E(?!RR_)/;

/** PostgreSQL's refusal of a row by a constraint, or that it cannot be asked now; any other error as it is. */
export function pgRefusal(error: unknown): unknown {
  const { code = '', table = '', constraint, column } = error as Record<string, string | undefined>;
  const kind = kinds[code];
  if (kind) return new ConstraintBroken(kind, table, constraint ?? column ?? null, { cause: error });
  return passes(error) ? new StoreBusy('the database is not reachable now', { cause: error }) : error;
}

function passes(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return passing.test(error.code ?? '');
  if (!(error instanceof Error) || error instanceof TypeError) return false;
  return network.test(`${(error as { code?: unknown }).code ?? ''}`) || lost.test(error.message);
}
