import { and, asc, desc, eq, gt, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { Deal, DealVersion } from '../schema/row-types.js';
import { compiled, run } from '../statements/compiled.js';
import { nextNumber } from '../statements/counters.js';
import { type Db, forever } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { changeRow, insertRow, updateRow } from '../statements/rows.js';

export type NewDeal = Pick<
  Deal,
  'customerId' | 'name' | 'ownerId' | 'teamId' | 'stage' | 'stallAt' | 'processVersion'
> &
  Partial<
    Pick<
      Deal,
      'amount' | 'closeDate' | 'called' | 'product' | 'tags' | 'facts' | 'status' | 'closedAt' | 'importKey'
    >
  >;
export type DealPatch = Partial<Omit<Deal, 'id' | 'no' | 'version'>>;

export async function createDeal(tx: Db, given: NewDeal, now: Date): Promise<Deal> {
  const deal: Deal = {
    amount: null,
    closeDate: null,
    called: null,
    product: null,
    tags: [],
    facts: {},
    status: 'open',
    closedAt: null,
    importKey: null,
    ...given,
    id: newId(),
    no: await nextNumber(tx, 'deals'),
    stageSince: now,
    lossReason: null,
    lossStage: null,
    lastFollowUpAt: null,
    stallAlertedAt: null,
    escalateAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.deals, deal);
  await insertRow(tx, tx.t.dealVersions, versionOf(deal, now));
  return deal;
}

/** The state of a deal that is kept for ever, valid from a moment on. */
export function versionOf(deal: Deal, validFrom: Date): DealVersion {
  const { id, version, ownerId, teamId, status, stage, stageSince, amount, closeDate, called } = deal;
  return {
    dealId: id,
    version,
    validFrom,
    validTo: forever,
    ownerId,
    teamId,
    status,
    stage,
    stageSince,
    amount,
    closeDate,
    called,
  };
}

export async function dealByNo(db: Db, no: number): Promise<Deal | undefined> {
  return (await byNo(db, { no }))[0];
}

const byNo = compiled<{ no: number }>()(({ q, t: { deals } }, hole) =>
  q.select().from(deals).where(eq(deals.no, hole.no)),
);

export async function dealById(db: Db, id: string): Promise<Deal | undefined> {
  return (await byId(db, { id }))[0];
}

const byId = compiled<{ id: string }>()(({ q, t: { deals } }, hole) =>
  q.select().from(deals).where(eq(deals.id, hole.id)),
);

/** A customer's deals, open ones first, the newest first. */
export async function dealsOf(db: Db, customerId: string): Promise<Deal[]> {
  const rows = await ofCustomer(db, { customerId });
  const open = (deal: Deal) => Number(deal.status === 'open');
  return rows.sort(
    (a, b) => open(b) - open(a) || b.createdAt.getTime() - a.createdAt.getTime() || b.no - a.no,
  );
}

const ofCustomer = compiled<{ customerId: string }>()(({ q, t: { deals } }, hole) =>
  q.select().from(deals).where(eq(deals.customerId, hole.customerId)),
);

export async function openDealsOf(db: Db, customerId: string): Promise<Deal[]> {
  return (await dealsOf(db, customerId)).filter((deal) => deal.status === 'open');
}

/** Somebody's open deals. */
export async function openDealsOwnedBy(db: Db, ownerId: string, limit = 500): Promise<Deal[]> {
  const { deals } = db.t;
  return await db.q
    .select()
    .from(deals)
    .where(and(eq(deals.ownerId, ownerId), eq(deals.status, 'open')))
    .orderBy(desc(deals.createdAt))
    .limit(atMost(limit));
}

/**
 * Changes what a deal is (stage, amount, owner, outcome…): the state it had is closed and a new one begins at
 * `at`. Undefined if the deal is no longer at `deal.version` (somebody was faster).
 */
export async function changeDeal(
  tx: Db,
  deal: Pick<Deal, 'id' | 'version'>,
  patch: DealPatch,
  at: Date,
): Promise<Deal | undefined> {
  const { deals, dealVersions } = tx.t;
  const row = await changeRow(tx, deals, deal, patch);
  if (!row) return undefined;
  await updateRow(tx, dealVersions, { dealId: deal.id, version: deal.version }, { validTo: at });
  await insertRow(tx, dealVersions, versionOf(row, at));
  return row;
}

/** Notes activity or an alert on a deal without making a new version of it: its figures stay as they were. */
export async function touchDeal(
  tx: Db,
  id: string,
  patch: Pick<
    DealPatch,
    'lastFollowUpAt' | 'stallAt' | 'stallAlertedAt' | 'escalateAt' | 'facts' | 'processVersion'
  >,
): Promise<void> {
  await updateRow(tx, tx.t.deals, { id }, patch);
}

/** Deals stalled by then whose stall was not told yet, the longest first. */
export async function stallsToAlert(db: Db, until: Date, limit: number): Promise<Deal[]> {
  return await run(db, `stallsToAlert:${limit}`, { until }, ({ q, t: { deals } }, hole) =>
    q
      .select()
      .from(deals)
      .where(
        and(
          isNotNull(deals.stallAt),
          lte(deals.stallAt, hole.until),
          or(isNull(deals.stallAlertedAt), ne(deals.stallAlertedAt, deals.stallAt)),
        ),
      )
      .orderBy(asc(deals.stallAt), asc(deals.id))
      .limit(atMost(limit)),
  );
}

/** Deals whose unanswered alert goes to the manager by then. */
export async function dealsToEscalate(db: Db, until: Date, limit: number): Promise<Deal[]> {
  const { deals } = db.t;
  return await db.q
    .select()
    .from(deals)
    .where(and(isNotNull(deals.escalateAt), lte(deals.escalateAt, until)))
    .orderBy(asc(deals.escalateAt))
    .limit(atMost(limit));
}

/** Open deals whose clocks were set by another version of the process file, in key order after `after`. */
export async function dealsClockedBefore(
  db: Db,
  processVersion: number,
  after: string,
  limit: number,
): Promise<Deal[]> {
  const { deals } = db.t;
  return await db.q
    .select()
    .from(deals)
    .where(and(eq(deals.status, 'open'), ne(deals.processVersion, processVersion), gt(deals.id, after)))
    .orderBy(asc(deals.id))
    .limit(atMost(limit));
}
