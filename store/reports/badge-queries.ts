import { and, eq, gte, inArray, isNull, lt, min, or } from 'drizzle-orm';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import type { Span } from './report-conditions.js';
import { closedDeals } from './report-conditions.js';

const page = 500;

/** When each of some people won their first deal. */
export async function firstWins(db: Db, personIds: readonly string[]): Promise<Map<string, Date>> {
  const { deals } = db.t;
  const found = new Map<string, Date>();
  for (let from = 0; from < personIds.length; from += page) {
    const rows = await db.q
      .select({ id: deals.ownerId, at: min(deals.closedAt) })
      .from(deals)
      .where(and(inArray(deals.ownerId, personIds.slice(from, from + page)), eq(deals.status, 'won')))
      .groupBy(deals.ownerId);
    for (const { id, at } of rows) if (id && at) found.set(id, at);
  }
  return found;
}

/** Deals won in a span that had been told to be stalled before; each may stand there more than once. */
export async function wonAfterStall(
  db: Db,
  span: Span,
): Promise<{ id: string; ownerId: string | null; amount: number | null }[]> {
  return await comebacks(db, span);
}

const comebacks = compiled<Span>()((db, hole) => {
  const { deals, alerts } = db.t;
  return db.q
    .select({ id: deals.id, ownerId: deals.ownerId, amount: deals.amount })
    .from(deals)
    .innerJoin(
      alerts,
      and(eq(alerts.rule, 'stalled'), eq(alerts.recordId, deals.id), lt(alerts.at, deals.closedAt)),
    )
    .where(and(closedDeals(db, hole), eq(deals.status, 'won')));
});

/** Tasks that fell due in a span, by who had them: how many, and how many were not done in time. */
export async function tasksDueIn(
  db: Db,
  span: Span,
): Promise<{ ownerId: string; dueAt: Date; doneAt: Date | null }[]> {
  return [...(await dueOpen(db, span)), ...(await dueDone(db, span))];
}

const dueOf = ({ t: { tasks } }: Db) => ({
  ownerId: tasks.ownerId,
  dueAt: tasks.dueAt,
  doneAt: tasks.doneAt,
});

/** What is open from before counts as well, however old it is. */
const dueOpen = compiled<Span>()((db, hole) => {
  const { tasks } = db.t;
  return db.q
    .select(dueOf(db))
    .from(tasks)
    .where(and(eq(tasks.status, 'open'), lt(tasks.dueAt, hole.to), eqIfGiven(tasks.teamId, hole.teamId)));
});

const dueDone = compiled<Span>()((db, hole) => {
  const { tasks } = db.t;
  return db.q
    .select(dueOf(db))
    .from(tasks)
    .where(
      and(
        eq(tasks.status, 'done'),
        gte(tasks.dueAt, hole.from),
        lt(tasks.dueAt, hole.to),
        or(isNull(tasks.doneAt), gte(tasks.doneAt, hole.from)),
        eqIfGiven(tasks.teamId, hole.teamId),
      ),
    );
});
