import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, sql, sum } from 'drizzle-orm';
import { compiled, eqIfGiven, run } from '../statements/compiled.js';
import { type Db, forever } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { countTotal } from '../statements/total.js';
import { type StageFigures, sameSince } from './figure-queries.js';
import {
  type AtMoment,
  answeredLater,
  createdAsThen,
  doneLate,
  overdueStill,
  type Span,
  type TeamFilter,
  unansweredThen,
  unconvertedThen,
} from './report-conditions.js';

/** A deal as it stood at a past moment, with what its stall was reckoned from then. */
export interface DealAt {
  id: string;
  no: number;
  name: string;
  customerId: string;
  ownerId: string | null;
  teamId: string | null;
  /** What is listed here was open then. */
  status: 'open';
  stage: string;
  stageSince: Date;
  amount: number | null;
  createdAt: Date;
  lastFollowUpAt: Date | null;
  /** Local date of the step that was planned then. */
  nextStepDate: string | null;
  /** Of the deal as it is today: what a button on it has to carry. */
  version: number;
}

export interface ListOwner {
  teamId?: TeamFilter;
  ownerId?: string;
}

/**
 * Stalled by `at` and still so: the largest amounts first, those without one last. `unchanged`: only those that are the same
 * as they were at that moment.
 */
export async function largestStalled(
  db: Db,
  at: Date,
  whose: ListOwner,
  page: { limit: number; offset?: number; unchanged?: boolean },
): Promise<DealAt[]> {
  const values = { at, offset: page.offset ?? 0, ...whose };
  const key = `largestStalled:${page.limit}:${page.unchanged}`;
  const rows = await run(db, key, values, (on, hole) => {
    const { deals } = on.t;
    return on.q
      .select()
      .from(deals)
      .where(
        and(
          isNotNull(deals.stallAt),
          lte(deals.stallAt, hole.at),
          page.unchanged ? sameSince(on, hole.at) : undefined,
          eqIfGiven(deals.teamId, hole.teamId),
          eqIfGiven(deals.ownerId, hole.ownerId),
        ),
      )
      .orderBy(desc(sql`coalesce(${deals.amount}, -1)`), asc(deals.no))
      .limit(atMost(page.limit))
      .offset(hole.offset);
  });
  return rows.map((row) => ({ ...row, status: 'open', nextStepDate: null }));
}

/**
 * Deals that were open at a past moment and have been moved, changed, closed or followed since: whether these
 * were stalled then is no longer written on them. The cost follows what happened since that moment.
 */
export async function touchedSince(db: Db, at: Date, whose: ListOwner): Promise<DealAt[]> {
  return (await touched(db, { at, ...whose })) as DealAt[];
}

const touched = compiled<ListOwner & { at: Date }>()((db, hole) => {
  const { deals, dealVersions: versions, followUps, tasks } = db.t;
  const lastFollowUp = sql`(select max(${followUps.at}) from ${followUps}
    where ${followUps.dealId} = ${deals.id} and ${followUps.at} <= ${hole.at}
    and ${followUps.undone} = ${db.dialect === 'pg' ? sql`false` : sql`0`})`.mapWith(followUps.at);
  const nextStep = sql<string | null>`(select max(${tasks.dueDate}) from ${tasks}
    where ${tasks.customerId} = ${deals.customerId} and ${tasks.dealId} = ${deals.id}
    and ${tasks.createdAt} <= ${hole.at} and (${tasks.doneAt} is null or ${tasks.doneAt} > ${hole.at}))`;
  return db.q
    .select({
      id: deals.id,
      no: deals.no,
      name: deals.name,
      customerId: deals.customerId,
      ownerId: versions.ownerId,
      teamId: versions.teamId,
      status: versions.status,
      stage: versions.stage,
      stageSince: versions.stageSince,
      amount: versions.amount,
      createdAt: deals.createdAt,
      lastFollowUpAt: lastFollowUp,
      nextStepDate: nextStep,
      version: deals.version,
    })
    .from(versions)
    .innerJoin(deals, eq(deals.id, versions.dealId))
    .where(
      and(
        eq(versions.status, 'open'),
        gt(versions.validTo, hole.at),
        lte(versions.validFrom, hole.at),
        // One that is another version by now is reckoned from what it was; so is one that was followed and so stalls later.
        or(
          lt(versions.validTo, forever),
          and(gt(deals.lastFollowUpAt, hole.at), or(isNull(deals.stallAt), gt(deals.stallAt, hole.at))),
        ),
        eqIfGiven(versions.teamId, hole.teamId),
        eqIfGiven(versions.ownerId, hole.ownerId),
      ),
    );
});

/** What a breakdown needs of a deal. */
export interface DealFacts {
  status: 'open' | 'won' | 'lost';
  stage: string;
  amount: number | null;
  product: string | null;
  facts: Record<string, string>;
}

