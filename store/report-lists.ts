import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, sql, sum } from 'drizzle-orm';
import { type Db, forever } from './db.js';
import type { Lead } from './leads.js';
import { atMost } from './limit.js';
import type { Span, StageFigures } from './reports.js';

/** A deal as it stood at a past moment, with what its stall was reckoned from then. */
export interface DealAt {
  id: string;
  no: number;
  name: string;
  customerId: string;
  ownerId: string | null;
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

export interface Whose {
  teamId?: string;
  ownerId?: string;
}

/** Stalled by `at` and still so: the largest amounts first, those without one last. */
export async function largestStalled(
  db: Db,
  at: Date,
  whose: Whose,
  page: { limit: number; offset?: number },
): Promise<DealAt[]> {
  const { deals } = db.t;
  const rows = await db.q
    .select()
    .from(deals)
    .where(
      and(
        isNotNull(deals.stallAt),
        lte(deals.stallAt, at),
        whose.teamId ? eq(deals.teamId, whose.teamId) : undefined,
        whose.ownerId ? eq(deals.ownerId, whose.ownerId) : undefined,
      ),
    )
    .orderBy(desc(sql`coalesce(${deals.amount}, -1)`), asc(deals.no))
    .limit(atMost(page.limit))
    .offset(page.offset ?? 0);
  return rows.map((row) => ({ ...row, nextStepDate: null }));
}

/**
 * Deals that were open at a past moment and have been moved, changed, closed or followed since: whether these
 * were stalled then is no longer written on them. The cost follows what happened since that moment.
 */
export async function touchedSince(db: Db, at: Date, whose: Whose): Promise<DealAt[]> {
  const { deals, dealVersions: versions, followUps, tasks } = db.t;
  const when = at.getTime();
  const lastFollowUp = sql<number | null>`(select max(${followUps.at}) from ${followUps}
    where ${followUps.dealId} = ${deals.id} and ${followUps.at} <= ${when}
    and ${followUps.undone} = ${db.dialect === 'pg' ? sql`false` : sql`0`})`;
  const nextStep = sql<string | null>`(select max(${tasks.dueDate}) from ${tasks}
    where ${tasks.customerId} = ${deals.customerId} and ${tasks.dealId} = ${deals.id}
    and ${tasks.createdAt} <= ${when} and (${tasks.doneAt} is null or ${tasks.doneAt} > ${when}))`;
  const rows = await db.q
    .select({
      id: deals.id,
      no: deals.no,
      name: deals.name,
      customerId: deals.customerId,
      ownerId: versions.ownerId,
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
        gt(versions.validTo, at),
        lte(versions.validFrom, at),
        or(lt(versions.validTo, forever), gt(deals.lastFollowUpAt, at)),
        or(isNull(deals.stallAt), gt(deals.stallAt, at)),
        whose.teamId ? eq(versions.teamId, whose.teamId) : undefined,
        whose.ownerId ? eq(versions.ownerId, whose.ownerId) : undefined,
      ),
    );
  return rows.map((row) => ({
    ...row,
    lastFollowUpAt: row.lastFollowUpAt === null ? null : new Date(Number(row.lastFollowUpAt)),
  }));
}

/** How far the deals that were created in a span had come by a moment. */
export async function furthestStages(db: Db, span: Span, at: Date): Promise<StageFigures[]> {
  const { deals, dealVersions: versions } = db.t;
  const rows = await db.q
    .select({ stage: versions.stage, deals: count(), amount: sum(versions.amount).mapWith(Number) })
    .from(deals)
    .innerJoin(versions, eq(versions.dealId, deals.id))
    .where(
      and(
        gte(deals.createdAt, span.from),
        lt(deals.createdAt, span.to),
        lte(versions.validFrom, at),
        gt(versions.validTo, at),
        span.teamId ? eq(versions.teamId, span.teamId) : undefined,
      ),
    )
    .groupBy(versions.stage);
  return rows.map((row) => ({ stage: row.stage, deals: Number(row.deals), amount: row.amount ?? 0 }));
}

/** Leads that were created in a span and had not become deals by a moment. */
export async function unconvertedLeadCount(db: Db, span: Span, at: Date): Promise<number> {
  const { leads, deals } = db.t;
  const [row] = await db.q
    .select({ all: count() })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(
      and(
        gte(leads.createdAt, span.from),
        lt(leads.createdAt, span.to),
        or(isNull(deals.id), gt(deals.createdAt, at)),
        span.teamId ? eq(leads.teamId, span.teamId) : undefined,
      ),
    );
  return Number(row?.all ?? 0);
}

/** Leads that were open at a past moment and have become deals since. */
export async function leadsConvertedSince(db: Db, at: Date, teamId?: string): Promise<number> {
  const { leads, deals } = db.t;
  const [row] = await db.q
    .select({ all: count() })
    .from(deals)
    .innerJoin(leads, and(eq(leads.customerId, deals.customerId), eq(leads.dealId, deals.id)))
    .where(
      and(gt(deals.createdAt, at), lte(leads.createdAt, at), teamId ? eq(leads.teamId, teamId) : undefined),
    );
  return Number(row?.all ?? 0);
}

/** Leads past their response time at a moment and still unanswered. */
export async function unansweredCount(db: Db, at: Date, teamId?: string): Promise<number> {
  const { leads } = db.t;
  const [row] = await db.q
    .select({ all: count() })
    .from(leads)
    .where(
      and(
        isNotNull(leads.respondBy),
        lte(leads.respondBy, at),
        teamId ? eq(leads.teamId, teamId) : undefined,
      ),
    );
  return Number(row?.all ?? 0);
}

/**
 * Leads created in a span that were answered, or made a deal, only after it: their deadline is no longer
 * written on them.
 */
export async function answeredAfter(db: Db, span: Span): Promise<{ createdAt: Date }[]> {
  const { leads, deals } = db.t;
  return await db.q
    .select({ createdAt: leads.createdAt })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(
      and(
        gte(leads.createdAt, span.from),
        lt(leads.createdAt, span.to),
        or(gt(leads.respondedAt, span.to), and(isNull(leads.respondedAt), gt(deals.createdAt, span.to))),
        span.teamId ? eq(leads.teamId, span.teamId) : undefined,
      ),
    );
}

/**
 * Tasks that were overdue at a moment: still open, or done only after it. Of the latter those count that were
 * due since `since`, so that the cost does not grow with the history.
 */
export async function overdueCount(db: Db, at: Date, since: Date, teamId?: string): Promise<number> {
  const { tasks } = db.t;
  const ofTeam = teamId ? eq(tasks.teamId, teamId) : undefined;
  const [open] = await db.q
    .select({ all: count() })
    .from(tasks)
    .where(and(eq(tasks.status, 'open'), lte(tasks.dueAt, at), lte(tasks.createdAt, at), ofTeam));
  const [done] = await db.q
    .select({ all: count() })
    .from(tasks)
    .where(
      and(
        eq(tasks.status, 'done'),
        lte(tasks.dueAt, at),
        gte(tasks.dueAt, since),
        gt(tasks.doneAt, at),
        lte(tasks.createdAt, at),
        ofTeam,
      ),
    );
  return Number(open?.all ?? 0) + Number(done?.all ?? 0);
}

/**
 * Open leads created by a moment: never followed up, or followed up but no deal yet. The oldest first, and
 * how many there are in all.
 */
export async function waitingLeads(
  db: Db,
  filter: Whose & { followed: boolean; until: Date; limit: number },
): Promise<{ leads: Lead[]; all: number }> {
  const { leads } = db.t;
  const fits = and(
    eq(leads.status, 'open'),
    lte(leads.createdAt, filter.until),
    filter.followed ? isNotNull(leads.lastFollowUpAt) : isNull(leads.lastFollowUpAt),
    filter.teamId ? eq(leads.teamId, filter.teamId) : undefined,
    filter.ownerId ? eq(leads.ownerId, filter.ownerId) : undefined,
  );
  const rows = await db.q
    .select()
    .from(leads)
    .where(fits)
    .orderBy(asc(leads.createdAt), asc(leads.no))
    .limit(atMost(filter.limit));
  const [row] = await db.q.select({ all: count() }).from(leads).where(fits);
  return { leads: rows, all: Number(row?.all ?? 0) };
}

/** Names of customers by key. */
export async function customerNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { customers } = db.t;
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const [row] = await db.q.select({ name: customers.name }).from(customers).where(eq(customers.id, id));
    if (row) names.set(id, row.name);
  }
  return names;
}
