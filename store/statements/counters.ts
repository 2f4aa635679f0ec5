import { eq, sql } from 'drizzle-orm';
import { compiled } from './compiled.js';
import type { Db } from './db.js';

/** Reserves the next `count` human numbers of a table ('deals', 'leads', …) and returns the first. */
export async function nextNumber(tx: Db, name: string, count = 1): Promise<number> {
  return (await raiseCounter(tx, name, count)) - count + 1;
}

/** Adds `count` to a counter and returns its new value. */
export async function raiseCounter(tx: Db, name: string, count: number): Promise<number> {
  const [row] = await raise(tx, { name, count });
  return row?.value ?? count;
}

/** Reads a counter; 0 if it was never raised. */
export async function counterOf(db: Db, name: string): Promise<number> {
  const { counters } = db.t;
  const [row] = await db.q.select({ value: counters.value }).from(counters).where(eq(counters.name, name));
  return row?.value ?? 0;
}

const raise = compiled<{ name: string; count: number }>()(({ q, t: { counters } }, param) =>
  q
    .insert(counters)
    .values({ name: sql`${param.name}`, value: sql`${param.count}` })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + excluded.value` } })
    .returning({ value: counters.value }),
);
