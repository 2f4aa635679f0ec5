import { and, eq, sql } from 'drizzle-orm';
import type { Tables } from '../schema/pg-tables.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** Finds the stored answer to a platform event, or undefined if the event is new. */
export async function findAnswer(db: Db, platform: string, eventId: string): Promise<unknown> {
  return (await find(db, { platform, eventId }))[0]?.answer;
}

const find = compiled<{ platform: string; eventId: string }>()(({ q, t: { inbox } }, param) =>
  q
    .select({ answer: inbox.answer })
    .from(inbox)
    .where(and(eq(inbox.platform, param.platform), eq(inbox.eventId, param.eventId))),
);

const insertAnswer = compiled<Tables['inbox']['$inferSelect']>()(({ q, t: { inbox } }, param) =>
  q
    .insert(inbox)
    .values({
      platform: sql`${param.platform}`,
      eventId: sql`${param.eventId}`,
      answer: sql`${sql.param(param.answer, inbox.answer)}`,
      at: sql`${param.at}`,
    })
    .onConflictDoNothing()
    .returning({ eventId: inbox.eventId }),
);

/** Stores the answer to an event in the transaction of its effect; false if the event was answered before. */
export async function storeAnswer(
  tx: Db,
  platform: string,
  eventId: string,
  answer: unknown,
  at: Date,
): Promise<boolean> {
  return (await insertAnswer(tx, { platform, eventId, answer, at })).length > 0;
}
