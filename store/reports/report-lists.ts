import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, lte, or, sql, sum } from 'drizzle-orm';
import { compiled, eqIfGiven, run } from '../statements/compiled.js';
import { validAt } from '../statements/conditions.js';
import { type Db, forever } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { countTotal } from '../statements/total.js';
import { type StageFigures, unchangedSince } from './figure-queries.js';
import {
  type AtMoment,
  answeredLater,
  closedDeals,
  createdAsThen,
  doneLate,
  overdueStill,
  type Span,
  type TeamFilter,
  unansweredThen,
  unconvertedThen,
} from './report-conditions.js';

/** A deal as of a past moment, with the values its stall is computed from. */
export interface DealAt {
  id: string;
  no: number;
  name: string;
  customerId: string;
  ownerId: string | null;
  teamId: string | null;
  /** Listed deals were open at that moment. */
  status: 'open';
  stage: string;
  stageSince: Date;
  amount: number | null;
  told: number | null;
  currency: string | null;
  createdAt: Date;
  lastFollowUpAt: Date | null;
  /** Local date of the next step planned at that moment. */
  nextStepDate: string | null;
  /** The deal's present version: what a button on it carries. */
  version: number;
}

export interface ListOwner {
  teamId?: TeamFilter;
  ownerId?: string;
}

/**
 * Lists deals stalled by `at` and still stalled, largest amounts first, those without an amount last.
 * `unchanged`: only deals without a newer version since `at`.
 */
export async function largestStalled(
  db: Db,
  at: Date,
  whose: ListOwner,
  page: { limit: number; offset?: number; unchanged?: boolean },
): Promise<DealAt[]> {
  const values = { at, offset: page.offset ?? 0, ...whose };
  const key = `largestStalled:${page.limit}:${page.unchanged}`;
  const rows = await run(db, key, values, (on, param) => {
    const { deals } = on.t;
    return on.q
      .select()
      .from(deals)
      .where(
        and(
          isNotNull(deals.stallAt),
          lte(deals.stallAt, param.at),
          page.unchanged ? unchangedSince(on, param.at) : undefined,
          eqIfGiven(deals.teamId, param.teamId),
          eqIfGiven(deals.ownerId, param.ownerId),
        ),
      )
      .orderBy(desc(sql`coalesce(${deals.amount}, -1)`), asc(deals.no))
      .limit(atMost(page.limit))
      .offset(param.offset);
  });
  return rows.map((row) => ({ ...row, status: 'open', nextStepDate: null }));
}

/**
 * Lists deals open at `at` that were moved, changed, closed or followed up since: their rows no longer tell
 * whether they were stalled then. The cost follows what happened since `at`.
 */
export async function dealsChangedSince(db: Db, at: Date, whose: ListOwner): Promise<DealAt[]> {
  return (await touched(db, { at, ...whose })) as DealAt[];
}

