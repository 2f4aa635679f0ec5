import { and, inArray, lt, ne } from 'drizzle-orm';
import type { Db } from './db.js';

/** Rows removed at a time, so that a clean-up never holds the database for long. */
const batch = 500;

/** Removes one batch of what is older than a moment and no longer needed; answers how many rows went. */
export async function cleanUp(
  tx: Db,
  before: { answers: Date; posts: Date; cards: Date; drafts: Date },
): Promise<number> {
  const { inbox, outbox, postedCards, drafts } = tx.t;
  const answers = await tx.q
    .select({ id: inbox.eventId })
    .from(inbox)
    .where(lt(inbox.at, before.answers))
    .limit(batch);
  if (answers.length > 0) {
    const ids = answers.map((row) => row.id);
    await tx.q.delete(inbox).where(and(inArray(inbox.eventId, ids), lt(inbox.at, before.answers)));
  }
  const posts = await tx.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(ne(outbox.status, 'waiting'), lt(outbox.createdAt, before.posts)))
    .limit(batch);
  if (posts.length > 0) {
    await tx.q.delete(outbox).where(
      inArray(
        outbox.id,
        posts.map((row) => row.id),
      ),
    );
  }
  const cards = await tx.q
    .select({ id: postedCards.messageId })
    .from(postedCards)
    .where(lt(postedCards.at, before.cards))
    .limit(batch);
  if (cards.length > 0) {
    const ids = cards.map((row) => row.id);
    await tx.q
      .delete(postedCards)
      .where(and(inArray(postedCards.messageId, ids), lt(postedCards.at, before.cards)));
  }
  const old = await tx.q.delete(drafts).where(lt(drafts.at, before.drafts)).returning({ at: drafts.at });
  return answers.length + posts.length + cards.length + old.length;
}
