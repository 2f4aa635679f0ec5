import { and, count, eq, gte, isNotNull, lt, lte, type Placeholder, type SQL, sql, sum } from 'drizzle-orm';
import { compiled, eqIfGiven, type Params } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { countTotal } from '../statements/total.js';
import {
  type AtMoment,
  closedDeals,
  countedFollowUps,
  moves,
  newDeals as newDealsIn,
  newLeads as newLeadsIn,
  openThen,
  type Span,
  type TeamFilter,
} from './report-conditions.js';

/** A person's activity and results in a span (counts; amounts in minor units). */
export interface PersonFigures {
  /** '' for records without an owner. */
  personId: string;
  newLeads: number;
  /** New leads of the span that were answered. */
  answeredLeads: number;
  followUps: number;
  calls: number;
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
 * Computes each person's activity and results in a span by five range reads: the cost follows what happened
 * in the span, not what is stored.
 */
export async function personFigures(db: Db, span: Span): Promise<PersonFigures[]> {
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
        calls: 0,
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

  const newLeads = await leadsCreated(db, span);
  for (const row of newLeads) {
    Object.assign(of(row.person), { newLeads: Number(row.all), answeredLeads: Number(row.answered) });
  }

  const followed = await followUpsMade(db, span);
  for (const row of followed) {
    const figures = of(row.person);
    figures.followUps += Number(row.all);
    if (row.channel === 'visit') figures.visits += Number(row.all);
    if (row.channel === 'call') figures.calls += Number(row.all);
  }

  const created = await dealsCreated(db, span);
  for (const row of created) {
    Object.assign(of(row.person), { newDeals: Number(row.all), newDealAmount: row.amount ?? 0 });
  }

  const moved = await dealsMoved(db, span);
  for (const row of moved) {
    of(row.person).moved = Number(row.all);
  }

  const closed = await dealsClosed(db, span);
  for (const row of closed) {
    const figures = of(row.person);
    const [deals, amount] = [Number(row.all), row.amount ?? 0];
    if (row.status === 'won') Object.assign(figures, { won: deals, wonAmount: amount });
    if (row.status === 'lost') Object.assign(figures, { lost: deals, lostAmount: amount });
  }
  return [...byPerson.values()];
}

const leadsCreated = compiled<Span>()((db, param) => {
  const { leads } = db.t;
  return db.q
    .select({ person: leads.ownerId, all: count(), answered: count(leads.respondedAt) })
    .from(leads)
    .where(newLeadsIn(db, param))
    .groupBy(leads.ownerId);
});

const followUpsMade = compiled<Span>()((db, param) => {
  const { followUps } = db.t;
  return db.q
    .select({ person: followUps.personId, channel: followUps.channel, all: count() })
    .from(followUps)
    .where(countedFollowUps(db, param))
    .groupBy(followUps.personId, followUps.channel);
});

const dealsCreated = compiled<Span>()((db, param) => {
  const { deals } = db.t;
  return db.q
    .select({ person: deals.ownerId, all: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(newDealsIn(db, param))
    .groupBy(deals.ownerId);
});

const dealsMoved = compiled<Span>()((db, param) => {
  const { events, people } = db.t;
  return db.q
    .select({ person: events.personId, all: count() })
    .from(events)
    .innerJoin(people, eq(people.id, events.personId))
    .where(moves(db, param))
    .groupBy(events.personId);
});

const dealsClosed = compiled<Span>()((db, param) => {
  const { deals } = db.t;
  return db.q
    .select({
      person: deals.ownerId,
      status: deals.status,
      all: count(),
      amount: sum(deals.amount).mapWith(Number),
    })
    .from(deals)
    .where(closedDeals(db, param))
    .groupBy(deals.ownerId, deals.status);
});

/** Sums open deals by stage as of `at`. */
export async function pipelineAt(db: Db, at: Date, teamId?: TeamFilter): Promise<StageFigures[]> {
  const rows = await openByStage(db, { at, teamId });
  return rows.map((row) => ({ stage: row.stage, deals: Number(row.deals), amount: row.amount ?? 0 }));
}

const openByStage = compiled<AtMoment>()((db, param) => {
  const { dealVersions: versions } = db.t;
  return db.q
    .select({ stage: versions.stage, deals: count(), amount: sum(versions.amount).mapWith(Number) })
    .from(versions)
    .where(openThen(db, param))
    .groupBy(versions.stage);
});

/** Counts leads that were still leads at `at`: the funnel's first step shows them beside its deals. */
export async function liveLeadCount(db: Db, at: Date, teamId?: TeamFilter): Promise<number> {
  return countTotal(await liveLeads(db, { at, teamId }));
}

const liveLeads = compiled<AtMoment>()(({ q, t: { leads } }, param) =>
  q
    .select({ all: count() })
    .from(leads)
    .where(
      and(eq(leads.status, 'open'), lte(leads.createdAt, param.at), eqIfGiven(leads.teamId, param.teamId)),
    ),
);

/** Sums deals lost in a span by reason, the most frequent first. */
export async function lossReasons(
  db: Db,
  span: Span,
): Promise<{ reason: string | null; deals: number; amount: number }[]> {
  const rows = await dealsLost(db, span);
  return rows
    .map((row) => ({ reason: row.reason, deals: Number(row.deals), amount: row.amount ?? 0 }))
    .sort((a, b) => b.deals - a.deals || b.amount - a.amount);
}

const dealsLost = compiled<Span>()(({ q, t: { deals } }, param) =>
  q
    .select({ reason: deals.lossReason, deals: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(
      and(
        gte(deals.closedAt, param.from),
        lt(deals.closedAt, param.to),
        eq(deals.status, 'lost'),
        eqIfGiven(deals.teamId, param.teamId),
      ),
    )
    .groupBy(deals.lossReason),
);

/**
 * Sums the deals that are stalled at `at`. `unchanged`: only deals without a newer version; the others must
 * be computed from their versions.
 */
export async function stalledTotals(
  db: Db,
  at: Date,
  teamId?: TeamFilter,
  ownerId?: string,
  unchanged = false,
): Promise<{ deals: number; amount: number }> {
  const [row] = await (unchanged ? stalledUnchanged : stalledBy)(db, { at, teamId, ownerId });
  return { deals: Number(row?.deals ?? 0), amount: row?.amount ?? 0 };
}

/** Condition: no version of the deal began after `at`. */
export function unchangedSince(db: Db, at: Placeholder): SQL {
  const { deals, dealVersions: versions } = db.t;
  return sql`exists (select 1 from ${versions} where ${versions.dealId} = ${deals.id}
    and ${versions.version} = ${deals.version} and ${versions.validFrom} <= ${at})`;
}

type StalledFilter = AtMoment & { ownerId?: string };

const stalledBy = compiled<StalledFilter>()((db, param) =>
  db.q.select(totalsOf(db)).from(db.t.deals).where(isStalled(db, param)),
);

const stalledUnchanged = compiled<StalledFilter>()((db, param) =>
  db.q
    .select(totalsOf(db))
    .from(db.t.deals)
    .where(and(isStalled(db, param), unchangedSince(db, param.at))),
);

const totalsOf = ({ t: { deals } }: Db) => ({ deals: count(), amount: sum(deals.amount).mapWith(Number) });

const isStalled = ({ t: { deals } }: Db, param: Params<StalledFilter>) =>
  and(
    isNotNull(deals.stallAt),
    lte(deals.stallAt, param.at),
    eqIfGiven(deals.teamId, param.teamId),
    eqIfGiven(deals.ownerId, param.ownerId),
  );
