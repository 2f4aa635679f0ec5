import { and, eq, gte, inArray, isNull, lt, min, or } from 'drizzle-orm';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import type { Span } from './report-conditions.js';
import { closedDeals } from './report-conditions.js';

const pageSize = 500;

/** Finds when each person won their first deal; people without a win are left out. */
export async function firstWins(db: Db, personIds: readonly string[]): Promise<Map<string, Date>> {
  const { deals } = db.t;
  const found = new Map<string, Date>();
  for (let from = 0; from < personIds.length; from += pageSize) {
    const rows = await db.q
      .select({ id: deals.ownerId, at: min(deals.closedAt) })
      .from(deals)
      .where(and(inArray(deals.ownerId, personIds.slice(from, from + pageSize)), eq(deals.status, 'won')))
      .groupBy(deals.ownerId);
    for (const { id, at } of rows) if (id && at) found.set(id, at);
  }
  return found;
}

/** Lists deals won in a span after a stall alert; a deal with several alerts occurs several times. */
export async function wonAfterStall(
  db: Db,
  span: Span,
): Promise<{ id: string; ownerId: string | null; amount: number | null }[]> {
  return await comebacks(db, span);
}

const comebacks = compiled<Span>()((db, param) => {
  const { deals, alerts } = db.t;
  return db.q
    .select({ id: deals.id, ownerId: deals.ownerId, amount: deals.amount })
    .from(deals)
    .innerJoin(
      alerts,
      and(eq(alerts.rule, 'stalled'), eq(alerts.recordId, deals.id), lt(alerts.at, deals.closedAt)),
    )
    .where(and(closedDeals(db, param), eq(deals.status, 'won')));
});

/** Lists tasks of a span: open ones due before its end, and done ones due in it. */
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

/** Counts open tasks from before the span as well, however old. */
const dueOpen = compiled<Span>()((db, param) => {
  const { tasks } = db.t;
  return db.q
    .select(dueOf(db))
    .from(tasks)
    .where(and(eq(tasks.status, 'open'), lt(tasks.dueAt, param.to), eqIfGiven(tasks.teamId, param.teamId)));
});

const dueDone = compiled<Span>()((db, param) => {
  const { tasks } = db.t;
  return db.q
    .select(dueOf(db))
    .from(tasks)
    .where(
      and(
        eq(tasks.status, 'done'),
        gte(tasks.dueAt, param.from),
        lt(tasks.dueAt, param.to),
        or(isNull(tasks.doneAt), gte(tasks.doneAt, param.from)),
        eqIfGiven(tasks.teamId, param.teamId),
      ),
    );
});
