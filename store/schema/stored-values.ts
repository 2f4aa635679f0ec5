import { pgTables, type Tables } from './pg-tables.js';

/** Converts facts of the log back to a table's values: ISO texts of moment columns become Dates. */
export function storedValues(table: keyof Tables, facts: Record<string, unknown>): Record<string, unknown> {
  const columns = pgTables[table] as unknown as Record<string, { getSQLType(): string; dataType: string }>;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => {
      const isMoment = columns[key]?.dataType === 'custom' && columns[key]?.getSQLType() === 'bigint';
      return [key, isMoment && typeof value === 'string' ? new Date(value) : value];
    }),
  );
}
