import {
  and,
  count,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db } from '../statements/db.js';
import { countTotal } from '../statements/total.js';
import type { CountingRules } from './pool-queries.js';

/** A span in which nothing was done about a record that could have returned to the pool. */
export interface Silence {
  id: string;
  /**
   * Begin and end of the silence (epoch ms): the last activity, and the next one or the end of the period.
   */
  at: number;
  next: number;
  /** Source of the lead, or grade of the customer. */
  kind: string | null;
  /** Whether it was won in the end. */
  isWon: boolean;
}

export interface DryRunPeriod {
  from: Date;
  to: Date;
}

/** `least`: shortest silence of interest, in ms. */
type Asked = DryRunPeriod & CountingRules & { least: number };

const literalMs = (at: Date): SQL => sql.raw(String(at.getTime()));

/** Epoch ms as a number; PostgreSQL returns text. */
const ms = (expression: SQL) => expression.mapWith(Number);

/**
 * Lists silences of a period's leads: from creation (or the period's start), between follow-ups that count,
 * to the deal (or the period's end). One statement, which returns only silences longer than `least`.
 */
export async function silencesOfLeads(db: Db, asked: Asked): Promise<Silence[]> {
  const { leads, deals, followUps } = db.t;
  const { from, to } = asked;
  const begin = db.q
    .select({
      id: sql<string>`${leads.id}`.as('silent_id'),
      at: ms(later(leads.createdAt, from)).as('silent_from'),
    })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(ofPeriod(db, asked));
  const followed = db.q
    .select({
      id: sql<string>`${followUps.leadId}`.as('silent_id'),
      at: ms(sql`${followUps.at}`).as('silent_from'),
    })
    .from(followUps)
    .where(and(isNotNull(followUps.leadId), countingIn(db, asked)));
  const end = db.q
    .select({
      id: sql<string>`${leads.id}`.as('silent_id'),
      at: ms(
        sql`case when ${deals.createdAt} < ${literalMs(to)} then ${deals.createdAt} else ${literalMs(to)} end`,
      ).as('silent_from'),
    })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(ofPeriod(db, asked));
  const gaps = gapsOf(db, unionAll(begin, followed, end).as('moments'));
  const rows = await db.q
    .select({ id: gaps.id, at: gaps.at, next: gaps.next, kind: leads.source, deal: deals.status })
    .from(gaps)
    .innerJoin(leads, eq(leads.id, gaps.id))
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(and(sql`${gaps.next} - ${gaps.at} > ${sql.raw(String(asked.least))}`, ofPeriod(db, asked)));
  return rows.map(({ deal, ...gap }) => ({ ...gap, isWon: deal === 'won' }));
}

/** Leads alive in the period: created in it, or earlier and still open or converted in it. */
function ofPeriod(db: Db, { from, to }: DryRunPeriod): SQL | undefined {
  const { leads, deals } = db.t;
  return and(
    lt(leads.createdAt, to),
    ne(leads.status, 'dropped'),
    or(gte(leads.createdAt, from), eq(leads.status, 'open'), gte(deals.createdAt, from)),
  );
}

/** Counts the leads alive in a period. */
export async function countLeads(db: Db, period: DryRunPeriod): Promise<number> {
  const { leads, deals } = db.t;
  return countTotal(
    await db.q
      .select({ all: count() })
      .from(leads)
      .leftJoin(deals, eq(deals.id, leads.dealId))
      .where(ofPeriod(db, period)),
  );
}

/**
 * Lists silences of owned or pooled customers between follow-ups that count and the beginnings and ends of
 * deals; none while a deal was open. Ignores leads: most are answered by a follow-up.
 */
