import { and, eq, gt, gte, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { eqIfGiven, type Params } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/**
 * The condition behind each figure, written once for the sums of the reports and the lists of records they
 * count.
 */

export interface AtMoment {
  at: Date;
  teamId?: TeamFilter;
}

type SpanParams = Params<Span>;
type AtParams = Params<AtMoment>;

/** Leads created in a span. */
export const newLeads = ({ t: { leads } }: Db, param: SpanParams) =>
  and(gte(leads.createdAt, param.from), lt(leads.createdAt, param.to), eqIfGiven(leads.teamId, param.teamId));

/** Follow-ups of a span, without undone ones. */
export const countedFollowUps = (db: Db, param: SpanParams) =>
  and(writtenFollowUps(db, param), eq(db.t.followUps.undone, false));

/** Follow-ups of a span, undone ones included. */
export const writtenFollowUps = ({ t: { followUps } }: Db, param: SpanParams) =>
  and(gte(followUps.at, param.from), lt(followUps.at, param.to), eqIfGiven(followUps.teamId, param.teamId));

/** Deals created in a span. */
export const newDeals = ({ t: { deals } }: Db, param: SpanParams) =>
  and(gte(deals.createdAt, param.from), lt(deals.createdAt, param.to), eqIfGiven(deals.teamId, param.teamId));

/** Stage moves; to be joined with the person who moved the deal. */
export const moves = ({ t: { events, people } }: Db, param: SpanParams) =>
  and(
    eq(events.kind, 'deal.moved'),
    gte(events.at, param.from),
    lt(events.at, param.to),
    isNull(events.undoneAt),
    eqIfGiven(people.teamId, param.teamId),
  );

/** Deals won or lost in a span. */
export const closedDeals = ({ t: { deals } }: Db, param: SpanParams) =>
  and(gte(deals.closedAt, param.from), lt(deals.closedAt, param.to), eqIfGiven(deals.teamId, param.teamId));

/** Deal versions open at `at`. */
export const openThen = ({ t: { dealVersions: versions } }: Db, param: AtParams) =>
  and(
    eq(versions.status, 'open'),
    gt(versions.validTo, param.at),
    lte(versions.validFrom, param.at),
    eqIfGiven(versions.teamId, param.teamId),
  );

/** Leads past their response deadline at `at` and unanswered today. */
export const unansweredThen = ({ t: { leads } }: Db, param: AtParams) =>
  and(isNotNull(leads.respondBy), lte(leads.respondBy, param.at), eqIfGiven(leads.teamId, param.teamId));

/** Leads of a span responded to after it; to be joined with the deal each became, if any. */
export const answeredLater = (db: Db, param: SpanParams) => {
  const { leads, deals } = db.t;
  return and(
    newLeads(db, param),
    or(gt(leads.respondedAt, param.to), and(isNull(leads.respondedAt), gt(deals.createdAt, param.to))),
  );
};

/** Tasks overdue at `at` and open today. */
export const overdueStill = ({ t: { tasks } }: Db, param: AtParams) =>
  and(
    eq(tasks.status, 'open'),
    lte(tasks.dueAt, param.at),
    lte(tasks.createdAt, param.at),
    eqIfGiven(tasks.teamId, param.teamId),
  );

/** Tasks due from `since` to `at` and done after `at`. */
export const doneLate = ({ t: { tasks } }: Db, param: Params<AtMoment & { since: Date }>) =>
  and(
    eq(tasks.status, 'done'),
    lte(tasks.dueAt, param.at),
    gte(tasks.dueAt, param.since),
    gt(tasks.doneAt, param.at),
    lte(tasks.createdAt, param.at),
    eqIfGiven(tasks.teamId, param.teamId),
  );

/** Deals created in a span; to be joined with their version valid at `at`. */
export const createdAsThen = (
  { t: { deals, dealVersions: versions } }: Db,
  param: Params<Span & { at: Date }>,
) =>
  and(
    gte(deals.createdAt, param.from),
    lt(deals.createdAt, param.to),
    lte(versions.validFrom, param.at),
    gt(versions.validTo, param.at),
    eqIfGiven(versions.teamId, param.teamId),
  );

/** Leads of a span without a deal at `at`; to be joined with the deal each became, if any. */
export const unconvertedThen = (db: Db, param: Params<Span & { at: Date }>) =>
  and(newLeads(db, param), or(isNull(db.t.deals.id), gt(db.t.deals.createdAt, param.at)));

/** One team, or a set of teams (a team and those below it). */
export type TeamFilter = string | ReadonlySet<string>;

/** Whether a record of `team` passes the filter; no filter lets everything pass. */
export const isOfTeam = (team: string | null, filter: TeamFilter | undefined): boolean =>
  filter === undefined || (typeof filter === 'string' ? team === filter : filter.has(team ?? ''));

/** A span [from, to), of a team or, without `teamId`, the company. */
export interface Span {
  from: Date;
  to: Date;
  teamId?: TeamFilter;
}
