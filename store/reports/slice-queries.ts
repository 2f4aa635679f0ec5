import { and, eq, gt, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import { compiled, eqIfGiven, type Params } from '../statements/compiled.js';
import { validAt } from '../statements/conditions.js';
import { type Db, forever } from '../statements/db.js';
import type { Span, TeamFilter } from './report-conditions.js';
import { inSpan } from './report-conditions.js';

/**
 * A deal as of a moment, with the values it can be grouped by. Owner, team, stage, status and amount are of
 * that moment; values without history (product, tags, customer) are of today.
 */
export interface SliceFacts {
  id: string;
  no: number;
  name: string;
  customerId: string;
  customer: string;
  ownerId: string | null;
  teamId: string | null;
  status: 'open' | 'won' | 'lost';
  stage: string;
  amount: number | null;
  told: number | null;
  currency: string | null;
  /** Local date of the expected close. */
  closeDate: string | null;
  createdAt: Date;
  /** When it was won or lost; null while it is open. */
  closedAt: Date | null;
  product: string | null;
  tags: string[];
  facts: Record<string, string>;
  lossReason: string | null;
  lossStage: string | null;
  region: string | null;
  industry: string | null;
  grade: string | null;
  customerTags: string[];
  /** Source of the first lead that became this deal. */
  source: string | null;
  fromLead: boolean;
}

interface AtMoment {
  at: Date;
  teamId?: TeamFilter;
}

type Cohort = AtMoment & { from: Date; to: Date };

/** Lists the deals open at `at`. */
export async function openDealsAt(db: Db, at: Date, teamId?: TeamFilter): Promise<SliceFacts[]> {
  return onePerDeal(await openAt(db, { at, teamId }), at);
}

/** Lists the deals that a person has open. */
export async function openDealsOwnedAt(db: Db, at: Date, ownerId: string): Promise<SliceFacts[]> {
  return onePerDeal(await openOwned(db, { at, ownerId }), at);
}

/** Lists the deals created in a span, as of `at`. */
export async function dealsCreatedIn(db: Db, { from, to, teamId }: Span, at: Date): Promise<SliceFacts[]> {
  return onePerDeal(await createdIn(db, { from, to, at, teamId }), at);
}

/** Lists the deals won or lost in a span and still so at `at`. */
export async function dealsClosedIn(db: Db, { from, to, teamId }: Span, at: Date): Promise<SliceFacts[]> {
  const closed = await closedIn(db, { from, to, at, teamId });
  const again = await reopened(db, { at, until: forever, teamId });
  return onePerDeal([...closed, ...again], at).filter(
    ({ closedAt }) => closedAt !== null && closedAt >= from && closedAt < to,
  );
}

type Row = Omit<SliceFacts, 'fromLead'> & { since: Date; leadAt: Date | null };

/** Merges the rows of a deal that came from several leads: the first lead gives the source. */
function onePerDeal(rows: readonly Row[], at: Date): SliceFacts[] {
  const byId = new Map<string, Row>();
  for (const row of rows) {
    const known = byId.get(row.id);
    if (!known || (row.leadAt && (!known.leadAt || row.leadAt < known.leadAt))) byId.set(row.id, row);
  }
  return [...byId.values()].map(({ leadAt, since, ...deal }) => ({
    ...deal,
    fromLead: leadAt !== null,
    closedAt: closedBy(at, { ...deal, since }),
  }));
}

/**
 * When the deal was closed as known at `at`, or null. A deal reopened since no longer stores that, but its
 * closed version has a start.
 */
function closedBy(
  at: Date,
  { status, closedAt, since }: Pick<Row, 'closedAt' | 'since'> & { status: LeadOutcome['status'] },
): Date | null {
  if (status !== 'won' && status !== 'lost') return null;
  return closedAt && closedAt <= at ? closedAt : since;
}

const select = ({ q, t: { deals, dealVersions: versions, customers, leads } }: Db) =>
  q
    .select({
      id: deals.id,
      no: deals.no,
      name: deals.name,
      customerId: deals.customerId,
      customer: customers.name,
      ownerId: versions.ownerId,
      teamId: versions.teamId,
      status: versions.status,
      stage: versions.stage,
      amount: versions.amount,
      told: versions.told,
      currency: versions.currency,
      since: versions.validFrom,
      closeDate: versions.closeDate,
      createdAt: deals.createdAt,
      closedAt: deals.closedAt,
      product: deals.product,
      tags: deals.tags,
      facts: deals.facts,
      lossReason: deals.lossReason,
      lossStage: deals.lossStage,
      region: customers.region,
      industry: customers.industry,
      grade: customers.grade,
      customerTags: customers.tags,
      source: leads.source,
      leadAt: leads.createdAt,
    })
    .from(versions)
    .innerJoin(deals, eq(deals.id, versions.dealId))
    .innerJoin(customers, eq(customers.id, deals.customerId))
    .leftJoin(leads, and(eq(leads.customerId, deals.customerId), eq(leads.dealId, deals.id)));

const validThen = ({ t: { dealVersions: versions } }: Db, param: Params<AtMoment>) =>
  and(validAt(versions, param.at), eqIfGiven(versions.teamId, param.teamId));

const openAt = compiled<AtMoment>()((db, param) =>
  select(db).where(and(eq(db.t.dealVersions.status, 'open'), validThen(db, param))),
);

const openOwned = compiled<{ at: Date; ownerId: string }>()((db, param) => {
  const { deals, dealVersions: versions } = db.t;
  return select(db).where(
    and(
      eq(deals.ownerId, param.ownerId),
      eq(deals.status, 'open'),
      eq(versions.status, 'open'),
      validAt(versions, param.at),
    ),
  );
});

const createdIn = compiled<Cohort>()((db, param) =>
  select(db).where(
    and(gte(db.t.deals.createdAt, param.from), lt(db.t.deals.createdAt, param.to), validThen(db, param)),
  ),
);

const closedIn = compiled<Cohort>()((db, param) =>
  select(db).where(
    and(
      gte(db.t.deals.closedAt, param.from),
      lt(db.t.deals.closedAt, param.to),
      lte(db.t.deals.closedAt, param.at),
      inArray(db.t.dealVersions.status, ['won', 'lost']),
      validThen(db, param),
    ),
  ),
);

/** Deals closed at `at` and changed since; the cost follows what happened since `at`. */
const reopened = compiled<AtMoment & { until: Date }>()((db, param) =>
  select(db).where(
    and(
      inArray(db.t.dealVersions.status, ['won', 'lost']),
      lt(db.t.dealVersions.validTo, param.until),
      or(isNull(db.t.deals.closedAt), gt(db.t.deals.closedAt, param.at)),
      validThen(db, param),
    ),
  ),
);

/** A lead of a span, and its outcome by a moment. */
export interface LeadOutcome {
  id: string;
  ownerId: string | null;
  source: string | null;
  createdAt: Date;
  /** Null if it had not become a deal. */
  status: 'open' | 'won' | 'lost' | null;
  amount: number | null;
  closedAt: Date | null;
}

/** Lists the leads created in a span with their outcome as known at `at`. */
export async function leadOutcomes(db: Db, span: Span, at: Date): Promise<LeadOutcome[]> {
  const rows = await yielded(db, { ...span, at });
  return rows.map(({ since, ...row }) => ({
    ...row,
    closedAt: closedBy(at, { ...row, since: since ?? at }),
  }));
}

const yielded = compiled<Cohort>()(({ q, t: { leads, deals, dealVersions: versions } }, param) =>
  q
    .select({
      id: leads.id,
      ownerId: leads.ownerId,
      source: leads.source,
      createdAt: leads.createdAt,
      status: versions.status,
      amount: versions.amount,
      since: versions.validFrom,
      closedAt: deals.closedAt,
    })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .leftJoin(versions, and(eq(versions.dealId, deals.id), validAt(versions, param.at)))
    .where(and(inSpan(leads.createdAt, leads.teamId, param))),
);