const touched = compiled<ListOwner & { at: Date }>()((db, param) => {
  const { deals, dealVersions: versions, followUps, tasks } = db.t;
  const lastFollowUp = sql`(select max(${followUps.at}) from ${followUps}
    where ${followUps.dealId} = ${deals.id} and ${followUps.at} <= ${param.at}
    and ${followUps.undone} = ${db.dialect === 'pg' ? sql`false` : sql`0`})`.mapWith(followUps.at);
  const nextStep = sql<string | null>`(select max(${tasks.dueDate}) from ${tasks}
    where ${tasks.customerId} = ${deals.customerId} and ${tasks.dealId} = ${deals.id}
    and ${tasks.createdAt} <= ${param.at} and (${tasks.doneAt} is null or ${tasks.doneAt} > ${param.at}))`;
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
      told: versions.told,
      currency: versions.currency,
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
        validAt(versions, param.at),
        // A newer version, or a follow-up that moved the stall: both are computed from the state at `at`.
        or(
          lt(versions.validTo, forever),
          and(gt(deals.lastFollowUpAt, param.at), or(isNull(deals.stallAt), gt(deals.stallAt, param.at))),
        ),
        eqIfGiven(versions.teamId, param.teamId),
        eqIfGiven(versions.ownerId, param.ownerId),
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

/** Lists the deals that are open now, and those closed in a span. */
export async function dealFacts(db: Db, span: Span): Promise<DealFacts[]> {
  return [
    ...(await openFacts(db, { until: forever, teamId: span.teamId })),
    ...(await closedFacts(db, span)),
  ];
}

const openFacts = compiled<{ until: Date; teamId?: TeamFilter }>()(
  ({ q, t: { deals, dealVersions: versions } }, param) =>
    q
      .select(factsOf(deals))
      .from(versions)
      .innerJoin(deals, eq(deals.id, versions.dealId))
      .where(
        and(
          eq(versions.status, 'open'),
          eq(versions.validTo, param.until),
          eqIfGiven(versions.teamId, param.teamId),
        ),
      ),
);

const closedFacts = compiled<Span>()((db, param) => {
  const { deals } = db.t;
  return db.q.select(factsOf(deals)).from(deals).where(closedDeals(db, param));
});

const factsOf = ({ status, stage, amount, product, facts }: Db['t']['deals']) => ({
  status,
  stage,
  amount,
  product,
  facts,
});

/** Sums, by the stage reached at `at`, the deals created in a span. */
export async function furthestStages(db: Db, span: Span, at: Date): Promise<StageFigures[]> {
  const rows = await furthest(db, { ...span, at });
  return rows.map((row) => ({ stage: row.stage, deals: Number(row.deals), amount: row.amount ?? 0 }));
}

const furthest = compiled<Span & { at: Date }>()((db, param) => {
  const { deals, dealVersions: versions } = db.t;
  return db.q
    .select({ stage: versions.stage, deals: count(), amount: sum(versions.amount).mapWith(Number) })
    .from(deals)
    .innerJoin(versions, eq(versions.dealId, deals.id))
    .where(createdAsThen(db, param))
    .groupBy(versions.stage);
});

/** Counts the leads created in a span that were not deals at `at`. */
export async function unconvertedLeadCount(db: Db, span: Span, at: Date): Promise<number> {
  return countTotal(await unconverted(db, { ...span, at }));
}

const unconverted = compiled<Span & { at: Date }>()((db, param) => {
  const { leads, deals } = db.t;
  return db.q
    .select({ all: count() })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(unconvertedThen(db, param));
});

/** Counts the leads open at `at` that have become deals since. */
export async function leadsConvertedSince(db: Db, at: Date, teamId?: TeamFilter): Promise<number> {
  return countTotal(await convertedSince(db, { at, teamId }));
}

const convertedSince = compiled<AtMoment>()(({ q, t: { leads, deals } }, param) =>
  q
    .select({ all: count() })
    .from(deals)
    .innerJoin(leads, and(eq(leads.customerId, deals.customerId), eq(leads.dealId, deals.id)))
    .where(
      and(
        gt(deals.createdAt, param.at),
        lte(leads.createdAt, param.at),
        eqIfGiven(leads.teamId, param.teamId),
      ),
    ),
);

/** Counts leads past their response deadline at `at` and still unanswered. */
export async function unansweredCount(db: Db, at: Date, teamId?: TeamFilter): Promise<number> {
  return countTotal(await unanswered(db, { at, teamId }));
}

const unanswered = compiled<AtMoment>()((db, param) =>
  db.q.select({ all: count() }).from(db.t.leads).where(unansweredThen(db, param)),
);

/**
 * Lists leads of a span that were answered or converted only after it: their deadline is no longer stored.
 */
export async function answeredAfter(db: Db, span: Span): Promise<{ createdAt: Date }[]> {
  return await answeredAfterwards(db, span);
}

const answeredAfterwards = compiled<Span>()((db, param) => {
  const { leads, deals } = db.t;
  return db.q
    .select({ createdAt: leads.createdAt })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(answeredLater(db, param));
});

/**
 * Counts tasks overdue at `at`: still open, or done later. Of the latter, only those due since `since`, so
 * that the cost does not grow with the history.
 */
export async function overdueCount(db: Db, at: Date, since: Date, teamId?: TeamFilter): Promise<number> {
  return (
    countTotal(await overdueOpen(db, { at, teamId })) +
    countTotal(await doneAfterwards(db, { at, since, teamId }))
  );
}

const overdueOpen = compiled<AtMoment>()((db, param) =>
  db.q.select({ all: count() }).from(db.t.tasks).where(overdueStill(db, param)),
);

const doneAfterwards = compiled<AtMoment & { since: Date }>()((db, param) =>
  db.q.select({ all: count() }).from(db.t.tasks).where(doneLate(db, param)),
);

/** Reads customer names by id. */
export async function customerNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const [row] = await nameOf(db, { id });
    if (row) names.set(id, row.name);
  }
  return names;
}

const nameOf = compiled<{ id: string }>()(({ q, t: { customers } }, param) =>
  q.select({ name: customers.name }).from(customers).where(eq(customers.id, param.id)),
);
