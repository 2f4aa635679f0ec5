import { and, type Column, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../statements/db.js';

/**
 * Finds products, regions and industries of stored records that occur in `words` (two characters or more,
 * case ignored), sorted.
 */
export async function filedWordsIn(
  db: Db,
  words: string,
): Promise<{ product: string[]; region: string[]; industry: string[] }> {
  const { deals, customers } = db.t;
  const said = words.toLowerCase();
  const within = (column: Column) =>
    and(isNotNull(column), sql`${said} like '%' || lower(${column}) || '%'`, sql`length(${column}) > 1`);
  const products = await db.q
    .selectDistinct({ value: deals.product })
    .from(deals)
    .where(within(deals.product));
  const regions = await db.q
    .selectDistinct({ value: customers.region })
    .from(customers)
    .where(within(customers.region));
  const industries = await db.q
    .selectDistinct({ value: customers.industry })
    .from(customers)
    .where(within(customers.industry));
  const texts = (rows: { value: string | null }[]) =>
    rows.flatMap(({ value }) => (value ? [value] : [])).sort();
  return { product: texts(products), region: texts(regions), industry: texts(industries) };
}
