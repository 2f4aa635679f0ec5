import { and, asc, eq, inArray, type Placeholder } from 'drizzle-orm';
import { foldName } from '../../kernel/words/folding.js';
import type { Customer, LearntName } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { insertRow } from '../statements/rows.js';
import { customerById } from './customer-queries.js';

/** Stores a name that a team uses for a customer. */
export async function createLearntName(
  tx: Db,
  given: Omit<LearntName, 'id' | 'key' | 'createdAt'>,
  now: Date,
): Promise<LearntName> {
  const learnt: LearntName = { ...given, id: newId(), key: foldName(given.words), createdAt: now };
  await insertRow(tx, tx.t.learntNames, learnt);
  return learnt;
}

/** Keys per query; shorter lists are padded, so that one prepared statement serves every sentence. */
const batch = 96;

/** Lists the names a team has learnt under any of the folded keys. */
export async function learntUnder(db: Db, teamId: string, keys: string[]): Promise<LearntName[]> {
  const found: LearntName[] = [];
  for (let from = 0; from < keys.length; from += batch) {
    const asked = keys.slice(from, from + batch);
    for (let n = asked.length; n < batch; n++) asked.push(`-${n}`);
    found.push(
      ...(await run(
        db,
        'learntUnder',
        { teamId, asked: new Set(asked) },
        ({ q, t: { learntNames } }, param) =>
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
      )),
    );
  }
  return found;
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

/** Finds a learnt name by id, or undefined. */
export async function learntById(db: Db, id: string): Promise<LearntName | undefined> {
  const [row] = await db.q.select().from(db.t.learntNames).where(eq(db.t.learntNames.id, id));
  return row;
}

export async function removeLearntName(tx: Db, id: string): Promise<void> {
  await tx.q.delete(tx.t.learntNames).where(eq(tx.t.learntNames.id, id));
}

/** Finds the customer that a learnt name stands for, or undefined; follows merges. */
export async function learntCustomer(db: Db, { customerId }: LearntName): Promise<Customer | undefined> {
  let customer = await customerById(db, customerId);
  while (customer?.mergedInto) customer = await customerById(db, customer.mergedInto);
  return customer;
}
