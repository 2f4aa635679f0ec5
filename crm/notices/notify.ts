import type { Card } from '../../kernel/card/card.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { nextAllowed } from '../../sales/people/quiet-hours.js';
import { noticesSince, storeNotice } from '../../store/messages/held-notices.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { storeUnreached } from '../../store/messages/unreached-queries.js';
import { identitiesOf } from '../../store/people/person-queries.js';
import { placesFor, privatePlaces } from '../../store/people/place-queries.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Channels, habitsOf, type NotifyContext } from '../access/reader.js';
import { zonedIn } from '../words/zoned-dates.js';

/** Kinds of posts that a team's channel may subscribe to; 'win': wins and big deals. */
export type Topic = 'stall' | 'lead' | 'pool' | 'report' | 'win';

/**
 * Queues a card for a person: in their private chat, else in a subscribed channel of their team with a
 * mention. Quiet hours and mute delay it. Returns when the card may be sent, or undefined if the key was used
 * before or there is no place to send it; then it waits for one, and an admin is told. `waits`: the card may come in
 * a list, at the hour that the person chose or once a burst is over; `heldUntil`: it does, no later than then.
 */
export async function notifyPerson(
  tx: Db,
  ctx: NotifyContext,
  person: Person,
  topic: Topic,
  post: { key: string; card: Card; waits?: boolean; heldUntil?: Date },
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
  if (post.waits) {
    const dueAt = await listTimeOf(tx, ctx, person, post.heldUntil);
    const held = { dedupeKey: post.key, personId: person.id, topic, card: post.card, dueAt, at: ctx.now };
    if (!(await storeNotice(tx, held))) return undefined;
    if (dueAt) return dueAt;
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

/** Notices in a row that come one by one; what follows in the same minutes comes in a list. */
const mostSingly = 3;
const burstMs = 2 * 60_000;

/** When a notice for the person comes in a list: at the hour they chose, or once a burst is over; null: it comes at once. */
async function listTimeOf(
  tx: Db,
  ctx: NotifyContext,
  person: Person,
  heldUntil: Date | undefined,
): Promise<Date | null> {
  const chosen = person.digestAt && nextAt(ctx.now, person.digestAt, habitsOf(ctx, person).zone);
  if (chosen) return chosen;
  if (heldUntil) return heldUntil;
  const { count, dueAt } = await noticesSince(tx, person.id, new Date(ctx.now.getTime() - burstMs));
  return count < mostSingly ? null : (dueAt ?? new Date(ctx.now.getTime() + burstMs));
}

/** The next moment at which it is that hour of the day in the zone. */
export function nextAt(now: Date, time: string, zone: string): Date {
  const today = localDate(now, zone);
  const at = instantOf(today, time, zone);
  return at > now ? at : instantOf(addDays(today, 1), time, zone);
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

/** A post to groups: its unique key, the card as drawn for those who read there, and whom it mentions. */
interface Post {
  key: string;
  card: Card;
  mention?: Person;
}

/** Queues a card in each of the groups, with a mention if wanted; returns how many it is new to. */
export async function notifyChannels(
  tx: Db,
  ctx: NotifyContext,
  { reader: { locale, zone }, places }: Channels,
  { key, card, mention }: Post,
): Promise<number> {
  const notBefore = nextAllowed(ctx.now, ctx.process.quietHours, zonedIn(zone));
  let queued = 0;
  for (const place of places) {
    const mentioned = mention ? await mentionOf(tx, mention, place) : [];
    const post = { dedupeKey: `${key}:${place.id}`, placeId: place.id, locale, card, mention: mentioned };
    if (await enqueue(tx, { ...post, notBefore }, ctx.now)) queued++;
  }
  return queued;
}
