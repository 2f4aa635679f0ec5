import { costOf, ModelFault, type ModelSetting, type Tokens } from '../../kernel/model/model-port.js';
import { raiseUsage, usageOf } from '../../store/running/usage-counters.js';
import type { Db } from '../../store/statements/db.js';
import { longestAnswer, type Message } from './model-client.js';

/** Tokens of a message besides its words. */
const frame = 16;

/** Upper bound of a call's tokens: no token is shorter than a byte. */
export const maxTokensOf = (messages: readonly Message[]): Tokens => ({
  in: messages.reduce((sum, { content }) => sum + Buffer.byteLength(content) + frame, 0),
  out: longestAnswer,
});

/** Tokens used in a month ('2026-11'), including those reserved for calls under way. */
export const usedIn = async (db: Db, month: string): Promise<Tokens> => ({
  in: await usageOf(db, 'model', 'in', month),
  out: await usageOf(db, 'model', 'out', month),
});

/**
 * Reserves tokens before a call, so that concurrent calls cannot exceed the limit together. Throws
 * ModelFault.
 */
export async function reserveTokens(
  tx: Db,
  limits: ModelSetting,
  month: string,
  most: Tokens,
): Promise<void> {
  const used = await usedIn(tx, month);
  const after = { in: used.in + most.in, out: used.out + most.out };
  const isOver =
    after.in + after.out > limits.monthlyTokens ||
    (limits.monthlyCost !== null && costOf(limits, after) > limits.monthlyCost);
  if (isOver) throw new ModelFault('limit');
  await count(tx, month, most);
}

/** Replaces reserved tokens by the number used. */
export async function settleCost(tx: Db, month: string, most: Tokens, used: Tokens): Promise<void> {
  await count(tx, month, { in: used.in - most.in, out: used.out - most.out });
}

async function count(tx: Db, month: string, tokens: Tokens): Promise<void> {
  await raiseUsage(tx, 'model', 'in', month, tokens.in);
  await raiseUsage(tx, 'model', 'out', month, tokens.out);
}
