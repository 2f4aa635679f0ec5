import { and, eq, gt, gte, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { eqIfGiven, type Params } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/**
 * What each figure counts: the conditions are written once, for the sums of the reports and for the lists of the records
 * that they are made of.
 */

export interface AtMoment {
  at: Date;
  teamId?: TeamFilter;
}

type InSpan = Params<Span>;
type AtHole = Params<AtMoment>;

export const newLeads = ({ t: { leads } }: Db, hole: InSpan) =>
  and(gte(leads.createdAt, hole.from), lt(leads.createdAt, hole.to), eqIfGiven(leads.teamId, hole.teamId));

/** Those taken back are counted by nobody. */
export const countedFollowUps = (db: Db, hole: InSpan) =>
  and(writtenFollowUps(db, hole), eq(db.t.followUps.undone, false));

export const writtenFollowUps = ({ t: { followUps } }: Db, hole: InSpan) =>
  and(gte(followUps.at, hole.from), lt(followUps.at, hole.to), eqIfGiven(followUps.teamId, hole.teamId));

export const newDeals = ({ t: { deals } }: Db, hole: InSpan) =>
  and(gte(deals.createdAt, hole.from), lt(deals.createdAt, hole.to), eqIfGiven(deals.teamId, hole.teamId));

/** Beside the person who moved it. */
export const moves = ({ t: { events, people } }: Db, hole: InSpan) =>
  and(
    eq(events.kind, 'deal.moved'),
    gte(events.at, hole.from),
    lt(events.at, hole.to),
    isNull(events.undoneAt),
    eqIfGiven(people.teamId, hole.teamId),
  );

export const closedDeals = ({ t: { deals } }: Db, hole: InSpan) =>
  and(gte(deals.closedAt, hole.from), lt(deals.closedAt, hole.to), eqIfGiven(deals.teamId, hole.teamId));

export const openThen = ({ t: { dealVersions: versions } }: Db, hole: AtHole) =>
  and(
    eq(versions.status, 'open'),
    gt(versions.validTo, hole.at),
    lte(versions.validFrom, hole.at),
    eqIfGiven(versions.teamId, hole.teamId),
  );

export const unansweredThen = ({ t: { leads } }: Db, hole: AtHole) =>
  and(isNotNull(leads.respondBy), lte(leads.respondBy, hole.at), eqIfGiven(leads.teamId, hole.teamId));

/** Beside the deal that the lead became, where it did. */
export const answeredLater = (db: Db, hole: InSpan) => {
  const { leads, deals } = db.t;
  return and(
    newLeads(db, hole),
    or(gt(leads.respondedAt, hole.to), and(isNull(leads.respondedAt), gt(deals.createdAt, hole.to))),
  );
};

export const overdueStill = ({ t: { tasks } }: Db, hole: AtHole) =>
  and(
    eq(tasks.status, 'open'),
    lte(tasks.dueAt, hole.at),
    lte(tasks.createdAt, hole.at),
    eqIfGiven(tasks.teamId, hole.teamId),
  );

export const doneLate = ({ t: { tasks } }: Db, hole: Params<AtMoment & { since: Date }>) =>
  and(
    eq(tasks.status, 'done'),
    lte(tasks.dueAt, hole.at),
    gte(tasks.dueAt, hole.since),
    gt(tasks.doneAt, hole.at),
    lte(tasks.createdAt, hole.at),
    eqIfGiven(tasks.teamId, hole.teamId),
  );

/** Beside the state that a deal of the span was in at the moment. */
export const createdAsThen = (
  { t: { deals, dealVersions: versions } }: Db,
  hole: Params<Span & { at: Date }>,
) =>
  and(
    gte(deals.createdAt, hole.from),
    lt(deals.createdAt, hole.to),
    lte(versions.validFrom, hole.at),
    gt(versions.validTo, hole.at),
    eqIfGiven(versions.teamId, hole.teamId),
  );

/** Beside the deal that the lead became, where it did. */
export const unconvertedThen = (db: Db, hole: Params<Span & { at: Date }>) =>
  and(newLeads(db, hole), or(isNull(db.t.deals.id), gt(db.t.deals.createdAt, hole.at)));

/** One team, or a team and those below it. */
export type TeamFilter = string | ReadonlySet<string>;

/** Whether something of a team is meant by a filter; of no filter is everything. */
export const isOfTeam = (team: string | null, filter: TeamFilter | undefined): boolean =>
  filter === undefined || (typeof filter === 'string' ? team === filter : filter.has(team ?? ''));

/** A span of time, the end not included; of one team, or of the company where `teamId` is absent. */
export interface Span {
  from: Date;
  to: Date;
  teamId?: TeamFilter;
}
