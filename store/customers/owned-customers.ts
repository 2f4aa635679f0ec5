import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Customer } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Most customers of one list. */
const most = 5000;

/** Lists the customers of a person, of teams, or of everybody who owns one; merged ones are left out. */
export async function ownedCustomers(
  db: Db,
  { ownerId, teams }: { ownerId?: string | undefined; teams?: readonly string[] | undefined },
): Promise<Customer[]> {
  const { customers } = db.t;
  return await db.q
    .select()
    .from(customers)
    .where(
      and(
        isNull(customers.mergedInto),
        ownerId === undefined ? isNotNull(customers.ownerId) : eq(customers.ownerId, ownerId),
        teams && inArray(customers.teamId, [...teams]),
      ),
    )
    .orderBy(asc(customers.no))
    .limit(atMost(most));
}
