import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
} from 'drizzle-orm';
import type { Lead } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';
import { countTotal } from '../statements/total.js';

/** Finds a lead by its number (L-12), or undefined. */
export async function leadByNo(db: Db, no: number): Promise<Lead | undefined> {
  return await findRow(db, db.t.leads, { no });
}

/** Finds a lead by id, or undefined. */
export async function leadById(db: Db, id: string): Promise<Lead | undefined> {
  return await findRow(db, db.t.leads, { id });
}

/** Lists a customer's open and pooled leads, newest first. */
export async function liveLeadsOf(db: Db, customerId: string): Promise<Lead[]> {
  return await liveOfCustomer(db, { customerId });
}

const liveOfCustomer = compiled<{ customerId: string }>()(({ q, t: { leads } }, param) =>
  q
    .select()
    .from(leads)
    .where(and(eq(leads.customerId, param.customerId), inArray(leads.status, ['open', 'pool'])))
    .orderBy(desc(leads.createdAt)),
);

/** Lists pool leads (of a team plus those of no team, or all), oldest first. */
export async function poolLeads(
  db: Db,
  filter: { teams?: readonly string[] | null; region?: string; limit: number; offset?: number },
): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(
      and(
        eq(leads.status, 'pool'),
        filter.teams ? or(inArray(leads.teamId, filter.teams), isNull(leads.teamId)) : undefined,
        filter.region ? eq(leads.region, filter.region) : undefined,
      ),
    )
    .orderBy(asc(leads.createdAt), asc(leads.no))
    .limit(atMost(filter.limit))
    .offset(filter.offset ?? 0);
}

/** Counts a person's open leads. */
export async function countHeldLeads(db: Db, ownerId: string): Promise<number> {
  const { leads } = db.t;
  return countTotal(
    await db.q
      .select({ all: count() })
      .from(leads)
      .where(and(eq(leads.ownerId, ownerId), eq(leads.status, 'open'))),
  );
}

/** Open leads that nobody has answered and whose deadline is at or before `until`. */
export const answerDue = (leads: Db['t']['leads'], until: Date) =>
  and(isNotNull(leads.respondBy), lte(leads.respondBy, until), eq(leads.status, 'open'));

/**
 * Lists owned leads that are unanswered, due by `until` and have had fewer than `alerts` alerts, the most
 * pressing first.
 */
export async function leadsToAnswer(db: Db, until: Date, alerts: number, limit: number): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(and(answerDue(leads, until), lt(leads.respondAlerts, alerts)))
    .orderBy(asc(leads.respondBy))
    .limit(atMost(limit));
}

/** Lists leads that return to the pool by `until`, earliest first. */
export async function leadsToReturn(db: Db, until: Date, limit: number): Promise<Lead[]> {
  return await returning(db, until, limit);
}

/** Lists leads that return to the pool by `until` and whose owner was not warned yet. */
export async function leadsToWarn(db: Db, until: Date, limit: number): Promise<Lead[]> {
  return await returning(db, until, limit, isNull(db.t.leads.poolWarnedAt));
}

const returning = async (db: Db, until: Date, limit: number, condition?: SQL): Promise<Lead[]> => {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(and(isNotNull(leads.poolAt), lte(leads.poolAt, until), condition))
    .orderBy(asc(leads.poolAt))
    .limit(atMost(limit));
};

/** Lists open leads created since `filter.since` without any follow-up, oldest first. */
export async function unfollowedLeads(
  db: Db,
  filter: { teamId?: string; since: Date; limit: number },
): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(
      and(
        eq(leads.status, 'open'),
        gte(leads.createdAt, filter.since),
        isNull(leads.lastFollowUpAt),
        filter.teamId ? eq(leads.teamId, filter.teamId) : undefined,
      ),
    )
    .orderBy(asc(leads.createdAt))
    .limit(atMost(filter.limit));
}

/** Counts a team's open leads by owner id ('' for none). */
export async function heldLeads(db: Db, teamId: string): Promise<Map<string, number>> {
  const { leads } = db.t;
  const rows = await db.q
    .select({ ownerId: leads.ownerId, all: count() })
    .from(leads)
    .where(and(eq(leads.teamId, teamId), eq(leads.status, 'open')))
    .groupBy(leads.ownerId);
  return new Map(rows.map(({ ownerId, all }) => [ownerId ?? '', Number(all)]));
}