export async function silencesOfCustomers(db: Db, asked: Asked): Promise<Silence[]> {
  const { customers, deals, followUps } = db.t;
  const { from, to } = asked;
  const at = (of: SQL) => ms(of).as('silent_from');
  const ofDeals = (moment: typeof deals.createdAt | typeof deals.closedAt) =>
    db.q
      .select({ id: sql<string>`${deals.customerId}`.as('silent_id'), at: at(sql`${moment}`) })
      .from(deals)
      .where(and(gte(moment, from), lt(moment, to)));
  const begin = db.q
    .select({ id: sql<string>`${customers.id}`.as('silent_id'), at: at(later(customers.createdAt, from)) })
    .from(customers)
    .where(held(db, asked));
  const followed = db.q
    .select({ id: sql<string>`${followUps.customerId}`.as('silent_id'), at: at(sql`${followUps.at}`) })
    .from(followUps)
    .where(countingIn(db, asked));
  const end = db.q
    .select({ id: sql<string>`${customers.id}`.as('silent_id'), at: at(literalMs(to)) })
    .from(customers)
    .where(held(db, asked));
  const moments = unionAll(begin, followed, ofDeals(deals.createdAt), ofDeals(deals.closedAt), end);
  const gaps = gapsOf(db, moments.as('moments'));
  const open = db.q
    .select({ id: deals.id })
    .from(deals)
    .where(
      and(
        eq(deals.customerId, gaps.id),
        lte(sql`${deals.createdAt}`, gaps.at),
        or(isNull(deals.closedAt), gt(sql`${deals.closedAt}`, gaps.at)),
      ),
    );
  const won = sql<number>`exists (select 1 from ${deals} where ${deals.customerId} = ${gaps.id} and ${deals.status} = 'won' and ${deals.closedAt} > ${gaps.at})`;
  const rows = await db.q
    .select({ id: gaps.id, at: gaps.at, next: gaps.next, kind: customers.grade, won })
    .from(gaps)
    .innerJoin(customers, eq(customers.id, gaps.id))
    .where(
      and(sql`${gaps.next} - ${gaps.at} > ${sql.raw(String(asked.least))}`, held(db, asked), notExists(open)),
    );
  return rows.map(({ won: isWon, ...gap }) => ({ ...gap, isWon: Boolean(isWon) }));
}

function held(db: Db, { to }: DryRunPeriod): SQL | undefined {
  const { customers } = db.t;
  return and(
    lt(customers.createdAt, to),
    isNull(customers.mergedInto),
    or(isNotNull(customers.ownerId), isNotNull(customers.pooledAt)),
  );
}

/** Counts the customers owned or pooled by the end of a period. */
export async function countCustomers(db: Db, period: DryRunPeriod): Promise<number> {
  return countTotal(await db.q.select({ all: count() }).from(db.t.customers).where(held(db, period)));
}

const later = (moment: Db['t']['leads']['createdAt'] | Db['t']['customers']['createdAt'], than: Date): SQL =>
  sql`case when ${moment} > ${literalMs(than)} then ${moment} else ${literalMs(than)} end`;

function countingIn(db: Db, { from, to, channels, minLetters }: Asked): SQL | undefined {
  const { followUps } = db.t;
  const allChannels = 6;
  return and(
    gte(followUps.at, from),
    lt(followUps.at, to),
    eq(followUps.undone, false),
    channels.length < allChannels ? inArray(followUps.channel, [...channels]) : undefined,
    minLetters > 0 ? sql`length(${followUps.words}) >= ${sql.raw(String(minLetters))}` : undefined,
  );
}

/** Pairs each moment of a record with the next one. */
function gapsOf(db: Db, moments: { id: SQL.Aliased<string>; at: SQL.Aliased<number> }) {
  const next = ms(sql`lead(${moments.at}) over (partition by ${moments.id} order by ${moments.at})`);
  return db.q
    .select({ id: moments.id, at: moments.at, next: next.as('silent_next') })
    .from(moments as never)
    .as('gaps');
}

/** Lists the response times of leads created in [from, to): created, and responded or null. */
export async function responsesOfPeriod(
  db: Db,
  from: Date,
  to: Date,
): Promise<{ createdAt: Date; respondedAt: Date | null }[]> {
  const { leads } = db.t;
  return await db.q
    .select({ createdAt: leads.createdAt, respondedAt: leads.respondedAt })
    .from(leads)
    .where(and(gte(leads.createdAt, from), lt(leads.createdAt, to)));
}
