import type { Card } from '../../kernel/card/card.js';
import { nextAllowed } from '../../sales/people/quiet-hours.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { storeUnreached } from '../../store/messages/unreached-queries.js';
import { identitiesOf } from '../../store/people/person-queries.js';
import { listPlaces, placesFor, privatePlaces } from '../../store/people/place-queries.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import { habitsOf, type NotifyContext } from '../access/reader.js';
import { zonedIn } from '../words/zoned-dates.js';

/** Kinds of posts that a team's channel may subscribe to; 'win': wins and big deals. */
export type Topic = 'stall' | 'lead' | 'pool' | 'report' | 'win';

/**
 * Queues a card for a person: in their private chat, else in a subscribed channel of their team with a
 * mention. Quiet hours and mute delay it. Returns when the card may be sent, or undefined if the key was used
 * before or there is no place to send it; then it waits for one, and an admin is told.
 */
export async function notifyPerson(
  tx: Db,
  ctx: NotifyContext,
  person: Person,
  topic: Topic,
  post: { key: string; card: Card },
): Promise<Date | undefined> {
  if (!person.active) return undefined;
  const { locale, zone } = habitsOf(ctx, person);
  const place = await placeFor(tx, person, topic);
  if (!place) {
    await storeUnreached(tx, {
      ...{ dedupeKey: post.key, personId: person.id, topic, card: post.card, at: ctx.now },
    });
    return undefined;
  }
  const mention = place.personId === person.id ? [] : await mentionOf(tx, person, place);
  const notBefore = nextAllowed(ctx.now, ctx.process.quietHours, zonedIn(zone), person.mutedUntil);
  const { key: dedupeKey, card } = post;
  const fresh = await enqueue(
    tx,
    { dedupeKey, placeId: place.id, locale, card, mention, notBefore },
    ctx.now,
  );
  return fresh ? notBefore : undefined;
}

/** Finds where a person can be reached: their private chat, else a channel of their team; undefined if nowhere. */
export async function placeFor(db: Db, person: Person, topic: Topic): Promise<Place | undefined> {
  const [own] = await privatePlaces(db, person.id);
  return own ?? (person.teamId ? (await placesFor(db, person.teamId, topic))[0] : undefined);
}

/** Finds the person's platform ids for a mention in the place. */
export async function mentionOf(tx: Db, person: Person, place: Place): Promise<string[]> {
  const identities = await identitiesOf(tx, person.id);
  return identities.filter((one) => one.platform === place.platform).map((one) => one.externalId);
}

/** A post to channels: its unique key, and its card in the language and time zone of each place's readers. */
interface Post {
  key: string;
  card: Card;
  locale: Locale;
  zone: string;
  mention?: Person;
}

/**
 * Queues a card in each subscribed channel of a team, with a mention if wanted; returns the number of
 * channels.
 */
export const notifyTeam = async (
  tx: Db,
  ctx: NotifyContext,
  teamId: string,
  topic: Topic,
  post: Post,
): Promise<number> => await tellPlaces(tx, ctx, await placesFor(tx, teamId, topic), post);

/** Queues a card in each subscribed channel of the company; returns the number of channels. */
export async function notifyCompany(tx: Db, ctx: NotifyContext, topic: Topic, post: Post): Promise<number> {
  const groups = (await listPlaces(tx)).filter(({ kind, teamId }) => kind === 'group' && teamId === null);
  return await tellPlaces(
    tx,
    ctx,
    groups.filter(({ posts }) => posts.includes(topic)),
    post,
  );
}

async function tellPlaces(tx: Db, ctx: NotifyContext, places: readonly Place[], post: Post): Promise<number> {
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
