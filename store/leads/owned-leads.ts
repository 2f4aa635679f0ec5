import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Lead } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Most leads of one list. */
const most = 2000;

/** An open lead with the name of its customer. */
export type ListedLead = Lead & { customer: string };

/** Lists the open leads of a person, of teams, or of everybody who owns one, the newest first. */
export async function ownedLeads(
  db: Db,
  { ownerId, teams }: { ownerId?: string | undefined; teams?: readonly string[] | undefined },
): Promise<ListedLead[]> {
  const { leads, customers } = db.t;
  const rows = await db.q
    .select({ lead: leads, customer: customers.name })
    .from(leads)
    .innerJoin(customers, eq(customers.id, leads.customerId))
    .where(
      and(
        eq(leads.status, 'open'),
        ownerId === undefined ? isNotNull(leads.ownerId) : eq(leads.ownerId, ownerId),
        teams && inArray(leads.teamId, [...teams]),
      ),
    )
    .orderBy(desc(leads.createdAt), desc(leads.no))
    .limit(atMost(most));
  return rows.map(({ lead, customer }) => ({ ...lead, customer }));
}
