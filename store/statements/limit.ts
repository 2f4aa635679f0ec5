import { sql } from 'drizzle-orm';

/**
 * A limit written into the statement's text. As a bound value it would make SQLite plan the statement again
 * at every run (since 3.48 the planner looks at it), which takes longer than running it.
 */
export const atMost = (rows: number): number => sql.raw(String(Math.trunc(rows))) as unknown as number;
