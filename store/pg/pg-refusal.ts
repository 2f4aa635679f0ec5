import { ConstraintBroken, type ConstraintKind } from '../statements/db.js';

const kinds: Record<string, ConstraintKind> = {
  23505: 'unique',
  23503: 'reference',
  23514: 'value',
  23502: 'missing',
};

/** PostgreSQL's refusal of a row by a constraint; any other error as it is. */
export function pgRefusal(error: unknown): unknown {
  const { code = '', table = '', constraint, column } = error as Record<string, string | undefined>;
  const kind = kinds[code];
  return kind ? new ConstraintBroken(kind, table, constraint ?? column ?? null, { cause: error }) : error;
}
