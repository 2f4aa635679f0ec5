import { and, eq, sql } from 'drizzle-orm';
import type { Tables } from '../schema/pg-tables.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** The answer an event was given; undefined for an event not seen yet. */
export async function findAnswer(db: Db, platform: string, eventId: string): Promise<unknown> {
  return (await find(db, { platform, eventId }))[0]?.answer;
}

const find = compiled<{ platform: string; eventId: string }>()(({ q, t: { inbox } }, hole) =>
  q
    .select({ answer: inbox.answer })
    .from(inbox)
    .where(and(eq(inbox.platform, hole.platform), eq(inbox.eventId, hole.eventId))),
);

const store = compiled<Tables['inbox']['$inferSelect']>()(({ q, t: { inbox } }, hole) =>
  q
    .insert(inbox)
    .values({
      platform: sql`${hole.platform}`,
      eventId: sql`${hole.eventId}`,
      answer: sql`${sql.param(hole.answer, inbox.answer)}`,
      at: sql`${hole.at}`,
    })
    .onConflictDoNothing()
    .returning({ eventId: inbox.eventId }),
);

/** Keeps an event's answer, in the transaction of its effect; false if the event was answered before. */
export async function storeAnswer(
  tx: Db,
  platform: string,
  eventId: string,
  answer: unknown,
  at: Date,
): Promise<boolean> {
  return (await store(tx, { platform, eventId, answer, at })).length > 0;
}
