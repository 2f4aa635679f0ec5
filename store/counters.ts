import { sql } from 'drizzle-orm';
import { compiled } from './compiled.js';
import type { Db } from './db.js';

/** The next human number of a kind of record ('deals', 'leads', …); `count` of them at once for an import. */
export async function nextNumber(tx: Db, name: string, count = 1): Promise<number> {
  const [row] = await raise(tx, { name, count });
  return (row?.value ?? count) - count + 1;
}

const raise = compiled<{ name: string; count: number }>()(({ q, t: { counters } }, hole) =>
  q
    .insert(counters)
    .values({ name: sql`${hole.name}`, value: sql`${hole.count}` })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + excluded.value` } })
    .returning({ value: counters.value }),
);
