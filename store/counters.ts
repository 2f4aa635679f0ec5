import { sql } from 'drizzle-orm';
import type { Db } from './db.js';

/** The next human number of a kind of record ('deals', 'leads', …); `count` of them at once for an import. */
export async function nextNumber(tx: Db, name: string, count = 1): Promise<number> {
  const { counters } = tx.t;
  const [row] = await tx.q
    .insert(counters)
    .values({ name, value: count })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${count}` } })
    .returning({ value: counters.value });
  return (row?.value ?? count) - count + 1;
}
