import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../statements/db.js';
import { inPages } from '../statements/pages.js';

/** Who owns an open deal or a live lead of a customer. */
export interface OwnedUnder {
  customerId: string;
  ownerId: string | null;
  teamId: string | null;
}

/** Lists the owners of the customers' open deals and of their leads that are open or in the pool. */
export async function liveOwnersUnder(db: Db, customerIds: readonly string[]): Promise<OwnedUnder[]> {
  const { deals, leads } = db.t;
  const shown = (table: typeof deals | typeof leads) => ({
    customerId: table.customerId,
    ownerId: table.ownerId,
    teamId: table.teamId,
  });
  return await inPages(customerIds, async (asked) => [
    ...(await db.q
      .select(shown(deals))
      .from(deals)
      .where(and(inArray(deals.customerId, asked), eq(deals.status, 'open')))),
    ...(await db.q
      .select(shown(leads))
      .from(leads)
      .where(and(inArray(leads.customerId, asked), inArray(leads.status, ['open', 'pool'])))),
  ]);
}

/** Lists those of the customers that are shared with the person. */
export async function sharedAmong(
  db: Db,
  personId: string,
  customerIds: readonly string[],
): Promise<Set<string>> {
  const { collaborators } = db.t;
  const rows = await inPages(
    customerIds,
    async (asked) =>
      await db.q
        .select({ customerId: collaborators.customerId })
        .from(collaborators)
        .where(and(eq(collaborators.personId, personId), inArray(collaborators.customerId, asked))),
  );
  return new Set(rows.map(({ customerId }) => customerId));
}