/** The deals that are open now, and those that were closed in a span. */
export async function dealFacts(db: Db, span: Span): Promise<DealFacts[]> {
  return [
    ...(await openFacts(db, { until: forever, teamId: span.teamId })),
    ...(await closedFacts(db, span)),
  ];
}

const openFacts = compiled<{ until: Date; teamId?: TeamFilter }>()(
  ({ q, t: { deals, dealVersions: versions } }, hole) =>
    q
      .select(factsOf(deals))
      .from(versions)
      .innerJoin(deals, eq(deals.id, versions.dealId))
      .where(
        and(
          eq(versions.status, 'open'),
          eq(versions.validTo, hole.until),
          eqIfGiven(versions.teamId, hole.teamId),
        ),
      ),
);

const closedFacts = compiled<Span>()(({ q, t: { deals } }, hole) =>
  q
    .select(factsOf(deals))
    .from(deals)
    .where(
      and(gte(deals.closedAt, hole.from), lt(deals.closedAt, hole.to), eqIfGiven(deals.teamId, hole.teamId)),
    ),
);

const factsOf = ({ status, stage, amount, product, facts }: Db['t']['deals']) => ({
  status,
  stage,
  amount,
  product,
  facts,
});

/** How far the deals that were created in a span had come by a moment. */
export async function furthestStages(db: Db, span: Span, at: Date): Promise<StageFigures[]> {
  const rows = await furthest(db, { ...span, at });
  return rows.map((row) => ({ stage: row.stage, deals: Number(row.deals), amount: row.amount ?? 0 }));
}

const furthest = compiled<Span & { at: Date }>()((db, hole) => {
  const { deals, dealVersions: versions } = db.t;
  return db.q
    .select({ stage: versions.stage, deals: count(), amount: sum(versions.amount).mapWith(Number) })
    .from(deals)
    .innerJoin(versions, eq(versions.dealId, deals.id))
    .where(createdAsThen(db, hole))
    .groupBy(versions.stage);
});

/** Leads that were created in a span and had not become deals by a moment. */
export async function unconvertedLeadCount(db: Db, span: Span, at: Date): Promise<number> {
  return countTotal(await unconverted(db, { ...span, at }));
}

const unconverted = compiled<Span & { at: Date }>()((db, hole) => {
  const { leads, deals } = db.t;
  return db.q
    .select({ all: count() })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(unconvertedThen(db, hole));
});

/** Leads that were open at a past moment and have become deals since. */
export async function leadsConvertedSince(db: Db, at: Date, teamId?: TeamFilter): Promise<number> {
  return countTotal(await convertedSince(db, { at, teamId }));
}

const convertedSince = compiled<AtMoment>()(({ q, t: { leads, deals } }, hole) =>
  q
    .select({ all: count() })
    .from(deals)
    .innerJoin(leads, and(eq(leads.customerId, deals.customerId), eq(leads.dealId, deals.id)))
    .where(
      and(gt(deals.createdAt, hole.at), lte(leads.createdAt, hole.at), eqIfGiven(leads.teamId, hole.teamId)),
    ),
);

/** Leads past their response time at a moment and still unanswered. */
export async function unansweredCount(db: Db, at: Date, teamId?: TeamFilter): Promise<number> {
  return countTotal(await unanswered(db, { at, teamId }));
}

const unanswered = compiled<AtMoment>()((db, hole) =>
  db.q.select({ all: count() }).from(db.t.leads).where(unansweredThen(db, hole)),
);

/**
 * Leads created in a span that were answered, or made a deal, only after it: their deadline is no longer
 * written on them.
 */
export async function answeredAfter(db: Db, span: Span): Promise<{ createdAt: Date }[]> {
  return await answeredAfterwards(db, span);
}

const answeredAfterwards = compiled<Span>()((db, hole) => {
  const { leads, deals } = db.t;
  return db.q
    .select({ createdAt: leads.createdAt })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(answeredLater(db, hole));
});

/**
 * Tasks that were overdue at a moment: still open, or done only after it. Of the latter those count that were
 * due since `since`, so that the cost does not grow with the history.
 */
export async function overdueCount(db: Db, at: Date, since: Date, teamId?: TeamFilter): Promise<number> {
  return (
    countTotal(await overdueOpen(db, { at, teamId })) +
    countTotal(await doneAfterwards(db, { at, since, teamId }))
  );
}

const overdueOpen = compiled<AtMoment>()((db, hole) =>
  db.q.select({ all: count() }).from(db.t.tasks).where(overdueStill(db, hole)),
);

const doneAfterwards = compiled<AtMoment & { since: Date }>()((db, hole) =>
  db.q.select({ all: count() }).from(db.t.tasks).where(doneLate(db, hole)),
);

/** Names of customers by key. */
export async function customerNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const [row] = await nameOf(db, { id });
    if (row) names.set(id, row.name);
  }
  return names;
}

const nameOf = compiled<{ id: string }>()(({ q, t: { customers } }, hole) =>
  q.select({ name: customers.name }).from(customers).where(eq(customers.id, hole.id)),
);
