import { and, count, eq, gte, isNotNull, lt, lte, sum } from 'drizzle-orm';
import type { Db } from './db.js';
import type { Lead } from './leads.js';
import type { Span } from './reports.js';

/** What should have been done by a moment and was not: leads unanswered, tasks overdue. */
export async function overdueWork(
  db: Db,
  at: Date,
  teamId?: string,
): Promise<{ unansweredLeads: number; overdueTasks: number }> {
  const { leads, tasks } = db.t;
  const [late] = await db.q
    .select({ all: count() })
    .from(leads)
    .where(
      and(
        isNotNull(leads.respondBy),
        lte(leads.respondBy, at),
        eq(leads.status, 'open'),
        teamId ? eq(leads.teamId, teamId) : undefined,
      ),
    );
  const [due] = await db.q
    .select({ all: count() })
    .from(tasks)
    .where(
      and(eq(tasks.status, 'open'), lte(tasks.dueAt, at), teamId ? eq(tasks.teamId, teamId) : undefined),
    );
  return { unansweredLeads: Number(late?.all ?? 0), overdueTasks: Number(due?.all ?? 0) };
}

/** Open leads that somebody owns and nobody answered, the most pressing first. */
export async function unansweredOf(db: Db, ownerId: string, until: Date, limit: number): Promise<Lead[]> {
  const { leads } = db.t;
  return await db.q
    .select()
    .from(leads)
    .where(
      and(
        eq(leads.ownerId, ownerId),
        eq(leads.status, 'open'),
        isNotNull(leads.respondBy),
        lte(leads.respondBy, until),
      ),
    )
    .orderBy(leads.respondBy)
    .limit(limit);
}

/** Deals closed in a span by outcome and the stage they got to; lost ones by the stage they were lost in. */
export async function closedStages(
  db: Db,
  span: Span,
): Promise<{ status: 'won' | 'lost'; stage: string; deals: number; amount: number }[]> {
  const { deals } = db.t;
  const rows = await db.q
    .select({
      status: deals.status,
      stage: deals.stage,
      lossStage: deals.lossStage,
      deals: count(),
      amount: sum(deals.amount).mapWith(Number),
    })
    .from(deals)
    .where(
      and(
        gte(deals.closedAt, span.from),
        lt(deals.closedAt, span.to),
        span.teamId ? eq(deals.teamId, span.teamId) : undefined,
      ),
    )
    .groupBy(deals.status, deals.stage, deals.lossStage);
  return rows.flatMap(({ status, stage, lossStage, deals: closed, amount }) =>
    status === 'open'
      ? []
      : [
          {
            status,
            stage: status === 'lost' ? (lossStage ?? stage) : stage,
            deals: Number(closed),
            amount: amount ?? 0,
          },
        ],
  );
}

/** Worth of the deals created in a span, in minor units. */
export async function createdAmount(db: Db, span: Span): Promise<number> {
  const { deals } = db.t;
  const [row] = await db.q
    .select({ amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(
      and(
        gte(deals.createdAt, span.from),
        lt(deals.createdAt, span.to),
        span.teamId ? eq(deals.teamId, span.teamId) : undefined,
      ),
    );
  return row?.amount ?? 0;
}

/** How many leads a person claimed from the pool since a moment, those undone not counted. */
export async function claimsSince(db: Db, personId: string, since: Date): Promise<number> {
  const { events } = db.t;
  const rows = await db.q
    .select({ undoneAt: events.undoneAt })
    .from(events)
    .where(and(eq(events.personId, personId), gte(events.at, since), eq(events.kind, 'lead.claimed')));
  return rows.filter((row) => row.undoneAt === null).length;
}

/** How much is stored about a person. */
export async function recordsAbout(
  db: Db,
  personId: string,
): Promise<Record<'customers' | 'leads' | 'deals' | 'followUps' | 'tasks' | 'events', number>> {
  const { customers, leads, deals, followUps, tasks, events } = db.t;
  const of = async (rows: Promise<{ all: number }[]>) => Number((await rows)[0]?.all ?? 0);
  const all = { all: count() };
  return {
    customers: await of(db.q.select(all).from(customers).where(eq(customers.ownerId, personId))),
    leads: await of(db.q.select(all).from(leads).where(eq(leads.ownerId, personId))),
    deals: await of(db.q.select(all).from(deals).where(eq(deals.ownerId, personId))),
    followUps: await of(db.q.select(all).from(followUps).where(eq(followUps.personId, personId))),
    tasks: await of(db.q.select(all).from(tasks).where(eq(tasks.ownerId, personId))),
    events: await of(db.q.select(all).from(events).where(eq(events.personId, personId))),
  };
}
