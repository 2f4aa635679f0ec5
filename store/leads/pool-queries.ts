import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  sql,
} from 'drizzle-orm';
import type { Customer, Event, FollowUp, Lead } from '../schema/row-types.js';
import { compiled, run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { countTotal } from '../statements/total.js';

/**
 * Lists pool customers (of some teams or all), oldest first; customers with a lead in the pool are left out, as
 * the lead is listed.
 */
export async function poolCustomers(
  db: Db,
  filter: { teams?: readonly string[] | null; limit: number; offset?: number },
): Promise<Customer[]> {
  const { customers, leads } = db.t;
  const asLead = db.q
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.customerId, customers.id), eq(leads.status, 'pool')));
  return await db.q
    .select()
    .from(customers)
    .where(
      and(
        isNotNull(customers.pooledAt),
        isNull(customers.ownerId),
        isNull(customers.mergedInto),
        filter.teams ? or(inArray(customers.teamId, filter.teams), isNull(customers.teamId)) : undefined,
        notExists(asLead),
      ),
    )
    .orderBy(asc(customers.pooledAt), asc(customers.no))
    .limit(atMost(filter.limit))
    .offset(filter.offset ?? 0);
}

/** Counts pool leads (of some teams plus those of no team, or all). */
export async function countPoolLeads(db: Db, teams?: readonly string[] | null): Promise<number> {
  const { leads } = db.t;
  return countTotal(
    await db.q
      .select({ all: count() })
      .from(leads)
      .where(
        and(
          eq(leads.status, 'pool'),
          teams ? or(inArray(leads.teamId, teams), isNull(leads.teamId)) : undefined,
        ),
      ),
  );
}

/** Counts a person's customers; merged ones are left out. */
export async function countHeldCustomers(db: Db, ownerId: string): Promise<number> {
  const { customers } = db.t;
  return countTotal(
    await db.q
      .select({ all: count() })
      .from(customers)
      .where(and(eq(customers.ownerId, ownerId), isNull(customers.mergedInto))),
  );
}

/**
 * Lists owned customers whose return date was not computed yet, then those to be checked again by `until`.
 */
export async function customersToCheck(db: Db, until: Date, limit: number): Promise<Customer[]> {
  const { customers } = db.t;
  const owned = and(gt(customers.ownerId, ''), isNull(customers.mergedInto));
  const fresh = await db.q
    .select()
    .from(customers)
    .where(and(isNull(customers.poolAt), owned))
    .limit(atMost(limit));
  if (fresh.length === limit) return fresh;
  const due = await db.q
    .select()
    .from(customers)
    .where(and(lte(customers.poolAt, until), owned))
    .orderBy(asc(customers.poolAt))
    .limit(atMost(limit - fresh.length));
  return [...fresh, ...due];
}

/**
 * Lists owned customers that return to the pool in (from, until] and whose owner was not warned yet, earliest
 * first.
 */
export async function customersToWarn(db: Db, from: Date, until: Date, limit: number): Promise<Customer[]> {
  const { customers } = db.t;
  return await db.q
    .select()
    .from(customers)
    .where(
      and(
        gt(customers.poolAt, from),
        lte(customers.poolAt, until),
        isNull(customers.poolWarnedAt),
        gt(customers.ownerId, ''),
        isNull(customers.mergedInto),
      ),
    )
    .orderBy(asc(customers.poolAt))
    .limit(atMost(limit));
}

/** Lists open, owned leads ordered by id, after id `after`. */
export async function heldLeadsAfter(db: Db, after: string, limit: number): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(and(gt(leads.id, after), eq(leads.status, 'open'), gt(leads.ownerId, '')))
    .orderBy(asc(leads.id))
    .limit(atMost(limit));
}

/** Which follow-ups count as activity: their channels, and the fewest letters. */
export interface CountingRules {
  channels: readonly FollowUp['channel'][];
  minLetters: number;
}

/** Finds the latest follow-up of a customer (or of one of its leads) that counts, or null. */
export async function lastCountedFollowUp(
  db: Db,
  customerId: string,
  { channels, minLetters }: CountingRules,
  leadId?: string,
): Promise<Date | null> {
  const key = `lastCounting:${channels}:${minLetters}:${leadId === undefined}`;
  const [row] = await run(db, key, { customerId, leadId }, ({ q, t: { followUps } }, param) =>
    q
      .select({ at: followUps.at })
      .from(followUps)
      .where(
        and(
          eq(followUps.customerId, param.customerId),
          param.leadId && eq(followUps.leadId, param.leadId),
          eq(followUps.undone, false),
          inArray(followUps.channel, [...channels]),
          minLetters > 0 ? sql`length(${followUps.words}) >= ${sql.raw(String(minLetters))}` : undefined,
        ),
      )
      .orderBy(desc(followUps.at))
      .limit(atMost(1)),
  );
  return row?.at ?? null;
}

/**
 * Reads what bears on a customer's return to the pool: stages of its open deals, latest deal activity,
 * whether it has an open lead.
 */
export async function poolFactsOf(
  db: Db,
  customerId: string,
): Promise<{ openStages: string[]; dealAt: Date | null; hasLead: boolean }> {
  const rows = await dealsOf(db, { customerId });
  const moments = rows.flatMap((deal) => [deal.createdAt, deal.stageSince, deal.closedAt ?? deal.createdAt]);
  const latest = Math.max(...moments.map((at) => at.getTime()), 0);
  const leads = await openLeads(db, { customerId });
  return {
    openStages: rows.filter(({ status }) => status === 'open').map(({ stage }) => stage),
    dealAt: latest > 0 ? new Date(latest) : null,
    hasLead: leads.length > 0,
  };
}

