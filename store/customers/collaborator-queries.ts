import { and, asc, eq } from 'drizzle-orm';
import type { Collaborator } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** Whether a customer is shared with a person. */
export async function isCollaborator(db: Db, customerId: string, personId: string): Promise<boolean> {
  return (await pair(db, { customerId, personId })).length > 0;
}

const pair = compiled<{ customerId: string; personId: string }>()(({ q, t: { collaborators } }, hole) =>
  q
    .select({ personId: collaborators.personId })
    .from(collaborators)
    .where(and(eq(collaborators.customerId, hole.customerId), eq(collaborators.personId, hole.personId))),
);

/** With whom a customer is shared, in the order it was. */
export async function collaboratorsOf(db: Db, customerId: string): Promise<Collaborator[]> {
  return await ofCustomer(db, { customerId });
}

const ofCustomer = compiled<{ customerId: string }>()(({ q, t: { collaborators } }, hole) =>
  q
    .select()
    .from(collaborators)
    .where(eq(collaborators.customerId, hole.customerId))
    .orderBy(asc(collaborators.createdAt)),
);

export async function addCollaborator(tx: Db, given: Collaborator): Promise<void> {
  await tx.q.insert(tx.t.collaborators).values(given).onConflictDoNothing();
}

export async function removeCollaborator(tx: Db, customerId: string, personId: string): Promise<void> {
  const { collaborators } = tx.t;
  await tx.q
    .delete(collaborators)
    .where(and(eq(collaborators.customerId, customerId), eq(collaborators.personId, personId)));
}
