import { and, eq } from 'drizzle-orm';
import type { Collaborator } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
/** Shares a customer with a person, or returns undefined if it is shared already. */
export async function addCollaborator(
  tx: Db,
  given: Omit<Collaborator, 'createdAt'>,
  now: Date,
): Promise<Collaborator | undefined> {
  const shared = { ...given, createdAt: now };
  const [row] = await tx.q.insert(tx.t.collaborators).values(shared).onConflictDoNothing().returning();
  return row;
}

/** Stops sharing a customer with a person. */
export async function removeCollaborator(tx: Db, customerId: string, personId: string): Promise<void> {
  const { collaborators } = tx.t;
  await tx.q
    .delete(collaborators)
    .where(and(eq(collaborators.customerId, customerId), eq(collaborators.personId, personId)));
}
