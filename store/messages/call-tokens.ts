import { eq, sql } from 'drizzle-orm';
import type { Call } from '../../kernel/card/card.js';
import type { CallToken } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';

/** Keeps calls under their tokens; one that is kept already lives on from now. */
export async function keepCalls(tx: Db, calls: readonly CallToken[]): Promise<void> {
  if (calls.length === 0) return;
  const { callTokens } = tx.t;
  await tx.q
    .insert(callTokens)
    .values([...calls])
    .onConflictDoUpdate({ target: callTokens.token, set: { at: sql`excluded.at` } });
}

/** The call kept under a token, or undefined if there is none any more. */
export async function callOfToken(db: Db, token: string): Promise<Call | undefined> {
  const { callTokens } = db.t;
  const [row] = await db.q
    .select({ call: callTokens.call })
    .from(callTokens)
    .where(eq(callTokens.token, token));
  return row?.call;
}
