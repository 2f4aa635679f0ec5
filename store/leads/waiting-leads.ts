import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, type SQL } from 'drizzle-orm';
import { isOfTeam } from '../reports/report-conditions.js';
import type { ListOwner } from '../reports/report-lists.js';
import type { Lead } from '../schema/row-types.js';
import { eqIfGiven, type Params, run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { countTotal } from '../statements/total.js';

interface Asked extends ListOwner {
  followed: boolean;
  /** Upper bound of the creation time. */
  until: Date;
  limit: number;
  /** A past moment to answer as of; absent for now. */
  at?: Date;
}

/**
 * Lists open leads created by `until` (never followed up, or followed up without a deal), oldest first, with
 * their total `all`. For a past moment, leads changed since are checked again: the cost follows what happened
 * since.
 */
export async function waitingLeads(db: Db, asked: Asked): Promise<{ leads: Lead[]; all: number }> {
  const { at, limit } = asked;
  const touched = at ? await touchedLeads(db, at, asked) : [];
  const isTouched = new Set(touched.map(({ now }) => now.id));
  const first = (await firstOf(db, asked, limit + isTouched.size)).filter((lead) => !isTouched.has(lead.id));
  const then = touched.filter(({ waits }) => waits).map(({ now }) => now);
  const leads = [...first, ...then].sort(byAge).slice(0, limit);
  const stale = touched.filter(({ counts }) => counts).length;
  return { leads, all: (await countOf(db, asked)) - stale + then.length };
}

const byAge = (a: Lead, b: Lead) => a.createdAt.getTime() - b.createdAt.getTime() || a.no - b.no;

const isWaiting = (
  { t: { leads } }: Db,
  param: Params<{ until: Date } & ListOwner>,
  followed: boolean,
): SQL | undefined =>
  and(
    eq(leads.status, 'open'),
    lte(leads.createdAt, param.until),
    followed ? isNotNull(leads.lastFollowUpAt) : isNull(leads.lastFollowUpAt),
    eqIfGiven(leads.teamId, param.teamId),
    eqIfGiven(leads.ownerId, param.ownerId),
  );

const valuesOf = ({ until, teamId, ownerId }: Asked): { until: Date } & ListOwner => ({
  until,
  teamId,
  ownerId,
});

async function firstOf(db: Db, asked: Asked, limit: number): Promise<Lead[]> {
  return await run(db, `waitingLeads:${asked.followed}:${limit}`, valuesOf(asked), (on, param) =>
    on.q
      .select()
      .from(on.t.leads)
      .where(isWaiting(on, param, asked.followed))
      .orderBy(asc(on.t.leads.createdAt), asc(on.t.leads.no))
      .limit(atMost(limit)),
  );
}

async function countOf(db: Db, asked: Asked): Promise<number> {
  const rows = await run(db, `waitingLeadCount:${asked.followed}`, valuesOf(asked), (on, param) =>
    on.q
      .select({ all: count() })
      .from(on.t.leads)
      .where(isWaiting(on, param, asked.followed)),
  );
  return countTotal(rows);
}

interface Touched {
  now: Lead;
  /** Whether it is waiting now, and so is part of the count. */
  counts: boolean;
  /** Whether it was waiting at the past moment. */
  waits: boolean;
}

/** Finds leads that were followed up or changed owner or status since `at`. */
async function touchedLeads(db: Db, at: Date, asked: Asked): Promise<Touched[]> {
  const { leads } = db.t;
  const before = await statesBefore(db, at);
  const followed = await db.q
    .select()
    .from(leads)
    .where(and(eq(leads.status, 'open'), lte(leads.createdAt, asked.until), gt(leads.lastFollowUpAt, at)));
  const known = new Map(followed.map((lead) => [lead.id, lead]));
  for (const lead of await leadsById(
    db,
    [...before.keys()].filter((id) => !known.has(id)),
  ))
    known.set(lead.id, lead);
  const touched: Touched[] = [];
  for (const now of known.values()) {
    const then = { ...now, ...before.get(now.id) };
    const wasFollowed = await followedBy(db, now, at);
    touched.push({
      now,
      counts: fits(now, now.lastFollowUpAt !== null, asked),
      waits: fits(then, wasFollowed, asked),
    });
  }
  return touched;
}

type State = Pick<Lead, 'status' | 'ownerId' | 'teamId'>;

function fits(lead: State & Pick<Lead, 'createdAt'>, isFollowed: boolean, asked: Asked): boolean {
  const { followed, until, teamId, ownerId } = asked;
  return (
    lead.status === 'open' &&
    lead.createdAt <= until &&
    isFollowed === followed &&
    isOfTeam(lead.teamId, teamId) &&
    (ownerId === undefined || lead.ownerId === ownerId)
  );
}

const changing = ['lead.assigned', 'lead.claimed', 'lead.converted', 'lead.reassigned', 'lead.returned'];

/** Reads from the event log what leads that changed since `at` were before. */
async function statesBefore(db: Db, at: Date): Promise<Map<string, Partial<State>>> {
  const { events } = db.t;
  const rows = await db.q
    .select({ id: events.recordId, before: events.before })
    .from(events)
    .where(and(inArray(events.kind, changing), gt(events.at, at), isNull(events.undoneAt)))
    .orderBy(asc(events.at), asc(events.id));
  const states = new Map<string, Partial<State>>();
  for (const { id, before } of rows) {
    const { status, ownerId, teamId } = (before ?? {}) as Partial<State>;
    const later = states.get(id) ?? {};
    // The earliest change since `at` holds the state at `at`.
    states.set(id, { ...defined({ status, ownerId, teamId }), ...later });
  }
  return states;
}

const defined = (state: Partial<State>): Partial<State> =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));

const pageSize = 500;

async function leadsById(db: Db, ids: readonly string[]): Promise<Lead[]> {
  const { leads } = db.t;
  const found: Lead[] = [];
  for (let from = 0; from < ids.length; from += pageSize)
    found.push(
      ...(await db.q
        .select()
        .from(leads)
        .where(inArray(leads.id, ids.slice(from, from + pageSize)))),
    );
  return found;
}

async function followedBy(db: Db, { id, customerId, lastFollowUpAt }: Lead, at: Date): Promise<boolean> {
  if (lastFollowUpAt === null) return false;
  if (lastFollowUpAt <= at) return true;
  const { followUps } = db.t;
  const [row] = await db.q
    .select({ id: followUps.id })
    .from(followUps)
    .where(
      and(
        eq(followUps.customerId, customerId),
        eq(followUps.leadId, id),
        lte(followUps.at, at),
        eq(followUps.undone, false),
      ),
    )
    .limit(atMost(1));
  return row !== undefined;
}
