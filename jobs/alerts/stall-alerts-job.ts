import { zonedIn } from '../../crm/words/zoned-dates.js';
import type { Card } from '../../kernel/card/card.js';
import { escalateAt, stallReason } from '../../sales/deals/stall-rules.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { dealById, dealsToEscalate, stallsToAlert } from '../../store/deals/deal-queries.js';
import { saidAnew, stallsKey, storeUnreached } from '../../store/messages/unreached-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { noteAlert } from '../../store/reports/alert-queries.js';
import type { Deal, Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import {
  channelsOf,
  habitsOf,
  notifyChannels,
  notifyPerson,
  type Reader,
  readerOf,
} from '../shared/deliver.js';
import { drawnByCall } from '../shared/drawn-by-call.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { actBy, managerOf } from '../shared/notify-alert.js';
import { type Stalled, stallCard, stallDigest } from './stall-card.js';

/** Most new stalls of a person sent one by one with buttons; more are sent as one list. */
const oneByOne = 3;

/**
 * Notifies a deal's owner and the team's channels that it has stalled, once per stall, and the manager if
 * nobody acted in time. Acting on the deal ends the stall and its alert.
 */
export const stallAlerts = defineJob({
  name: 'stall-alerts',
  summary: 'Tells owners of stalled deals, then their managers',
  slots: async (ctx) => [{ scope: '', cron: '*/10 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { stalled: 0, alerts: 0, escalated: 0, unreachable: 0 };
    const { store } = ctx;
    const batch = new Batch();
    await batch.all(
      (limit) => stallsToAlert(store.db, slot.at, limit),
      (deal) => deal.ownerId ?? `team:${deal.teamId}`,
      async (deals) => {
        const done = await store.tx((tx) => alertOwner(tx, ctx, deals, slot.at));
        counts.stalled += deals.length;
        counts.alerts += done.posts;
        counts.unreachable += done.unreachable;
        return !done.isPutOff;
      },
    );
    await batch.all(
      (limit) => dealsToEscalate(store.db, slot.at, limit),
      (deal) => `team:${deal.teamId}`,
      async (deals) => {
        const done = await store.tx((tx) => notifyManager(tx, ctx, deals, slot.at));
        counts.escalated += done.posts;
        counts.unreachable += done.unreachable;
        return true;
      },
    );
    batch.end();
    return { counts };
  },
});

interface Queued {
  posts: number;
  /** Deals for which nobody could be notified. */
  unreachable: number;
  /** The stalls are alerted once somebody can be reached. */
  isPutOff?: boolean;
}

async function alertOwner(tx: Db, ctx: JobContext, group: readonly Deal[], at: Date): Promise<Queued> {
  const unit = clockUnit(tx, at, 'stalls');
  const deals = await present(tx, group, (deal, before) => same(deal.stallAt, before.stallAt));
  const owner = deals[0]?.ownerId ? await personById(tx, deals[0].ownerId) : undefined;
  const manager = await managerOf(tx, deals[0]?.teamId ?? null);
  let reader = owner?.active ? owner : manager;
  if (reader?.digestOnly) {
    await noteStalls(tx, ctx, reader, deals, at, 'digest');
    for (const deal of deals)
      await unit.touch('deal', deal, { stallAlertedAt: deal.stallAt, escalateAt: null });
    return { posts: 0, unreachable: 0 };
  }
  let queued = await queueCards(tx, ctx, reader, deals, at, 'stall');
  if (queued.posts === 0 && reader === owner) {
    // The owner cannot be notified, so the manager is notified at once.
    reader = manager;
    queued = await queueCards(tx, ctx, reader, deals, at, 'stall');
  }
  if (owner && queued.posts === 0 && queued.unreachable > 0) {
    await putOff(tx, ctx, owner, deals, at);
    return { ...queued, isPutOff: true };
  }
  if (reader && queued.posts > 0) await noteStalls(tx, ctx, reader, deals, at, 'sent');
  for (const deal of deals) {
    const escalates = reader === owner && queued.outAt ? queued.outAt : null;
    await unit.touch('deal', deal, {
      stallAlertedAt: deal.stallAt,
      escalateAt: escalates && escalateAt(escalates, ctx.process, ctx.calendar, zonedIn(zoneOf(ctx, reader))),
    });
  }
  return queued;
}

/** Stalls that reached nobody are not alerted: they are looked at again once somebody can be reached. */
async function putOff(
  tx: Db,
  ctx: JobContext,
  owner: Person,
  deals: readonly Deal[],
  at: Date,
): Promise<void> {
  const stalled: Stalled[] = [];
  for (const deal of deals) stalled.push(await named(tx, deal));
  const [post] = postsOf(ctx, await readerOf(tx, ctx, owner), owner, stalled, at, 'stall');
  if (!post) return;
  await storeUnreached(tx, {
    ...{ dedupeKey: stallsKey(owner.id), personId: owner.id, topic: saidAnew, card: post.card, at },
  });
}

/** Counts stalls against the day's alert budget, and stores them to be judged later. */
async function noteStalls(
  tx: Db,
  ctx: JobContext,
  to: Person,
  deals: readonly Deal[],
  at: Date,
  sent: 'sent' | 'digest',
): Promise<void> {
  const zoned = zonedIn(zoneOf(ctx, to));
  for (const deal of deals) {
    const reason = stallReason(deal, at, ctx.process, ctx.calendar, zoned);
    await noteAlert(tx, {
      dedupeKey: `stalled:${deal.id}:${deal.stallAt?.getTime()}`,
      rule: 'stalled',
      mode: 'on',
      recordType: 'deal',
      recordId: deal.id,
      personId: to.id,
      teamId: deal.teamId,
      value: deal.amount,
      why: { days: reason?.daysSince ?? 0 },
      sent,
      at,
      judgeAt: actBy(ctx, at, zoned),
    });
  }
}

async function notifyManager(tx: Db, ctx: JobContext, group: readonly Deal[], at: Date): Promise<Queued> {
  const deals = await present(tx, group, (deal, before) => same(deal.escalateAt, before.escalateAt));
  const manager = await managerOf(tx, deals[0]?.teamId ?? null);
  const others = deals.filter((deal) => deal.ownerId !== manager?.id);
  const queued = await queueCards(tx, ctx, manager, others, at, 'escalated');
  const unit = clockUnit(tx, at, 'stalls');
  for (const deal of deals) await unit.touch('deal', deal, { escalateAt: null });
  return queued;
}

/** Queues the cards for one reader; `outAt` is when they may be sent. */
async function queueCards(
  tx: Db,
  ctx: JobContext,
  person: Person | undefined,
  deals: readonly Deal[],
  at: Date,
  kind: 'stall' | 'escalated',
): Promise<Queued & { outAt?: Date }> {
  if (deals.length === 0) return { posts: 0, unreachable: 0 };
  if (!person) return { posts: 0, unreachable: deals.length };
  const stalled: Stalled[] = [];
  for (const deal of deals) stalled.push(await named(tx, deal));
  let queued = 0;
  let outAt: Date | undefined;
  // Without a private chat, the stall alert is posted in the team's channels only.
  const hasChat = (await privatePlaces(tx, person.id)).length > 0;
  if (hasChat || kind === 'escalated') {
    for (const post of postsOf(ctx, await readerOf(tx, ctx, person), person, stalled, at, kind)) {
      const out = await notifyPerson(tx, ctx, person, 'stall', post);
      if (!out) continue;
      queued++;
      outAt = out;
    }
  }
  const team = kind === 'stall' && person.teamId ? await teamById(tx, person.teamId) : undefined;
  if (team) {
    for (const channels of await channelsOf(tx, ctx, team, 'stall'))
      for (const post of postsOf(ctx, channels.reader, person, stalled, at, kind))
        queued += await notifyChannels(tx, ctx, channels, { ...post, mention: person });
    if (queued > 0) outAt ??= ctx.now;
  }
  return { posts: queued, unreachable: queued === 0 ? deals.length : 0, outAt };
}

/** Makes a card per deal, or one list of many deals. */
function postsOf(
  ctx: JobContext,
  reader: Reader,
  person: Person,
  stalled: readonly Stalled[],
  at: Date,
  kind: 'stall' | 'escalated',
): { key: string; card: Card }[] {
  if (stalled.length > oneByOne) {
    const key = `${kind}:${person.id}:${at.getTime()}:${stalled[0]?.deal.id}`;
    const list = stallDigest(ctx, reader, stalled, at, kind === 'escalated');
    return [{ key, card: drawnByCall(list, 'stalled', {}, { at: ctx.now, locale: reader.locale }) }];
  }
  return stalled.map((one) => ({
    key: `${kind}:${one.deal.id}:${one.deal.stallAt?.getTime()}`,
    card: stallCard(ctx, reader, one, at, kind === 'escalated' ? one.owner : null),
  }));
}

async function named(tx: Db, deal: Deal): Promise<Stalled> {
  const customer = await customerById(tx, deal.customerId);
  const owner = deal.ownerId ? await personById(tx, deal.ownerId) : undefined;
  return { deal, customer: customer?.name ?? '', owner: owner?.name ?? '' };
}

/** Reads the deals again and leaves out those acted on since they were found. */
async function present(
  tx: Db,
  found: readonly Deal[],
  still: (now: Deal, before: Deal) => boolean,
): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (const before of found) {
    const now = await dealById(tx, before.id);
    if (now && still(now, before)) deals.push(now);
  }
  return deals;
}

const same = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

const zoneOf = (ctx: JobContext, person: Person | undefined): string =>
  person ? habitsOf(ctx, person).zone : ctx.timeZone;
