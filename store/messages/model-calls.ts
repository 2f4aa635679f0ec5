import { desc, eq } from 'drizzle-orm';
import type { ModelCall } from '../schema/row-types.js';
import { nextNumber } from '../statements/counters.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { updateRow } from '../statements/rows.js';

type Sent = Pick<
  ModelCall,
  'actId' | 'personId' | 'purpose' | 'record' | 'host' | 'model' | 'messages' | 'at'
>;

/** Records a model call before it is sent, or returns undefined if its act has made one already. */
export async function noteModelCall(tx: Db, given: Sent): Promise<ModelCall | undefined> {
  if (await modelCallOfAct(tx, given.actId)) return undefined;
  const [row] = await tx.q
    .insert(tx.t.modelCalls)
    .values({ ...given, id: newId(), no: await nextNumber(tx, 'model_calls'), outcome: 'sent' })
    .onConflictDoNothing()
    .returning();
  return row;
}

/** Records the outcome of a model call. */
export async function endModelCall(
  tx: Db,
  id: string,
  outcome: Pick<ModelCall, 'outcome' | 'ms'> & Partial<ModelCall>,
): Promise<void> {
  await updateRow(tx, tx.t.modelCalls, { id }, outcome);
}

/** Finds the model call of an act, or undefined. */
export async function modelCallOfAct(db: Db, actId: string): Promise<ModelCall | undefined> {
  const [row] = await db.q.select().from(db.t.modelCalls).where(eq(db.t.modelCalls.actId, actId));
  return row;
}

/** Finds a model call by its number, or undefined. */
export async function modelCallByNo(db: Db, no: number): Promise<ModelCall | undefined> {
  const [row] = await db.q.select().from(db.t.modelCalls).where(eq(db.t.modelCalls.no, no));
  return row;
}

/** Lists the latest model calls of one person or all, newest first. */
export async function lastModelCalls(
  db: Db,
  { personId, limit }: { personId?: string; limit: number },
): Promise<ModelCall[]> {
  const { modelCalls } = db.t;
  return await db.q
    .select()
    .from(modelCalls)
    .where(personId ? eq(modelCalls.personId, personId) : undefined)
    .orderBy(desc(modelCalls.at), desc(modelCalls.no))
    .limit(atMost(limit));
}
