import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';

/** Records an onboarding step once; returns its id, or undefined if it was recorded before. */
export async function recordFirstStep(
  tx: Db,
  personId: string,
  step: string,
  at: Date,
): Promise<string | undefined> {
  const { firstSteps } = tx.t;
  const [row] = await tx.q
    .insert(firstSteps)
    .values({ id: newId(), personId, step, at })
    .onConflictDoNothing({ target: [firstSteps.personId, firstSteps.step] })
    .returning({ id: firstSteps.id });
  return row?.id;
}
