import type { Card } from '../bot/kernel/card.js';
import type { Locale } from '../bot/kernel/texts.js';
import { crowdOf, mentionOf, type Reader, readerOf, type Topic, tellPerson } from '../commands/acts/tell.js';
import { zonedIn } from '../commands/zoned.js';
import { nextAllowed } from '../sales/quiet.js';
import type { Db } from '../store/db.js';
import { enqueue } from '../store/outbox.js';
import type { Person } from '../store/people.js';
import { placesFor } from '../store/places.js';
import type { JobContext } from './context.js';

export { crowdOf, type Reader, readerOf, type Topic, tellPerson };

/** Puts a card for a team into each of its channels that get such posts, with a mention where wanted; answers how many. */
export async function tellTeam(
  tx: Db,
  ctx: JobContext,
  teamId: string,
  topic: Topic,
  post: { key: string; card: Card; locale: Locale; zone: string; mention?: Person },
): Promise<number> {
  const places = await placesFor(tx, teamId, topic);
  const notBefore = nextAllowed(ctx.now, ctx.process.quietHours, zonedIn(post.zone));
  let queued = 0;
  for (const place of places) {
    const dedupeKey = `${post.key}:${place.id}`;
    const { locale, card } = post;
    const mention = post.mention ? await mentionOf(tx, post.mention, place) : [];
    const fresh = await enqueue(
      tx,
      { dedupeKey, placeId: place.id, locale, card, mention, notBefore },
      ctx.now,
    );
    if (fresh) queued++;
  }
  return queued;
}
