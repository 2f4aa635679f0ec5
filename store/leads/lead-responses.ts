import { and, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Span } from '../reports/report-conditions.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** A lead of a span with the moments its response time is computed from. */
export interface LeadResponse {
  id: string;
  ownerId: string | null;
  source: string | null;
  status: 'open' | 'pool' | 'converted' | 'dropped';
  createdAt: Date;
  respondedAt: Date | null;
  /** When it became a deal; null while it is a lead. */
  convertedAt: Date | null;
}

/** Lists the leads created in a span with their response. */
export async function leadResponses(db: Db, span: Span): Promise<LeadResponse[]> {
  return await createdIn(db, span);
}

const createdIn = compiled<Span>()(({ q, t: { leads, deals } }, param) =>
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
        gte(leads.createdAt, param.from),
        lt(leads.createdAt, param.to),
        eqIfGiven(leads.teamId, param.teamId),
      ),
    ),
);

const ownerChanges = ['lead.assigned', 'lead.claimed', 'lead.reassigned'];

/** Lists, by lead id, when leads changed owner since `since`, oldest first. */
export async function ownerChangesSince(db: Db, since: Date): Promise<Map<string, Date[]>> {
  const { events } = db.t;
  const rows = await db.q
    .select({ id: events.recordId, at: events.at })
    .from(events)
    .where(and(inArray(events.kind, ownerChanges), gte(events.at, since), isNull(events.undoneAt)))
    .orderBy(events.at);
  const found = new Map<string, Date[]>();
  for (const { id, at } of rows) found.set(id, [...(found.get(id) ?? []), at]);
  return found;
}
