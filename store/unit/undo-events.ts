import { and, eq } from 'drizzle-orm';
import { type ChangeKind, changeKind, changeKinds } from '../../sales/people/change-kinds.js';
import { eventsOf, eventsOfAct } from '../activity/event-queries.js';
import type { NameKey } from '../customers/name-keys.js';
import type { Collaborator, Customer, Event } from '../schema/row-types.js';
import { storedValues } from '../schema/stored-values.js';
import { constraintBroken, type Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import {
  changeRecord,
  deleteRecord,
  isQuietColumn,
  isStored,
  type RowOf,
  restoreDeleted,
  type StoredType,
  tableOf,
} from './record-types.js';
import { type Merge, unmergeCustomers, unrenameCustomer } from './rows/customer-rows.js';
import { markUndone } from './rows/event-rows.js';
import { type RecordPart, restoreParts } from './rows/record-parts.js';
import { currentRecord } from './stored-records.js';

type Facts = Record<string, unknown>;

/** A later act has changed a record of the act, or built on it; nothing is undone. */
export class UndoBlocked extends Error {
  override name = 'UndoBlocked';

  constructor(
    readonly type: StoredType,
    /** The record as it is now; undefined if it is gone. */
    readonly record: Facts | undefined,
  ) {
    super(`the ${type} has changed since`);
  }
}

/** A change that undo takes back, as it was asked for: the record as it was before, or as it was made. */
export interface TakenBack {
  type: StoredType;
  record: Facts;
  patch: Facts;
  isNew: boolean;
}

/** How an act is undone. */
export interface UndoHow {
  /** Whether an undone correction brings back what it corrected; not where it is corrected once more. */
  redoes?: boolean;
  /** Which events stay as they are: those that made the record on which a correction is written anew. */
  keeps?: (event: Event) => boolean;
}

type Ask = (event: Event, change: TakenBack) => Promise<void>;

/** Whether undo takes the event back: it changed a stored record, and is not of a kind that stays. */
export const isUndoable = ({ kind, recordType }: Pick<Event, 'kind' | 'recordType'>): boolean =>
  isStored(recordType) && !stays(kind);

/** Whether the log's word for a change is one of today's kinds. */
export const isKind = (kind: string): kind is ChangeKind => Object.hasOwn(changeKinds, kind);
const stays = (kind: string): boolean => isKind(kind) && changeKind(kind).stays === true;
const follows = (kind: string): boolean => isKind(kind) && changeKind(kind).follows === true;

/**
 * Undoes an act, its last event first: removes what it made, stores again what it removed, and restores the facts it
 * changed. Asks for the right of each change when the later ones are taken back. Throws UndoBlocked if a later act has changed
 * a record or built on it. Returns the act's events.
 */
export async function undoAct(
  tx: Db,
  actId: string,
  at: Date,
  ask: Ask,
  { redoes = true, keeps = () => false }: UndoHow = {},
): Promise<Event[]> {
  const all = await eventsOfAct(tx, actId);
  const events = all.filter((event) => event.undoneAt === null && !keeps(event));
  for (const event of [...events].reverse())
    if (isUndoable(event) && (redoes || event.kind !== corrects)) await takeBack(tx, event, at, ask);
  await markUndone(
    tx,
    actId,
    at,
    all.filter((event) => !events.includes(event)),
  );
  return events;
}

async function takeBack(tx: Db, event: Event, at: Date, ask: Ask): Promise<void> {
  const isNew = event.before === null;
  // What was made is gone afterwards, what was changed is as it was before.
  const made = isNew ? await asked(tx, event) : undefined;
  if (made) await ask(event, { ...made, isNew });
  await undoEvent(tx, event, at);
  const restored = isNew ? undefined : await asked(tx, event);
  if (restored) await ask(event, { ...restored, isNew });
}

/** The record of an event as it is now, with what the event set; undefined if it is gone. */
async function asked(tx: Db, event: Event): Promise<Omit<TakenBack, 'isNew'> | undefined> {
  const type = event.recordType as StoredType;
  const patch = factsOf(type, event.after ?? {});
  const share = event.before?.customerId ? event.before : event.after;
  const record =
    type === 'collaborator' ? factsOf(type, share ?? {}) : await currentRecord(tx, type, event.recordId);
  return record && { type, record, patch };
}

async function undoEvent(tx: Db, event: Event, at: Date): Promise<void> {
  const type = event.recordType as StoredType;
  if (event.kind === corrects) return await redoAct(tx, String(event.after?.instead), at);
  if (event.after === null) return await restoreDeleted(tx, type, factsOf(type, event.before ?? {}) as never);
  if (event.before === null) return await removeMade(tx, type, event);
  if (event.kind.endsWith('.parts'))
    return await restoreParts(tx, (event.before?.parts ?? []) as RecordPart[]);
  // A note changed no fact of its record: marking the event as undone is enough.
  if (Object.keys(event.before).length === 0) return;
  if (type === 'collaborator') return;
  const now = await currentRecord(tx, type, event.recordId);
  if (!now) throw new UndoBlocked(type, undefined);
  if (event.kind === 'customer.merged')
    return await unmergeCustomers(tx, now as Customer, event.after.moved as Merge);
  if (event.kind === 'customer.renamed') {
    if (now.name !== event.after.name) throw new UndoBlocked(type, now);
    const { names } = event.after as { names: NameKey[] };
    return await unrenameCustomer(tx, now as Customer, String(event.before.name), names);
  }
  const { version, ...after } = factsOf(type, event.after);
  const isSoft = follows(event.kind);
  const isSame = Object.entries(after).every(
    ([key, value]) =>
      (!isSoft && isQuietColumn(type, key)) || JSON.stringify(now[key]) === JSON.stringify(value),
  );
  if (!isSame && isSoft) return;
  if (!isSame) throw new UndoBlocked(type, now);
  const { version: _, ...before } = factsOf(type, event.before);
  await changeRecord(tx, type, now as RowOf<typeof type>, before as never, at);
}

/** The change by which an act took an earlier one back, to do it anew with other values. */
const corrects = 'followUp.corrected';

/**
 * Does an undone act again, its first event first, as it was before a correction took it back: stores what it made, removes
 * what it removed, and sets the facts it changed. Clocks that have gone on since stay.
 */
async function redoAct(tx: Db, actId: string, at: Date): Promise<void> {
  const events = await eventsOfAct(tx, actId);
  for (const event of events.filter(isUndoable)) await redoEvent(tx, event, at);
  await markUndone(tx, actId, null);
}

async function redoEvent(tx: Db, event: Event, at: Date): Promise<void> {
  const type = event.recordType as StoredType;
  const now = type === 'collaborator' ? undefined : await currentRecord(tx, type, event.recordId);
  if (event.after === null) {
    if (now) await deleteRecord(tx, type, now as never);
    return;
  }
  const { version, ...after } = factsOf(type, event.after);
  if (event.before !== null) {
    const isChange = now !== undefined && Object.keys(event.before).length > 0 && event.kind !== corrects;
    if (isChange) await changeRecord(tx, type, now as RowOf<typeof type>, after as never, at);
    return;
  }
  if (type === 'followUp' && now)
    await changeRecord(tx, type, now as RowOf<typeof type>, { undone: false } as never, at);
  else if (!now) await restoreDeleted(tx, type, factsOf(type, event.after) as never);
}

async function removeMade(tx: Db, type: StoredType, event: Event): Promise<void> {
  const made = factsOf(type, event.after ?? {});
  if (type === 'collaborator') {
    // Logs of earlier versions do not tell of the share as it was.
    if (made.customerId) await deleteRecord(tx, type, made as unknown as Collaborator);
    return;
  }
  const now = await currentRecord(tx, type, event.recordId);
  if (!now || (await isUsed(tx, type, now)) || (await hasLaterEvents(tx, event)))
    throw new UndoBlocked(type, now);
  try {
    await takeOut(tx, type, now);
  } catch (error) {
    // A record that no earlier act knew points here: a dispute, or a person who joined the team.
    throw constraintBroken(error)?.kind === 'reference' ? new UndoBlocked(type, now) : error;
  }
}

/** Removes a record; a follow-up's row stays, marked as undone, as long as its customer does. */
async function takeOut(tx: Db, type: StoredType, record: Facts): Promise<void> {
  const { followUps } = tx.t;
  const id = String(record.id);
  if (type === 'followUp') {
    await tx.q.update(followUps).set({ undone: true }).where(eq(followUps.id, id));
    return;
  }
  if (type === 'customer')
    await tx.q.delete(followUps).where(and(eq(followUps.customerId, id), eq(followUps.undone, true)));
  await deleteRecord(tx, type, record as never);
}

/** Events looked at per record; few acts touch a record within the undo minutes. */
const looked = 50;

/** Tells whether a later act has changed what the event's act made. */
async function hasLaterEvents(tx: Db, { actId, recordType, recordId }: Event): Promise<boolean> {
  const events = await eventsOf(tx, recordType, recordId, looked);
  return events.some((event) => event.actId !== actId && event.undoneAt === null && !follows(event.kind));
}

/** Whether other records refer to a customer, deal or lead, so that it was used after the act that made it. */
export async function isUsed(
  db: Db,
  type: StoredType,
  record: { id?: unknown; customerId?: unknown },
): Promise<boolean> {
  if (type !== 'customer' && type !== 'deal' && type !== 'lead') return false;
  const { contacts, leads, deals, followUps, tasks } = db.t;
  const id = String(record.id);
  const customerId = type === 'customer' ? id : String(record.customerId);
  // Both tables are indexed by customer only, not by deal or lead.
  const concernsRecord = (table: typeof followUps | typeof tasks) =>
    and(
      eq(table.customerId, customerId),
      type === 'deal' ? eq(table.dealId, id) : type === 'lead' ? eq(table.leadId, id) : undefined,
    );
  const found = [
    await db.q
      .select({ id: followUps.id })
      .from(followUps)
      .where(and(concernsRecord(followUps), eq(followUps.undone, false)))
      .limit(atMost(1)),
    await db.q.select({ id: tasks.id }).from(tasks).where(concernsRecord(tasks)).limit(atMost(1)),
  ];
  if (type === 'customer') {
    for (const table of [contacts, leads, deals])
      found.push(
        await db.q.select({ id: table.id }).from(table).where(eq(table.customerId, id)).limit(atMost(1)),
      );
  }
  return found.some((rows) => rows.length > 0);
}

/** Converts an event's stored facts back to record values. */
const factsOf = (type: StoredType, facts: Facts): Facts => storedValues(tableOf[type], facts);