const dealsOf = compiled<{ customerId: string }>()(({ q, t: { deals } }, param) =>
  q
    .select({
      status: deals.status,
      stage: deals.stage,
      stageSince: deals.stageSince,
      closedAt: deals.closedAt,
      createdAt: deals.createdAt,
    })
    .from(deals)
    .where(eq(deals.customerId, param.customerId)),
);

const openLeads = compiled<{ customerId: string }>()(({ q, t: { leads } }, param) =>
  q
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.customerId, param.customerId), eq(leads.status, 'open')))
    .limit(atMost(1)),
);

/** Finds a record's latest event of the given kinds that was not undone, or undefined. */
export async function lastEventOf(
  db: Db,
  recordType: string,
  recordId: string,
  kinds: readonly string[],
): Promise<Event | undefined> {
  const key = `lastEventOf:${kinds}`;
  const rows = await run(db, key, { recordType, recordId }, ({ q, t: { events } }, param) =>
    q
      .select()
      .from(events)
      .where(
        and(
          eq(events.recordType, param.recordType),
          eq(events.recordId, param.recordId),
          inArray(events.kind, [...kinds]),
          isNull(events.undoneAt),
        ),
      )
      .orderBy(desc(events.at), desc(events.id))
      .limit(atMost(1)),
  );
  return rows[0];
}

/** Lists pool records whose offer expires by `until`. */
export async function offersOver(
  db: Db,
  until: Date,
  limit: number,
): Promise<({ lead: Lead } | { customer: Customer })[]> {
  const { leads, customers } = db.t;
  const ofLeads = await db.q.select().from(leads).where(lte(leads.offerUntil, until)).limit(atMost(limit));
  const ofCustomers = await db.q
    .select()
    .from(customers)
    .where(lte(customers.offerUntil, until))
    .limit(atMost(limit));
  return [...ofLeads.map((lead) => ({ lead })), ...ofCustomers.map((customer) => ({ customer }))];
}

/** Finds the pool records that a person viewed on a day; returns their ids. */
export async function viewsOf(db: Db, personId: string, day: string): Promise<Set<string>> {
  const { poolViews } = db.t;
  const rows = await db.q
    .select({ id: poolViews.recordId })
    .from(poolViews)
    .where(and(eq(poolViews.personId, personId), eq(poolViews.day, day)));
  return new Set(rows.map(({ id }) => id));
}

/** Logs that a person viewed pool records; the first view of a day counts. */
export async function addViews(
  tx: Db,
  personId: string,
  day: string,
  recordIds: readonly string[],
  at: Date,
): Promise<void> {
  if (recordIds.length === 0) return;
  const rows = recordIds.map((recordId) => ({ personId, day, recordId, at }));
  await tx.q.insert(tx.t.poolViews).values(rows).onConflictDoNothing();
}

/** Counts pool views per person of a team (or all) since `since`, with the latest. */
export async function viewCounts(
  db: Db,
  since: Date,
  teamId: string | null,
): Promise<{ personId: string; views: number; last: Date }[]> {
  const { poolViews, people } = db.t;
  const rows = await db.q
    .select({ personId: poolViews.personId, views: count(), last: sql<number>`max(${poolViews.at})` })
    .from(poolViews)
    .innerJoin(people, eq(people.id, poolViews.personId))
    .where(and(gte(poolViews.at, since), teamId === null ? undefined : eq(people.teamId, teamId)))
    .groupBy(poolViews.personId);
  return rows.map(({ personId, views, last }) => ({
    personId,
    views: Number(views),
    last: new Date(Number(last)),
  }));
}

/** Lists who viewed a pool record, latest first. */
export async function viewersOf(
  db: Db,
  recordId: string,
  limit: number,
): Promise<{ personId: string; at: Date }[]> {
  const { poolViews } = db.t;
  return await db.q
    .select({ personId: poolViews.personId, at: poolViews.at })
    .from(poolViews)
    .where(eq(poolViews.recordId, recordId))
    .orderBy(desc(poolViews.at))
    .limit(atMost(limit));
}

/** Event kinds of the pool, in the order people ask for them. */
export const poolKinds = [
  'lead.returned',
  'lead.offered',
  'lead.declined',
  'lead.opened',
  'lead.claimed',
  'customer.returned',
  'customer.offered',
  'customer.declined',
  'customer.opened',
  'customer.claimed',
] as const;

/** Lists pool events of a team or all, latest first, undone ones included. */
export async function poolEvents(
  db: Db,
  filter: { teamId: string | null; recordId?: string; limit: number; offset: number },
): Promise<Event[]> {
  const { events, leads, customers } = db.t;
  const { teamId, recordId } = filter;
  const rows = await db.q
    .select({ event: events })
    .from(events)
    .leftJoin(leads, and(eq(events.recordType, 'lead'), eq(leads.id, events.recordId)))
    .leftJoin(customers, and(eq(events.recordType, 'customer'), eq(customers.id, events.recordId)))
    .where(
      and(
        inArray(events.kind, [...poolKinds]),
        recordId === undefined ? undefined : eq(events.recordId, recordId),
        teamId === null ? undefined : or(eq(leads.teamId, teamId), eq(customers.teamId, teamId)),
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(atMost(filter.limit))
    .offset(filter.offset);
  return rows.map(({ event }) => event);
}
