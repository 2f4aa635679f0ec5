import { and, desc, eq } from 'drizzle-orm';
import type { Db } from './db.js';
import type { Tables } from './tables.pg.js';

export type PostedCard = Tables['postedCards']['$inferSelect'];

/** Remembers which card a message shows; a message redrawn shows the later one. */
export async function recordPostedCard(tx: Db, card: PostedCard): Promise<void> {
  const { postedCards: posted } = tx.t;
  await tx.q
    .insert(posted)
    .values(card)
    .onConflictDoUpdate({
      target: [posted.platform, posted.placeExternalId, posted.messageId],
      set: { cardKey: card.cardKey, at: card.at },
    });
}

/** The number of the record a message shows ('D-12'); undefined for reports, questions and old messages. */
export async function subjectOfMessage(
  db: Db,
  platform: string,
  placeExternalId: string,
  messageId: string,
): Promise<string | undefined> {
  const { postedCards: posted } = db.t;
  const [row] = await db.q
    .select({ key: posted.cardKey })
    .from(posted)
    .where(
      and(
        eq(posted.platform, platform),
        eq(posted.placeExternalId, placeExternalId),
        eq(posted.messageId, messageId),
      ),
    );
  return /^(?:deal|lead|customer|task):([DLCT]-\d+)$/.exec(row?.key ?? '')?.[1];
}

/** Messages that show a card, newest first. */
export async function messagesOfCard(db: Db, cardKey: string, limit: number): Promise<PostedCard[]> {
  const { postedCards: posted } = db.t;
  return await db.q
    .select()
    .from(posted)
    .where(eq(posted.cardKey, cardKey))
    .orderBy(desc(posted.at))
    .limit(limit);
}
