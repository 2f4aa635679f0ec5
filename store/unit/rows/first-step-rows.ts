import type { Tables } from '../../schema/pg-tables.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
/** Records an onboarding step once, or returns undefined if it was recorded before. */
export async function recordFirstStep(
  tx: Db,
  { personId, step }: Pick<Tables['firstSteps']['$inferSelect'], 'personId' | 'step'>,
  at: Date,
): Promise<Tables['firstSteps']['$inferSelect'] | undefined> {
  const { firstSteps } = tx.t;
  const [row] = await tx.q
    .insert(firstSteps)
    .values({ id: newId(), personId, step, at })
    .onConflictDoNothing({ target: [firstSteps.personId, firstSteps.step] })
    .returning();
  return row;
}
