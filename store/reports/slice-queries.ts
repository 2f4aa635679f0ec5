import { and, eq, gt, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import { compiled, eqIfGiven, type Params } from '../statements/compiled.js';
import { type Db, forever } from '../statements/db.js';
import type { Span, TeamFilter } from './report-conditions.js';

/**
 * A deal as it stood at a moment, with what it can be cut by. Owner, team, stage, status and amount are those of that
 * moment; what is kept without history (product, tags, the customer) is as it is today.
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
  /** Local date it is expected to close. */
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
  /** Of the first lead that became this deal. */
  source: string | null;
  fromLead: boolean;
}

interface AtMoment {
  at: Date;
  teamId?: TeamFilter;
}

type Cohort = AtMoment & { from: Date; to: Date };

/** What was open at a moment. */
export async function openDealsAt(db: Db, at: Date, teamId?: TeamFilter): Promise<SliceFacts[]> {
  return once(await openAt(db, { at, teamId }), at);
}

/** What was created in a span, as it stood at a moment. */
export async function dealsCreatedIn(db: Db, { from, to, teamId }: Span, at: Date): Promise<SliceFacts[]> {
  return once(await createdIn(db, { from, to, at, teamId }), at);
}

/** What was won or lost in a span and still was at a moment. */
export async function dealsClosedIn(db: Db, { from, to, teamId }: Span, at: Date): Promise<SliceFacts[]> {
  const closed = await closedIn(db, { from, to, at, teamId });
  const again = await reopened(db, { at, until: forever, teamId });
  return once([...closed, ...again], at).filter(
    ({ closedAt }) => closedAt !== null && closedAt >= from && closedAt < to,
  );
}

type Row = Omit<SliceFacts, 'fromLead'> & { since: Date; leadAt: Date | null };

/** Two leads of one deal make two rows: the first lead tells the source. */
function once(rows: readonly Row[], at: Date): SliceFacts[] {
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
 * When it was closed, as it was known at a moment: of a deal that was opened again since then that is no longer written
 * on it, but the state it was in has a beginning.
 */
function closedBy(
  at: Date,
  { status, closedAt, since }: Pick<Row, 'closedAt' | 'since'> & { status: YieldedLead['status'] },
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

const validThen = ({ t: { dealVersions: versions } }: Db, hole: Params<AtMoment>) =>
  and(
    lte(versions.validFrom, hole.at),
    gt(versions.validTo, hole.at),
    eqIfGiven(versions.teamId, hole.teamId),
  );

const openAt = compiled<AtMoment>()((db, hole) =>
  select(db).where(and(eq(db.t.dealVersions.status, 'open'), validThen(db, hole))),
);

const createdIn = compiled<Cohort>()((db, hole) =>
  select(db).where(
    and(gte(db.t.deals.createdAt, hole.from), lt(db.t.deals.createdAt, hole.to), validThen(db, hole)),
  ),
);

const closedIn = compiled<Cohort>()((db, hole) =>
  select(db).where(
    and(
      gte(db.t.deals.closedAt, hole.from),
      lt(db.t.deals.closedAt, hole.to),
      lte(db.t.deals.closedAt, hole.at),
      inArray(db.t.dealVersions.status, ['won', 'lost']),
      validThen(db, hole),
    ),
  ),
);

/** The cost follows what happened since that moment. */
const reopened = compiled<AtMoment & { until: Date }>()((db, hole) =>
  select(db).where(
    and(
      inArray(db.t.dealVersions.status, ['won', 'lost']),
      lt(db.t.dealVersions.validTo, hole.until),
      or(isNull(db.t.deals.closedAt), gt(db.t.deals.closedAt, hole.at)),
      validThen(db, hole),
    ),
  ),
);

/** A lead of a span, and what had become of it by a moment. */
export interface YieldedLead {
  id: string;
  ownerId: string | null;
  source: string | null;
  createdAt: Date;
  /** Null: it had not become a deal. */
  status: 'open' | 'won' | 'lost' | null;
  amount: number | null;
  closedAt: Date | null;
}

export async function leadsYielded(db: Db, span: Span, at: Date): Promise<YieldedLead[]> {
  const rows = await yielded(db, { ...span, at });
  return rows.map(({ since, ...row }) => ({
    ...row,
    closedAt: closedBy(at, { ...row, since: since ?? at }),
  }));
}

const yielded = compiled<Cohort>()(({ q, t: { leads, deals, dealVersions: versions } }, hole) =>
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
    .leftJoin(
      versions,
      and(eq(versions.dealId, deals.id), lte(versions.validFrom, hole.at), gt(versions.validTo, hole.at)),
    )
    .where(
      and(
        gte(leads.createdAt, hole.from),
        lt(leads.createdAt, hole.to),
        eqIfGiven(leads.teamId, hole.teamId),
      ),
    ),
);
