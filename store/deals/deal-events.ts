import { and, asc, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Span } from '../reports/report-conditions.js';
import type { Event } from '../schema/row-types.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Lists events of `kinds` in [from, to) that were not undone, oldest first. */
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

/** Lists events of one kind on a team's deals in a span; undone ones are left out. */
export async function dealEventsIn(
  db: Db,
  span: Span,
  kind: string,
): Promise<Pick<Event, 'recordId' | 'at' | 'before' | 'after'>[]> {
  return await ofDeals(db, { ...span, kind });
}

const ofDeals = compiled<Span & { kind: string }>()(({ q, t: { events, deals } }, param) =>
  q
    .select({ recordId: events.recordId, at: events.at, before: events.before, after: events.after })
    .from(events)
    .innerJoin(deals, eq(deals.id, events.recordId))
    .where(
      and(
        eq(events.kind, param.kind),
        gte(events.at, param.from),
        lt(events.at, param.to),
        isNull(events.undoneAt),
        eqIfGiven(deals.teamId, param.teamId),
      ),
    ),
);

/** Lists a deal's latest notes ('deal.noted' events), newest first; undone ones are left out. */
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
