import { eq, sql } from 'drizzle-orm';
import { compiled } from './compiled.js';
import type { Db } from './db.js';

/** The next human number of a kind of record ('deals', 'leads', …); `count` of them at once for an import. */
export async function nextNumber(tx: Db, name: string, count = 1): Promise<number> {
  return (await raiseCounter(tx, name, count)) - count + 1;
}

/** Adds to a counter, and answers what it stands at. */
export async function raiseCounter(tx: Db, name: string, count: number): Promise<number> {
  const [row] = await raise(tx, { name, count });
  return row?.value ?? count;
}

/** What a counter stands at. */
export async function counterOf(db: Db, name: string): Promise<number> {
  const { counters } = db.t;
  const [row] = await db.q.select({ value: counters.value }).from(counters).where(eq(counters.name, name));
  return row?.value ?? 0;
}

const raise = compiled<{ name: string; count: number }>()(({ q, t: { counters } }, hole) =>
  q
    .insert(counters)
    .values({ name: sql`${hole.name}`, value: sql`${hole.count}` })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + excluded.value` } })
    .returning({ value: counters.value }),
);
