import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { stallsKey } from '../messages/unreached-queries.js';
import type { Deal } from '../schema/row-types.js';
import { compiled, run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';

/** Finds a deal by its number (D-12), or undefined. */
export async function dealByNo(db: Db, no: number): Promise<Deal | undefined> {
  return await findRow(db, db.t.deals, { no });
}

/** Finds a deal by id, or undefined. */
export async function dealById(db: Db, id: string): Promise<Deal | undefined> {
  return await findRow(db, db.t.deals, { id });
}

/** Lists a customer's deals: open ones first, then newest first. */
export async function dealsOf(db: Db, customerId: string): Promise<Deal[]> {
  const rows = await ofCustomer(db, { customerId });
  const open = (deal: Deal) => Number(deal.status === 'open');
  return rows.sort(
    (a, b) => open(b) - open(a) || b.createdAt.getTime() - a.createdAt.getTime() || b.no - a.no,
  );
}

const ofCustomer = compiled<{ customerId: string }>()(({ q, t: { deals } }, param) =>
  q.select().from(deals).where(eq(deals.customerId, param.customerId)),
);

/** Lists a customer's open deals, newest first. */
export async function openDealsOf(db: Db, customerId: string): Promise<Deal[]> {
  return (await dealsOf(db, customerId)).filter((deal) => deal.status === 'open');
}

/** Lists a person's open deals, newest first. */
export async function openDealsOwnedBy(db: Db, ownerId: string, limit = 500): Promise<Deal[]> {
  return await run(db, `openDealsOwnedBy:${limit}`, { ownerId }, ({ q, t: { deals } }, param) =>
    q
      .select()
      .from(deals)
      .where(and(eq(deals.ownerId, param.ownerId), eq(deals.status, 'open')))
      .orderBy(desc(deals.createdAt))
      .limit(atMost(limit)),
  );
}

/** Lists open deals of exactly this name in any case, newest first. */
export async function openDealsNamed(db: Db, name: string, limit = 20): Promise<Deal[]> {
  return await run(db, `openDealsNamed:${limit}`, { name }, ({ q, t: { deals } }, param) =>
    q
      .select()
      .from(deals)
      .where(and(sql`lower(${deals.name}) = lower(${param.name})`, eq(deals.status, 'open')))
      .orderBy(desc(deals.createdAt))
      .limit(atMost(limit)),
  );
}

/**
 * Lists deals stalled by `until` whose owner was not alerted yet, the longest stalled first. An owner whom nobody could
 * be reached for (`stallsKey`) is left out.
 */
export async function stallsToAlert(db: Db, until: Date, limit: number): Promise<Deal[]> {
  return await run(db, `stallsToAlert:${limit}`, { until }, ({ q, t: { deals, unreached } }, param) =>
    q
      .select()
      .from(deals)
      .where(
        and(
          isNotNull(deals.stallAt),
          lte(deals.stallAt, param.until),
          or(isNull(deals.stallAlertedAt), ne(deals.stallAlertedAt, deals.stallAt)),
          sql`not exists (select 1 from ${unreached} where ${unreached.dedupeKey} = ${sql.raw(`'${stallsKey('')}'`)} || ${deals.ownerId})`,
        ),
      )
      .orderBy(asc(deals.stallAt), asc(deals.id))
      .limit(atMost(limit)),
  );
}

/** Lists deals whose unanswered stall alert goes to the manager by `until`. */
export async function dealsToEscalate(db: Db, until: Date, limit: number): Promise<Deal[]> {
  const { deals } = db.t;
  return await db.q
    .select()
    .from(deals)
    .where(and(isNotNull(deals.escalateAt), lte(deals.escalateAt, until)))
    .orderBy(asc(deals.escalateAt))
    .limit(atMost(limit));
}

/**
 * Lists open deals whose clocks were set by another version of the process file, ordered by id, after id
 * `after`.
 */
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

/** Counts the open deals told in a currency that had no rate. */
export async function countUnvalued(db: Db, currency: string): Promise<number> {
  const { deals } = db.t;
  const isUnvalued = and(eq(deals.status, 'open'), eq(deals.currency, currency), isNull(deals.amount));
  const [row] = await db.q.select({ count: count() }).from(deals).where(isUnvalued);
  return Number(row?.count ?? 0);
}
