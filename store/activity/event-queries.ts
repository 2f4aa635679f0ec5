import { and, asc, desc, eq, gt, gte, isNull, lt, lte, notInArray } from 'drizzle-orm';
import { type ChangeKind, changeKind, changeKinds } from '../../sales/people/change-kinds.js';
import type { Event } from '../schema/row-types.js';
import { compiled, run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Lists the events of one act, oldest first. */
export async function eventsOfAct(db: Db, actId: string): Promise<Event[]> {
  return await ofAct(db, { actId });
}

const ofAct = compiled<{ actId: string }>()(({ q, t: { events } }, param) =>
  q.select().from(events).where(eq(events.actId, param.actId)).orderBy(asc(events.at), asc(events.id)),
);

/** Kinds of change that undo passes over. */
const staying = (Object.keys(changeKinds) as ChangeKind[]).filter((kind) => changeKind(kind).stays);

/** Who acted, and in which chat. */
interface Whose {
  personId: string;
  placeId: string;
}

/** Lists what somebody did in a chat since `since` that still stands, newest first, without what undo passes over. */
const standing = (db: Db, { personId, placeId }: Whose, since: Date, limit: number): Promise<Event[]> =>
  run(db, `standing:${limit}`, { personId, placeId, since }, ({ q, t: { events } }, param) =>
    q
      .select()
      .from(events)
      .where(
        and(
          eq(events.personId, param.personId),
          eq(events.placeId, param.placeId),
          gte(events.at, param.since),
          isNull(events.undoneAt),
          notInArray(events.kind, staying),
        ),
      )
      .orderBy(desc(events.at), desc(events.id))
      .limit(atMost(limit)),
  );

/**
 * Finds the person's latest act in a chat since `since` that was not undone, or undefined; what undo passes over does not
 * count, nor do acts in other chats, which those who read here may not know.
 */
export async function lastAct(db: Db, whose: Whose, since: Date): Promise<string | undefined> {
  return (await standing(db, whose, since, 1))[0]?.actId;
}

/** Events read for the latest acts; few acts have more than a dozen. */
const mostRead = 80;

/** An act with its events, oldest first. */
export interface DoneAct {
  actId: string;
  events: Event[];
}

/** Lists the person's latest acts in a chat since `since` that were not undone, newest first. */
export async function latestActs(db: Db, whose: Whose, since: Date): Promise<DoneAct[]> {
  const rows = await standing(db, whose, since, mostRead);
  const acts = new Map<string, Event[]>();
  for (const row of rows) acts.set(row.actId, [row, ...(acts.get(row.actId) ?? [])]);
  return [...acts].map(([actId, all]) => ({ actId, events: all }));
}

/** Lists the events of one record, newest first. */
export async function eventsOf(
  db: Db,
  recordType: string,
  recordId: string,
  limit: number,
): Promise<Event[]> {
  const { events } = db.t;
  return await db.q
    .select()
    .from(events)
    .where(and(eq(events.recordType, recordType), eq(events.recordId, recordId)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(atMost(limit));
}

/** Lists the events of one record from a moment on that were not undone, newest first. */
export async function eventsSince(
  db: Db,
  recordType: string,
  recordId: string,
  since: Date,
): Promise<Event[]> {
  return await ofRecordSince(db, { recordType, recordId, since });
}

const ofRecordSince = compiled<{ recordType: string; recordId: string; since: Date }>()(
  ({ q, t: { events } }, param) =>
    q
      .select()
      .from(events)
      .where(
        and(
          eq(events.recordType, param.recordType),
          eq(events.recordId, param.recordId),
          gte(events.at, param.since),
          isNull(events.undoneAt),
        ),
      )
      .orderBy(desc(events.at), desc(events.id))
      .limit(atMost(20)),
);

/** Lists the events of a kind in a span of time that were undone after it, newest first. */
export async function undoneAfter(
  db: Db,
  kind: ChangeKind,
  { from, to }: { from: Date; to: Date },
  limit: number,
): Promise<Event[]> {
  const { events } = db.t;
  return await db.q
    .select()
    .from(events)
    .where(and(eq(events.kind, kind), gte(events.at, from), lte(events.at, to), gt(events.undoneAt, to)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(atMost(limit));
}

/** Lists events written after the one with that id, oldest first; ids of one process sort by time. */
export async function eventsAfter(db: Db, id: string, limit: number): Promise<Event[]> {
  const { events } = db.t;
  return await db.q
    .select()
    .from(events)
    .where(gt(events.id, id))
    .orderBy(asc(events.id))
    .limit(atMost(limit));
}

/** Lists a person's latest `limit` acts, newest first: one event (the first) of each. */
export async function actsOfPerson(db: Db, personId: string, limit: number): Promise<Event[]> {
  const { events } = db.t;
  const rows = await db.q
    .select()
    .from(events)
    .where(eq(events.personId, personId))
    .orderBy(desc(events.at), desc(events.id))
    .limit(atMost(limit * 6));
  const first = new Map<string, Event>();
  for (const row of rows) first.set(row.actId, row);
  return [...first.values()].slice(0, limit);
}

/** Lists what a person did in a span of time, newest first. */
export async function eventsOfPerson(
  db: Db,
  personId: string,
  { from, to }: { from: Date; to: Date },
  limit: number,
): Promise<Event[]> {
  const { events } = db.t;
  return await db.q
    .select()
    .from(events)
    .where(and(eq(events.personId, personId), gte(events.at, from), lt(events.at, to)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(atMost(limit));
}
