import { and, asc, eq, gte, isNotNull, lt, or } from 'drizzle-orm';
import type { Db } from './db.js';

/** A lead of a period as a dry run looks at it. */
export interface LeadRow {
  id: string;
  createdAt: Date;
  /** When it became a deal; null while it is a lead. */
  convertedAt: Date | null;
  isWon: boolean;
}

/** Leads that were there in the period: created in it, or before and still alive or converted in it. */
export async function leadsOfPeriod(db: Db, from: Date, to: Date): Promise<LeadRow[]> {
  const { leads, deals } = db.t;
  const rows = await db.q
    .select({
      id: leads.id,
      createdAt: leads.createdAt,
      status: leads.status,
      convertedAt: deals.createdAt,
      deal: deals.status,
    })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(
      and(
        lt(leads.createdAt, to),
        or(gte(leads.createdAt, from), eq(leads.status, 'open'), gte(deals.createdAt, from)),
      ),
    );
  return rows
    .filter(({ status }) => status !== 'dropped')
    .map(({ id, createdAt, convertedAt, deal }) => ({ id, createdAt, convertedAt, isWon: deal === 'won' }));
}

/** Follow-ups of leads in the period, by lead, in order. */
export async function followUpsOfLeads(db: Db, from: Date, to: Date): Promise<Map<string, Date[]>> {
  const { followUps } = db.t;
  const rows = await db.q
    .select({ leadId: followUps.leadId, at: followUps.at })
    .from(followUps)
    .where(
      and(
        gte(followUps.at, from),
        lt(followUps.at, to),
        eq(followUps.undone, false),
        isNotNull(followUps.leadId),
      ),
    )
    .orderBy(asc(followUps.at));
  const byLead = new Map<string, Date[]>();
  for (const { leadId, at } of rows) {
    const moments = byLead.get(leadId ?? '');
    if (moments) moments.push(at);
    else byLead.set(leadId ?? '', [at]);
  }
  return byLead;
}

/** How long leads of the period took to be answered: created, and answered or still not. */
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
