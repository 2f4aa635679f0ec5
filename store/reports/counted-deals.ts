import { eq } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import type { CountedRecord } from './counted-record.js';
import {
  type AtMoment,
  closedDeals,
  createdAsThen,
  moves,
  newDeals,
  openThen,
  type Span,
  type TeamFilter,
} from './report-conditions.js';

export interface CountedDeal extends CountedRecord {
  type: 'deal';
  stage: string;
  status: 'open' | 'won' | 'lost';
}

/** The deals with their customers; `at` is the moment that a row is counted at. */
const dealRows = <C extends PgColumn>({ q, t: { deals, customers } }: Db, at: C) =>
  q
    .select({
      id: deals.id,
      no: deals.no,
      customerId: deals.customerId,
      customer: customers.name,
      ownerId: deals.ownerId,
      teamId: deals.teamId,
      amount: deals.amount,
      stage: deals.stage,
      status: deals.status,
      at,
    })
    .from(deals)
    .leftJoin(customers, eq(customers.id, deals.customerId));

const ownDeal = <T extends { ownerId: string | null }>(row: T) => ({
  ...row,
  type: 'deal' as const,
  personId: row.ownerId,
});

/** Lists the deals created in a span. */
export async function newDealsIn(db: Db, span: Span): Promise<CountedDeal[]> {
  return (await dealsMade(db, span)).map(ownDeal);
}

const dealsMade = compiled<Span>()((db, param) =>
  dealRows(db, db.t.deals.createdAt).where(newDeals(db, param)),
);

/** Lists deals won or lost in a span. */
export async function closedDealsIn(db: Db, span: Span): Promise<CountedDeal[]> {
  return (await dealsEnded(db, span)).map((row) => ownDeal({ ...row, at: row.at ?? span.from }));
}

const dealsEnded = compiled<Span>()((db, param) =>
  dealRows(db, db.t.deals.closedAt).where(closedDeals(db, param)),
);

/** Lists the deals open at `at` with their stage, owner, team and amount of then. */
export async function openDealsThen(db: Db, at: Date, teamId?: TeamFilter): Promise<CountedDeal[]> {
  return (await dealsOpen(db, { at, teamId })).map(ownDeal);
}

/** Versions of deals with their customers. */
const versionRows = (db: Db) => {
  const { deals, dealVersions: versions, customers } = db.t;
  return db.q
    .select({
      id: versions.dealId,
      no: deals.no,
      customerId: deals.customerId,
      customer: customers.name,
      ownerId: versions.ownerId,
      teamId: versions.teamId,
      amount: versions.amount,
      stage: versions.stage,
      status: versions.status,
      at: versions.stageSince,
    })
    .from(versions)
    .innerJoin(deals, eq(deals.id, versions.dealId))
    .leftJoin(customers, eq(customers.id, deals.customerId));
};

const dealsOpen = compiled<AtMoment>()((db, param) => versionRows(db).where(openThen(db, param)));

/** Lists the deals created in a span, as of `at`. */
export async function dealsCreatedThen(db: Db, span: Span, at: Date): Promise<CountedDeal[]> {
  return (await cohort(db, { ...span, at })).map(ownDeal);
}

const cohort = compiled<Span & { at: Date }>()((db, param) =>
  versionRows(db).where(createdAsThen(db, param)),
);

/** Lists stage moves in a span, with the deal as it is today. */
export async function movesIn(db: Db, span: Span): Promise<CountedRecord[]> {
  return (await dealsMoved(db, span)).map((row) => ({
    ...row,
    type: 'deal' as const,
    customerId: row.customerId ?? '',
  }));
}

const dealsMoved = compiled<Span>()((db, param) => {
  const { events, people, deals, customers } = db.t;
  return db.q
    .select({
      id: events.recordId,
      no: deals.no,
      customerId: deals.customerId,
      customer: customers.name,
      ownerId: deals.ownerId,
      teamId: deals.teamId,
      personId: events.personId,
      amount: deals.amount,
      at: events.at,
    })
    .from(events)
    .innerJoin(people, eq(people.id, events.personId))
    .leftJoin(deals, eq(deals.id, events.recordId))
    .leftJoin(customers, eq(customers.id, deals.customerId))
    .where(moves(db, param));
});
