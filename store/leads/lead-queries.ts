import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import type { Lead } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import { nextNumber } from '../statements/counters.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { changeRow, insertRow } from '../statements/rows.js';
import { countTotal } from '../statements/total.js';

export type NewLead = Pick<Lead, 'customerId' | 'ownerId' | 'teamId' | 'status' | 'note'> &
  Partial<Pick<Lead, 'contactId' | 'source' | 'region' | 'tags' | 'amount' | 'respondBy' | 'poolAt'>>;

/** Creates a lead under the next lead number (L-1, L-2, …). */
export async function createLead(tx: Db, given: NewLead, now: Date): Promise<Lead> {
  const lead: Lead = {
    contactId: null,
    source: null,
    region: null,
    amount: null,
    tags: [],
    respondBy: null,
    poolAt: null,
    ...given,
    id: newId(),
    no: await nextNumber(tx, 'leads'),
    respondAlerts: 0,
    respondedAt: null,
    poolWarnedAt: null,
    offeredTo: null,
    offerUntil: null,
    dealId: null,
    lastFollowUpAt: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.leads, lead);
  return lead;
}

/** Finds a lead by its number (L-12), or undefined. */
export async function leadByNo(db: Db, no: number): Promise<Lead | undefined> {
  return (await byNo(db, { no }))[0];
}

const byNo = compiled<{ no: number }>()(({ q, t: { leads } }, param) =>
  q.select().from(leads).where(eq(leads.no, param.no)),
);

/** Finds a lead by id, or undefined. */
export async function leadById(db: Db, id: string): Promise<Lead | undefined> {
  return (await byId(db, { id }))[0];
}

const byId = compiled<{ id: string }>()(({ q, t: { leads } }, param) =>
  q.select().from(leads).where(eq(leads.id, param.id)),
);

/** Changes a lead, or returns undefined if it is no longer at `lead.version`. */
export async function changeLead(
  tx: Db,
  lead: Pick<Lead, 'id' | 'version'>,
  patch: Partial<Omit<Lead, 'id' | 'no' | 'version'>>,
): Promise<Lead | undefined> {
  return await changeRow(tx, tx.t.leads, lead, patch);
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
  filter: { teamId?: string | null; region?: string; limit: number; offset?: number },
): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(
      and(
        eq(leads.status, 'pool'),
        filter.teamId ? or(eq(leads.teamId, filter.teamId), isNull(leads.teamId)) : undefined,
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

/**
 * Lists owned leads that are unanswered, due by `until` and have had fewer than `alerts` alerts, the most
 * pressing first.
 */
export async function leadsToAnswer(db: Db, until: Date, alerts: number, limit: number): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(
      and(
        isNotNull(leads.respondBy),
        lte(leads.respondBy, until),
        eq(leads.status, 'open'),
        lt(leads.respondAlerts, alerts),
      ),
    )
    .orderBy(asc(leads.respondBy))
    .limit(atMost(limit));
}

/**
 * Records an alert or the pool clock on a lead without a new version, so that buttons on its cards stay
 * valid.
 */
export async function touchLead(
  tx: Db,
  id: string,
  patch: Partial<Pick<Lead, 'respondAlerts' | 'poolAt' | 'poolWarnedAt'>>,
): Promise<void> {
  await tx.q.update(tx.t.leads).set(patch).where(eq(tx.t.leads.id, id));
}

/** Lists leads that return to the pool by `until`, earliest first. */
export async function leadsToReturn(db: Db, until: Date, limit: number): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(and(isNotNull(leads.poolAt), lte(leads.poolAt, until)))
    .orderBy(asc(leads.poolAt))
    .limit(atMost(limit));
}

/** Lists leads that return to the pool by `until` and whose owner was not warned yet. */
export async function leadsToWarn(db: Db, until: Date, limit: number): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(and(isNotNull(leads.poolAt), lte(leads.poolAt, until), isNull(leads.poolWarnedAt)))
    .orderBy(asc(leads.poolAt))
    .limit(atMost(limit));
}

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
