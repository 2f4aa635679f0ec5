import { and, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Span } from '../reports/report-conditions.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** A lead of a span, with what its answer is reckoned from. */
export interface AnsweredLead {
  id: string;
  ownerId: string | null;
  source: string | null;
  status: 'open' | 'pool' | 'converted' | 'dropped';
  createdAt: Date;
  respondedAt: Date | null;
  /** When it became a deal; null while it is a lead. */
  convertedAt: Date | null;
}

/** Leads created in a span. */
export async function answersOf(db: Db, span: Span): Promise<AnsweredLead[]> {
  return await createdIn(db, span);
}

const createdIn = compiled<Span>()(({ q, t: { leads, deals } }, hole) =>
  q
    .select({
      id: leads.id,
      ownerId: leads.ownerId,
      source: leads.source,
      status: leads.status,
      createdAt: leads.createdAt,
      respondedAt: leads.respondedAt,
      convertedAt: deals.createdAt,
    })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .where(
      and(
        gte(leads.createdAt, hole.from),
        lt(leads.createdAt, hole.to),
        eqIfGiven(leads.teamId, hole.teamId),
      ),
    ),
);

const handings = ['lead.assigned', 'lead.claimed', 'lead.reassigned'];

/** When leads were handed to somebody else since then, by lead, in order. */
export async function handedSince(db: Db, since: Date): Promise<Map<string, Date[]>> {
  const { events } = db.t;
  const rows = await db.q
    .select({ id: events.recordId, at: events.at })
    .from(events)
    .where(and(inArray(events.kind, handings), gte(events.at, since), isNull(events.undoneAt)))
    .orderBy(events.at);
  const found = new Map<string, Date[]>();
  for (const { id, at } of rows) found.set(id, [...(found.get(id) ?? []), at]);
  return found;
}
