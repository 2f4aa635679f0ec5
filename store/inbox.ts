import { and, eq } from 'drizzle-orm';
import type { Db } from './db.js';

/** The answer an event was given; undefined for an event not seen yet. */
export async function findAnswer(db: Db, platform: string, eventId: string): Promise<unknown> {
  const { inbox } = db.t;
  const [row] = await db.q
    .select({ answer: inbox.answer })
    .from(inbox)
    .where(and(eq(inbox.platform, platform), eq(inbox.eventId, eventId)));
  return row?.answer;
}

/** Keeps an event's answer, in the transaction of its effect; false if the event was answered before. */
export async function storeAnswer(
  tx: Db,
  platform: string,
  eventId: string,
  answer: unknown,
  at: Date,
): Promise<boolean> {
  const { inbox } = tx.t;
  const rows = await tx.q
    .insert(inbox)
    .values({ platform, eventId, answer, at })
    .onConflictDoNothing()
    .returning({ eventId: inbox.eventId });
  return rows.length > 0;
}
