import { eq } from 'drizzle-orm';
import { findTarget, type TargetKey, type TargetValue } from '../../reports/target-queries.js';
import type { Target } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow, updateRow } from '../../statements/rows.js';
/** Creates a target. */
export async function createTarget(tx: Db, given: TargetKey & TargetValue): Promise<Target> {
  const target: Target = { ...given, id: newId() };
  await insertRow(tx, tx.t.targets, target);
  return target;
}

/** Moves a person's targets to another, unless that one has a target of the same key. */
export async function moveTargets(tx: Db, fromId: string, intoId: string): Promise<void> {
  const { targets } = tx.t;
  const own = await tx.q.select().from(targets).where(eq(targets.ownerId, fromId));
  for (const target of own) {
    const taken = await findTarget(tx, { ...target, ownerId: intoId });
    if (!taken) await updateRow(tx, targets, { id: target.id }, { ownerId: intoId });
  }
}
