import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Tables } from '../schema/pg-tables.js';
import type { InboxRow } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Finds the stored answer to a platform event, or undefined if it was not carried out yet. */
export async function findAnswer(db: Db, platform: string, eventId: string): Promise<unknown> {
  return (await find(db, { platform, eventId }))[0]?.answer ?? undefined;
}

const find = compiled<{ platform: string; eventId: string }>()(({ q, t: { inbox } }, param) =>
  q
    .select({ answer: inbox.answer })
    .from(inbox)
    .where(and(eq(inbox.platform, param.platform), eq(inbox.eventId, param.eventId))),
);

type Answered = Pick<Tables['inbox']['$inferSelect'], 'platform' | 'eventId' | 'answer' | 'at'>;

const insertAnswer = compiled<Answered>()(({ q, t: { inbox } }, param) =>
  q
    .insert(inbox)
    .values({
      platform: sql`${param.platform}`,
      eventId: sql`${param.eventId}`,
      answer: sql`${sql.param(param.answer, inbox.answer)}`,
      at: sql`${param.at}`,
    })
    .onConflictDoUpdate({
      target: [inbox.platform, inbox.eventId],
      set: { answer: sql`excluded.answer` },
      setWhere: isNull(inbox.answer),
    })
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

/** An act as it is stored before its platform is told that it arrived. */
export type ReceivedAct = Pick<InboxRow, 'platform' | 'eventId' | 'incoming' | 'at'> & {
  turn: string;
  holder: string;
  notBefore: Date;
};

/**
 * Stores acts that arrived; returns which are new, as 'platform event'. An act of the same turn is this one, stored by an
 * attempt whose end the database did not tell.
 */
export async function storeReceived(tx: Db, acts: readonly ReceivedAct[]): Promise<Set<string>> {
  const { inbox } = tx.t;
  const rows = acts.map((act) => ({ ...act, answer: null, state: 'received' as const }));
  const stored = await tx.q
    .insert(inbox)
    .values(rows)
    .onConflictDoUpdate({
      target: [inbox.platform, inbox.eventId],
      set: { turn: sql`excluded.turn` },
      setWhere: sql`${inbox.turn} = excluded.turn`,
    })
    .returning({ platform: inbox.platform, eventId: inbox.eventId });
  return new Set(stored.map(({ platform, eventId }) => `${platform} ${eventId}`));
}

/** Marks acts as done: carried out, and their answers shown or queued. */
export async function markDone(tx: Db, platform: string, eventIds: readonly string[]): Promise<void> {
  const { inbox } = tx.t;
  await tx.q
    .update(inbox)
    .set({ state: 'done', incoming: null, turn: null, holder: null, notBefore: null })
    .where(and(eq(inbox.platform, platform), inArray(inbox.eventId, [...eventIds]), isNotNull(inbox.turn)));
}

/** Lists a platform's received acts that came after the one with the turn `after`, in the order they came. */
export async function openActs(db: Db, platform: string, after: string, limit: number): Promise<InboxRow[]> {
  const { inbox } = db.t;
  return await db.q
    .select()
    .from(inbox)
    .where(and(isNotNull(inbox.turn), gt(inbox.turn, after), eq(inbox.platform, platform)))
    .orderBy(asc(inbox.turn))
    .limit(atMost(limit));
}

/** What came with an open act, or undefined if it is done. */
export async function incomingOf(
  db: Db,
  act: Pick<InboxRow, 'platform' | 'eventId'>,
): Promise<unknown | undefined> {
  const { inbox } = db.t;
  const [row] = await db.q
    .select({ incoming: inbox.incoming })
    .from(inbox)
    .where(and(sameAct(db, act), isNotNull(inbox.turn)));
  return row?.incoming;
}

/** Takes up an open act until `until`; false if another process was faster. */
export async function takeAct(
  tx: Db,
  act: Pick<InboxRow, 'platform' | 'eventId' | 'attempts'>,
  by: { holder: string; until: Date },
): Promise<boolean> {
  const { inbox } = tx.t;
  const rows = await tx.q
    .update(inbox)
    .set({ holder: by.holder, notBefore: by.until, attempts: act.attempts + 1 })
    .where(and(sameAct(tx, act), isNotNull(inbox.turn), eq(inbox.attempts, act.attempts)))
    .returning({ eventId: inbox.eventId });
  return rows.length > 0;
}

/** Lets an open act wait until `until`; nobody has it meanwhile. */
export async function putOffAct(
  tx: Db,
  act: Pick<InboxRow, 'platform' | 'eventId'>,
  until: Date,
): Promise<void> {
  const { inbox } = tx.t;
  await tx.q
    .update(inbox)
    .set({ holder: null, notBefore: until })
    .where(and(sameAct(tx, act), isNotNull(inbox.turn)));
}

const sameAct = ({ t: { inbox } }: Db, { platform, eventId }: Pick<InboxRow, 'platform' | 'eventId'>) =>
  and(eq(inbox.platform, platform), eq(inbox.eventId, eventId));
