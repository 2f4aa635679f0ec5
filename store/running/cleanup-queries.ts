import { and, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Rows removed per table and call, so that a clean-up never holds the database for long. */
const batch = 500;

/** Removes one batch of rows older than the given moments; returns how many were removed. */
export async function cleanUp(
  tx: Db,
  before: {
    answers: Date;
    posts: Date;
    cards: Date;
    drafts: Date;
    sights: Date;
    told: Date;
    modelCalls: Date;
  },
): Promise<number> {
  const {
    inbox,
    outbox,
    postedCards,
    viewRows,
    callTokens,
    drafts,
    talks,
    sights,
    dealForecasts,
    modelCalls,
  } = tx.t;
  const answers = tx.q
    .select({ platform: inbox.platform, eventId: inbox.eventId })
    .from(inbox)
    .where(lt(inbox.at, before.answers))
    .limit(atMost(batch));
  const posts = tx.q
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.status, ['sent', 'dead']), lt(outbox.notBefore, before.posts)))
    .limit(atMost(batch));
  const cards = tx.q
    .select({
      platform: postedCards.platform,
      place: postedCards.placeExternalId,
      message: postedCards.messageId,
    })
    .from(postedCards)
    .where(lt(postedCards.at, before.cards))
    .limit(atMost(batch));
  const tokens = tx.q
    .select({ token: callTokens.token })
    .from(callTokens)
    .where(lt(callTokens.at, before.cards))
    .limit(atMost(batch));
  const removed = [
    await tx.q
      .delete(inbox)
      .where(sql`(${inbox.platform}, ${inbox.eventId}) in ${answers}`)
      .returning({ at: inbox.at }),
    await tx.q.delete(outbox).where(inArray(outbox.id, posts)).returning({ id: outbox.id }),
    await tx.q
      .delete(postedCards)
      .where(
        sql`(${postedCards.platform}, ${postedCards.placeExternalId}, ${postedCards.messageId}) in ${cards}`,
      )
      .returning({ at: postedCards.at }),
    await tx.q.delete(viewRows).where(lt(viewRows.at, before.cards)).returning({ at: viewRows.at }),
    await tx.q.delete(callTokens).where(inArray(callTokens.token, tokens)).returning({ at: callTokens.at }),
    await tx.q.delete(drafts).where(lt(drafts.at, before.drafts)).returning({ at: drafts.at }),
    await tx.q.delete(talks).where(lt(talks.at, before.drafts)).returning({ at: talks.at }),
    await tx.q.delete(sights).where(lt(sights.at, before.sights)).returning({ at: sights.at }),
    await tx.q
      .delete(dealForecasts)
      .where(lt(dealForecasts.at, before.told))
      .returning({ at: dealForecasts.at }),
    await tx.q
      .delete(modelCalls)
      .where(lt(modelCalls.at, before.modelCalls))
      .returning({ at: modelCalls.at }),
  ];
  return removed.reduce((sum, rows) => sum + rows.length, 0);
}
