import { and, desc, eq, sql } from 'drizzle-orm';
import { isNumbered, isRecordNo } from '../../kernel/records/record-number.js';
import type { PostedCard } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Stores which card a message shows; a redrawn message shows the later card. */
export async function recordPostedCard(tx: Db, card: PostedCard): Promise<void> {
  await record(tx, card);
}

const record = compiled<PostedCard>()(({ q, t: { postedCards: posted } }, param) =>
  q
    .insert(posted)
    .values({
      platform: sql`${param.platform}`,
      placeExternalId: sql`${param.placeExternalId}`,
      messageId: sql`${param.messageId}`,
      cardKey: sql`${param.cardKey}`,
      at: sql`${param.at}`,
    })
    .onConflictDoUpdate({
      target: [posted.platform, posted.placeExternalId, posted.messageId],
      set: { cardKey: sql`excluded.card_key`, at: sql`excluded.at` },
    }),
);

/**
 * Finds the number of the record a message shows ('D-12'), or undefined for reports, questions and old
 * messages.
 */
export async function subjectOfMessage(
  db: Db,
  platform: string,
  placeExternalId: string,
  messageId: string,
): Promise<string | undefined> {
  const [row] = await shownBy(db, { platform, placeExternalId, messageId });
  const [type = '', number = ''] = row?.key.split(':') ?? [];
  return isNumbered(type) && isRecordNo(number) ? number : undefined;
}

const shownBy = compiled<Omit<PostedCard, 'cardKey' | 'at'>>()(({ q, t: { postedCards: posted } }, param) =>
  q
    .select({ key: posted.cardKey })
    .from(posted)
    .where(
      and(
        eq(posted.platform, param.platform),
        eq(posted.placeExternalId, param.placeExternalId),
        eq(posted.messageId, param.messageId),
      ),
    ),
);

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

/** Forgets a message that is gone or can no longer be edited. */
export async function forgetPostedCard(tx: Db, card: Omit<PostedCard, 'cardKey' | 'at'>): Promise<void> {
  const { postedCards: posted } = tx.t;
  await tx.q
    .delete(posted)
    .where(
      and(
        eq(posted.platform, card.platform),
        eq(posted.placeExternalId, card.placeExternalId),
        eq(posted.messageId, card.messageId),
      ),
    );
}
