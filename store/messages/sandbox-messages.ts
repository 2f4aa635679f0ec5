import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';

/** A message on the sandbox page; `message` is what the page holds. */
export interface SandboxMessage {
  id: string;
  placeExternalId: string;
  message: unknown;
}

/** Stores a message, or what has become of it; it keeps its turn. */
export async function saveSandboxMessage(tx: Db, message: SandboxMessage): Promise<void> {
  const { sandboxMessages } = tx.t;
  await tx.q
    .insert(sandboxMessages)
    .values({ ...message, turn: newId() })
    .onConflictDoUpdate({ target: sandboxMessages.id, set: { message: message.message } });
}

/** Lists the messages of all places as they came. */
export async function listSandboxMessages(db: Db): Promise<SandboxMessage[]> {
  const { sandboxMessages } = db.t;
  const { id, placeExternalId, message } = sandboxMessages;
  return await db.q
    .select({ id, placeExternalId, message })
    .from(sandboxMessages)
    .orderBy(asc(sandboxMessages.turn));
}

/** Removes all but the newest `kept` messages of a place. */
export async function trimSandboxMessages(tx: Db, placeExternalId: string, kept: number): Promise<void> {
  const { sandboxMessages } = tx.t;
  const isThere = eq(sandboxMessages.placeExternalId, placeExternalId);
  const [oldest] = await tx.q
    .select({ turn: sandboxMessages.turn })
    .from(sandboxMessages)
    .where(isThere)
    .orderBy(desc(sandboxMessages.turn))
    .limit(1)
    .offset(kept - 1);
  if (oldest) await tx.q.delete(sandboxMessages).where(and(isThere, lt(sandboxMessages.turn, oldest.turn)));
}
