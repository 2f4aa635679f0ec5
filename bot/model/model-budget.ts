import { costOf, ModelFault, type ModelSetting, type Tokens } from '../../kernel/model/model-port.js';
import { raiseUsage, usageOf } from '../../store/running/usage-counters.js';
import type { Db } from '../../store/statements/db.js';
import { longestAnswer, type Message } from './model-client.js';

/** What a message costs beside its words. */
const frame = 16;

/** The most that a call can come to: no token is shorter than a byte. */
export const mostOf = (messages: readonly Message[]): Tokens => ({
  in: messages.reduce((sum, { content }) => sum + Buffer.byteLength(content) + frame, 0),
  out: longestAnswer,
});

/** What was used in a month ('2026-11'), what is set aside for calls under way included. */
export const usedIn = async (db: Db, month: string): Promise<Tokens> => ({
  in: await usageOf(db, 'model', 'in', month),
  out: await usageOf(db, 'model', 'out', month),
});

/** Sets tokens aside before a call, so that calls at once cannot pass the limit together. Throws ModelFault. */
export async function setAside(tx: Db, limits: ModelSetting, month: string, most: Tokens): Promise<void> {
  const used = await usedIn(tx, month);
  const after = { in: used.in + most.in, out: used.out + most.out };
  const isOver =
    after.in + after.out > limits.monthlyTokens ||
    (limits.monthlyCost !== null && costOf(limits, after) > limits.monthlyCost);
  if (isOver) throw new ModelFault('limit');
  await count(tx, month, most);
}

/** Puts what was really used in the place of what was set aside. */
export async function settleCost(tx: Db, month: string, most: Tokens, used: Tokens): Promise<void> {
  await count(tx, month, { in: used.in - most.in, out: used.out - most.out });
}

async function count(tx: Db, month: string, tokens: Tokens): Promise<void> {
  await raiseUsage(tx, 'model', 'in', month, tokens.in);
  await raiseUsage(tx, 'model', 'out', month, tokens.out);
}
