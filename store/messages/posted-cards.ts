import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm';
import type { PostedCard, ViewRow } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow, insertRow, updateRow } from '../statements/rows.js';

/** Names a message. */
export type MessageKey = Pick<PostedCard, 'platform' | 'placeExternalId' | 'messageId'>;

/** What a message shows; what is absent is not known of it. */
export type NewPostedCard = MessageKey & Pick<PostedCard, 'cardKey' | 'at'> & Partial<PostedCard>;

/** A record on a card, and what the card's readers might see of it. */
export type NewViewRow = Pick<ViewRow, 'record' | 'rights'>;

/** Stores which card a message shows; a message that shows another card is that card from then on. */
export async function recordPostedCard(
  tx: Db,
  card: NewPostedCard,
  rows: readonly NewViewRow[] = [],
): Promise<void> {
  const { platform, placeExternalId, messageId, at } = card;
  const key = { platform, placeExternalId, messageId };
  await forgetPostedCard(tx, key);
  await insertRow(tx, tx.t.postedCards, card);
  for (const [place, row] of rows.entries())
    await insertRow(tx, tx.t.viewRows, { ...key, place, ...row, at });
}

/** Finds what a message shows, or undefined if that is not known. */
export async function findPostedCard(db: Db, key: MessageKey): Promise<PostedCard | undefined> {
  const { platform, placeExternalId, messageId } = key;
  return await findRow(db, db.t.postedCards, { platform, placeExternalId, messageId });
}

/** Lists the records that a message shows, in their order. */
export async function rowsOfPostedCard(db: Db, key: MessageKey): Promise<ViewRow[]> {
  return await rows(db, key);
}

const rows = compiled<MessageKey>()(({ q, t: { viewRows } }, param) =>
  q
    .select()
    .from(viewRows)
    .where(
      and(
        eq(viewRows.platform, param.platform),
        eq(viewRows.placeExternalId, param.placeExternalId),
        eq(viewRows.messageId, param.messageId),
      ),
    )
    .orderBy(asc(viewRows.place)),
);

/** Notes what a message shows after it was redrawn. */
export async function noteRedrawn(
  tx: Db,
  { platform, placeExternalId, messageId }: MessageKey,
  patch: Pick<PostedCard, 'sentHash' | 'redrawnAt'>,
): Promise<void> {
  await updateRow(tx, tx.t.postedCards, { platform, placeExternalId, messageId }, patch);
}

/** Stores anew what is kept of a message's card. */
export async function noteKeptCard(
  tx: Db,
  { platform, placeExternalId, messageId }: MessageKey,
  card: unknown,
): Promise<void> {
  await updateRow(tx, tx.t.postedCards, { platform, placeExternalId, messageId }, { card });
}

/** Lists messages that show a card, newest first. */
export async function messagesOfCard(db: Db, cardKey: string, limit: number): Promise<PostedCard[]> {
  const { postedCards: posted } = db.t;
  return await db.q
    .select()
    .from(posted)
    .where(eq(posted.cardKey, cardKey))
    .orderBy(desc(posted.at))
    .limit(atMost(limit));
}

/** Lists messages that show one of the records, newest first; each message once. */
export async function messagesWithRecords(
  db: Db,
  records: readonly string[],
  limit: number,
): Promise<PostedCard[]> {
  if (records.length === 0) return [];
  const { postedCards: posted, viewRows } = db.t;
  const found = await db.q
    .select({ posted })
    .from(viewRows)
    .innerJoin(
      posted,
      and(
        eq(posted.platform, viewRows.platform),
        eq(posted.placeExternalId, viewRows.placeExternalId),
        eq(posted.messageId, viewRows.messageId),
      ),
    )
    .where(inArray(viewRows.record, [...records]))
    .orderBy(desc(viewRows.at))
    .limit(atMost(limit));
  const each = new Map(found.map((row) => [JSON.stringify(messageKey(row.posted)), row.posted]));
  return [...each.values()];
}

/** Lists the newest messages of a place. */
export async function messagesAt(
  db: Db,
  place: Pick<PostedCard, 'platform' | 'placeExternalId'>,
  limit: number,
): Promise<PostedCard[]> {
  const { postedCards: posted } = db.t;
  return await db.q
    .select()
    .from(posted)
    .where(and(eq(posted.platform, place.platform), eq(posted.placeExternalId, place.placeExternalId)))
    .orderBy(desc(posted.at))
    .limit(atMost(limit));
}

/** Finds the newest message of a place that was shown since a moment, or undefined. */
export async function newestMessageAt(
  db: Db,
  { platform, placeExternalId }: Pick<PostedCard, 'platform' | 'placeExternalId'>,
  since: Date,
): Promise<PostedCard | undefined> {
  const { postedCards: posted } = db.t;
  const here = and(eq(posted.platform, platform), eq(posted.placeExternalId, placeExternalId));
  const [newest] = await db.q
    .select()
    .from(posted)
    .where(and(here, gte(posted.at, since)))
    .orderBy(desc(posted.at))
    .limit(1);
  return newest;
}

/** Lists the newest messages of all places. */
export async function newestMessages(db: Db, limit: number): Promise<PostedCard[]> {
  const { postedCards: posted } = db.t;
  return await db.q.select().from(posted).orderBy(desc(posted.at)).limit(atMost(limit));
}

const messageKey = ({ platform, placeExternalId, messageId }: MessageKey): string[] => [
  platform,
  placeExternalId,
  messageId,
];

/** Forgets a message that is gone or can no longer be edited. */
export async function forgetPostedCard(tx: Db, key: MessageKey): Promise<void> {
  const { platform, placeExternalId, messageId } = key;
  await forget(tx, { platform, placeExternalId, messageId });
  await forgetRows(tx, { platform, placeExternalId, messageId });
}

const forget = compiled<MessageKey>()(({ q, t: { postedCards: posted } }, param) =>
  q
    .delete(posted)
    .where(
      and(
        eq(posted.platform, param.platform),
        eq(posted.placeExternalId, param.placeExternalId),
        eq(posted.messageId, param.messageId),
      ),
    ),
);

const forgetRows = compiled<MessageKey>()(({ q, t: { viewRows } }, param) =>
  q
    .delete(viewRows)
    .where(
      and(
        eq(viewRows.platform, param.platform),
        eq(viewRows.placeExternalId, param.placeExternalId),
        eq(viewRows.messageId, param.messageId),
      ),
    ),
);
