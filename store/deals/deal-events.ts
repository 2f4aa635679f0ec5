import { and, asc, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Span } from '../reports/report-conditions.js';
import type { Event } from '../schema/row-types.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** What was done in a span and not taken back, of these kinds, in the order it happened. */
export async function eventsIn(
  db: Db,
  { from, to }: { from: Date; to: Date },
  kinds: readonly string[],
): Promise<Event[]> {
  const { events } = db.t;
  return await db.q
    .select()
    .from(events)
    .where(
      and(inArray(events.kind, [...kinds]), gte(events.at, from), lt(events.at, to), isNull(events.undoneAt)),
    )
    .orderBy(asc(events.at), asc(events.id));
}

/** What was done to the deals of a team in a span and not taken back, of one kind. */
export async function dealEventsIn(
  db: Db,
  span: Span,
  kind: string,
): Promise<Pick<Event, 'recordId' | 'at' | 'before' | 'after'>[]> {
  return await ofDeals(db, { ...span, kind });
}

const ofDeals = compiled<Span & { kind: string }>()(({ q, t: { events, deals } }, hole) =>
  q
    .select({ recordId: events.recordId, at: events.at, before: events.before, after: events.after })
    .from(events)
    .innerJoin(deals, eq(deals.id, events.recordId))
    .where(
      and(
        eq(events.kind, hole.kind),
        gte(events.at, hole.from),
        lt(events.at, hole.to),
        isNull(events.undoneAt),
        eqIfGiven(deals.teamId, hole.teamId),
      ),
    ),
);

/** The last words kept with a deal, newest first. */
export async function notesOf(db: Db, dealId: string, limit: number): Promise<Event[]> {
  const { events } = db.t;
  return await db.q
    .select()
    .from(events)
    .where(
      and(
        eq(events.recordType, 'deal'),
        eq(events.recordId, dealId),
        eq(events.kind, 'deal.noted'),
        isNull(events.undoneAt),
      ),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(atMost(limit));
}
