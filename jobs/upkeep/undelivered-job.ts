import { actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import { dayMs } from '../../kernel/time/moments.js';
import { markReported, unreportedPosts } from '../../store/messages/outbox-queries.js';
import {
  forgetUnreached,
  markUnreachedReported,
  saidAnew,
  stallsKey,
  unreachedOf,
  unreachedPeople,
  unreportedUnreached,
} from '../../store/messages/unreached-queries.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import { placeById, privatePlaces } from '../../store/people/place-queries.js';
import type { OutboxRow, Person, UnreachedPost } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { habitsOf, notifyPerson, placeFor, type Topic } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { managerOf } from '../shared/notify-alert.js';

/** Most posts looked at in one run, and rows shown on a card. */
const most = 500;
const shown = 10;
/** An admin is told of a person who cannot be reached once a week, in days. */
const toldAgainDays = 7;
const prefix = 'undelivered:';

/**
 * Tells the admins what could not be sent and who cannot be reached, on one card; sends what waited for a person once
 * the bot can write to them.
 */
export const undelivered = defineJob({
  name: 'undelivered',
  summary: 'Tells admins what could not be sent and who cannot be reached',
  slots: async (ctx) => [{ scope: '', cron: '*/15 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const { store } = ctx;
    let reached = 0;
    for (const id of await unreachedPeople(store.db))
      reached += await store.tx((tx) => sendWaiting(tx, ctx, id));
    const told = await store.tx((tx) => tellAdmins(tx, ctx, slot.at));
    return { counts: { reached, told } };
  },
});

/** Queues a person's posts if they can be reached by now; returns how many. */
async function sendWaiting(tx: Db, ctx: JobContext, personId: string): Promise<number> {
  const posts = await unreachedOf(tx, personId, most);
  const person = await personById(tx, personId);
  if (!person) return 0;
  let queued = 0;
  const gone: string[] = [];
  for (const { topic, dedupeKey: key, card } of posts) {
    const isAnew = topic === saidAnew;
    const kind = isAnew ? 'stall' : (topic as Topic);
    const isFree =
      key === stallsKey(person.id)
        ? await canReach(tx, person)
        : !person.active || (await placeFor(tx, person, kind)) !== undefined;
    if (!isFree) continue;
    if (!isAnew && (await notifyPerson(tx, ctx, person, kind, { key, card: card as Card }))) queued++;
    gone.push(key);
  }
  if (gone.length > 0) await forgetUnreached(tx, gone);
  return queued;
}

/** Whether a stall of the person's reaches somebody: them, their team's channel, or their manager. */
async function canReach(tx: Db, person: Person): Promise<boolean> {
  if (person.active && (await placeFor(tx, person, 'stall'))) return true;
  const manager = await managerOf(tx, person.teamId);
  return manager?.active === true && (await privatePlaces(tx, manager.id)).length > 0;
}

async function tellAdmins(tx: Db, ctx: JobContext, at: Date): Promise<number> {
  // What told an admin so, and was given up itself, would be told for ever.
  const dead = (await unreportedPosts(tx, most)).filter(({ dedupeKey }) => !dedupeKey.startsWith(prefix));
  const since = new Date(at.getTime() - toldAgainDays * dayMs);
  const unreached = await unreportedUnreached(tx, since, most);
  if (dead.length + unreached.length === 0) return 0;
  let told = 0;
  for (const admin of await listPeople(tx)) {
    if (admin.role !== 'admin' || !admin.active || (await privatePlaces(tx, admin.id)).length === 0) continue;
    const card = await undeliveredCard(tx, ctx, admin, dead, unreached);
    if (await notifyPerson(tx, ctx, admin, 'report', { key: `${prefix}${at.getTime()}:${admin.id}`, card }))
      told++;
  }
  if (told === 0) return 0;
  await markReported(
    tx,
    dead.map(({ id }) => id),
    at,
  );
  await markUnreachedReported(
    tx,
    unreached.map(({ dedupeKey }) => dedupeKey),
    at,
  );
  return dead.length + unreached.length;
}

async function undeliveredCard(
  tx: Db,
  ctx: JobContext,
  admin: Person,
  dead: readonly OutboxRow[],
  unreached: readonly UnreachedPost[],
): Promise<Card> {
  const t = textsIn(habitsOf(ctx, admin).locale).delivery;
  const rows: string[][] = [];
  for (const { placeId, card, lastError } of dead.slice(0, shown))
    rows.push([(card as Card).title, (await placeById(tx, placeId))?.name ?? '', lastError ?? '']);
  const people = new Map<string, UnreachedPost[]>();
  for (const post of unreached) people.set(post.personId, [...(people.get(post.personId) ?? []), post]);
  for (const [id, [first, ...more]] of [...people].slice(0, shown)) {
    const title = (first?.card as Card | undefined)?.title ?? '';
    rows.push([
      more.length > 0 ? t.andMore(title, more.length) : title,
      (await personById(tx, id))?.name ?? '',
      t.neverSpoke,
    ]);
  }
  const left = Math.max(0, dead.length - shown) + Math.max(0, people.size - shown);
  return {
    key: 'undelivered',
    title: t.title(dead.length + unreached.length),
    tone: 'warn',
    nodes: [
      text(people.size > 0 ? t.saidPeople(people.size) : t.said, 'strong'),
      table([t.what, t.toWhom, t.why], rows),
      ...(left > 0 ? [context(t.more(left))] : []),
      ...(dead.length > 0
        ? actions(button(t.sendAgain, 'resend', { posts: t.all }, { style: 'primary' }))
        : []),
    ],
  };
}
