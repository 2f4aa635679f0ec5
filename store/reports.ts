import { and, count, eq, gt, gte, isNotNull, lt, lte, sql, sum } from 'drizzle-orm';
import type { Db } from './db.js';

/** A span of time, the end not included; of one team, or of the company where `teamId` is absent. */
export interface Span {
  from: Date;
  to: Date;
  teamId?: string;
}

/** What one person did and reached in a span. Amounts in minor units. */
export interface PersonFigures {
  /** '' for what belongs to nobody. */
  personId: string;
  newLeads: number;
  /** New leads of the span that were answered. */
  answeredLeads: number;
  followUps: number;
  visits: number;
  newDeals: number;
  newDealAmount: number;
  moved: number;
  won: number;
  wonAmount: number;
  lost: number;
  lostAmount: number;
}

export interface StageFigures {
  stage: string;
  deals: number;
  amount: number;
}

/**
 * Behaviour and result of each person in a span, in five range reads: the cost follows what happened in the
 * span, not what is stored.
 */
export async function personFigures(db: Db, span: Span): Promise<PersonFigures[]> {
  const { leads, followUps, deals, events, people } = db.t;
  const byPerson = new Map<string, PersonFigures>();
  const of = (owner: string | null): PersonFigures => {
    const personId = owner ?? '';
    let figures = byPerson.get(personId);
    if (!figures) {
      figures = {
        personId,
        newLeads: 0,
        answeredLeads: 0,
        followUps: 0,
        visits: 0,
        newDeals: 0,
        newDealAmount: 0,
        moved: 0,
        won: 0,
        wonAmount: 0,
        lost: 0,
        lostAmount: 0,
      };
      byPerson.set(personId, figures);
    }
    return figures;
  };

  const newLeads = await db.q
    .select({ person: leads.ownerId, all: count(), answered: count(leads.respondedAt) })
    .from(leads)
    .where(and(gte(leads.createdAt, span.from), lt(leads.createdAt, span.to), team(leads.teamId, span)))
    .groupBy(leads.ownerId);
  for (const row of newLeads) {
    Object.assign(of(row.person), { newLeads: Number(row.all), answeredLeads: Number(row.answered) });
  }

  const followed = await db.q
    .select({ person: followUps.personId, channel: followUps.channel, all: count() })
    .from(followUps)
    .where(
      and(
        gte(followUps.at, span.from),
        lt(followUps.at, span.to),
        eq(followUps.undone, false),
        team(followUps.teamId, span),
      ),
    )
    .groupBy(followUps.personId, followUps.channel);
  for (const row of followed) {
    const figures = of(row.person);
    figures.followUps += Number(row.all);
    if (row.channel === 'visit') figures.visits += Number(row.all);
  }

  const created = await db.q
    .select({ person: deals.ownerId, all: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(and(gte(deals.createdAt, span.from), lt(deals.createdAt, span.to), team(deals.teamId, span)))
    .groupBy(deals.ownerId);
  for (const row of created) {
    Object.assign(of(row.person), { newDeals: Number(row.all), newDealAmount: row.amount ?? 0 });
  }

  const moved = await db.q
    .select({ person: events.personId, all: count() })
    .from(events)
    .innerJoin(people, eq(people.id, events.personId))
    .where(
      and(
        gte(events.at, span.from),
        lt(events.at, span.to),
        eq(events.kind, 'deal.moved'),
        sql`${events.undoneAt} is null`,
        team(people.teamId, span),
      ),
    )
    .groupBy(events.personId);
  for (const row of moved) {
    of(row.person).moved = Number(row.all);
  }

  const closed = await db.q
    .select({
      person: deals.ownerId,
      status: deals.status,
      all: count(),
      amount: sum(deals.amount).mapWith(Number),
    })
    .from(deals)
    .where(and(gte(deals.closedAt, span.from), lt(deals.closedAt, span.to), team(deals.teamId, span)))
    .groupBy(deals.ownerId, deals.status);
  for (const row of closed) {
    const figures = of(row.person);
    const [deals, amount] = [Number(row.all), row.amount ?? 0];
    if (row.status === 'won') Object.assign(figures, { won: deals, wonAmount: amount });
    if (row.status === 'lost') Object.assign(figures, { lost: deals, lostAmount: amount });
  }
  return [...byPerson.values()];
}

/** Open deals by stage as they stood at a moment. */
export async function pipelineAt(db: Db, at: Date, teamId?: string): Promise<StageFigures[]> {
  const { dealVersions: versions } = db.t;
  const rows = await db.q
    .select({ stage: versions.stage, deals: count(), amount: sum(versions.amount).mapWith(Number) })
    .from(versions)
    .where(
      and(
        eq(versions.status, 'open'),
        gt(versions.validTo, at),
        lte(versions.validFrom, at),
        teamId ? eq(versions.teamId, teamId) : undefined,
      ),
    )
    .groupBy(versions.stage);
  return rows.map((row) => ({ stage: row.stage, deals: Number(row.deals), amount: row.amount ?? 0 }));
}

/** Leads that were still leads at a moment: the funnel's first step holds them beside its deals. */
export async function liveLeadCount(db: Db, at: Date, teamId?: string): Promise<number> {
  const { leads } = db.t;
  const [row] = await db.q
    .select({ all: count() })
    .from(leads)
    .where(
      and(eq(leads.status, 'open'), lte(leads.createdAt, at), teamId ? eq(leads.teamId, teamId) : undefined),
    );
  return Number(row?.all ?? 0);
}

/** Deals lost in a span by reason, the most frequent first. */
export async function lossReasons(
  db: Db,
  span: Span,
): Promise<{ reason: string | null; deals: number; amount: number }[]> {
  const { deals } = db.t;
  const rows = await db.q
    .select({ reason: deals.lossReason, deals: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(
      and(
        gte(deals.closedAt, span.from),
        lt(deals.closedAt, span.to),
        eq(deals.status, 'lost'),
        team(deals.teamId, span),
      ),
    )
    .groupBy(deals.lossReason);
  return rows
    .map((row) => ({ reason: row.reason, deals: Number(row.deals), amount: row.amount ?? 0 }))
    .sort((a, b) => b.deals - a.deals || b.amount - a.amount);
}

/** How many deals, of what worth, count as stalled at a moment. */
export async function stalledTotals(
  db: Db,
  at: Date,
  teamId?: string,
  ownerId?: string,
): Promise<{ deals: number; amount: number }> {
  const { deals } = db.t;
  const [row] = await db.q
    .select({ deals: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(
      and(
        isNotNull(deals.stallAt),
        lte(deals.stallAt, at),
        teamId ? eq(deals.teamId, teamId) : undefined,
        ownerId ? eq(deals.ownerId, ownerId) : undefined,
      ),
    );
  return { deals: Number(row?.deals ?? 0), amount: row?.amount ?? 0 };
}

type TeamColumn = Parameters<typeof eq>[0];

function team(column: TeamColumn, span: Span) {
  return span.teamId ? eq(column, span.teamId) : undefined;
}
