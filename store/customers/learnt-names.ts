import { and, asc, eq, inArray, type Placeholder } from 'drizzle-orm';
import type { Customer, LearntName } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { inKeyBatches } from '../statements/pages.js';
import { customerById } from './customer-queries.js';

/** Lists the names a team has learnt under any of the folded keys. */
export async function learntUnder(db: Db, teamId: string, keys: string[]): Promise<LearntName[]> {
  return await inKeyBatches(keys, (asked) =>
    run(db, 'learntUnder', { teamId, asked }, ({ q, t: { learntNames } }, param) =>
      q
        .select()
        .from(learntNames)
        .where(
          and(
            eq(learntNames.teamId, param.teamId),
            inArray(learntNames.key, param.asked as unknown as Placeholder[]),
          ),
        )
        .limit(atMost(200)),
    ),
  );
}

/** Lists the names a team has learnt, oldest first. */
export async function learntOf(db: Db, teamId: string, limit: number): Promise<LearntName[]> {
  const { learntNames } = db.t;
  return await db.q
    .select()
    .from(learntNames)
    .where(eq(learntNames.teamId, teamId))
    .orderBy(asc(learntNames.createdAt), asc(learntNames.id))
    .limit(atMost(limit));
}

/** Finds the customer that a learnt name stands for, or undefined; follows merges. */
export async function learntCustomer(db: Db, { customerId }: LearntName): Promise<Customer | undefined> {
  let customer = await customerById(db, customerId);
  while (customer?.mergedInto) customer = await customerById(db, customer.mergedInto);
  return customer;
}
