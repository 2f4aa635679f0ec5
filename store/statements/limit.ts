import { sql } from 'drizzle-orm';

/**
 * A limit that is part of the statement's text. Bound as a value it would make SQLite plan the statement anew at
 * every run (since 3.48 the planner looks at it), which takes longer than to run it.
 */
export const atMost = (rows: number): number => sql.raw(String(Math.trunc(rows))) as unknown as number;
