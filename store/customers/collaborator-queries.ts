import { and, asc, eq } from 'drizzle-orm';
import type { Collaborator } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** Whether a customer is shared with a person. */
export async function isCollaborator(db: Db, customerId: string, personId: string): Promise<boolean> {
  return (await pair(db, { customerId, personId })).length > 0;
}

const pair = compiled<{ customerId: string; personId: string }>()(({ q, t: { collaborators } }, param) =>
  q
    .select({ personId: collaborators.personId })
    .from(collaborators)
    .where(and(eq(collaborators.customerId, param.customerId), eq(collaborators.personId, param.personId))),
);

/** Lists the people a customer is shared with, in the order they were added. */
export async function collaboratorsOf(db: Db, customerId: string): Promise<Collaborator[]> {
  return await ofCustomer(db, { customerId });
}

const ofCustomer = compiled<{ customerId: string }>()(({ q, t: { collaborators } }, param) =>
  q
    .select()
    .from(collaborators)
    .where(eq(collaborators.customerId, param.customerId))
    .orderBy(asc(collaborators.createdAt)),
);
