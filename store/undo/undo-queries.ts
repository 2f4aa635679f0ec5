import { and, eq, inArray } from 'drizzle-orm';
import { isNumbered, recordNo } from '../../kernel/records/record-number.js';
import { eventsOfAct } from '../activity/event-queries.js';
import { pgTables } from '../schema/pg-tables.js';
import type { Article, Customer, Deal, Lead, Task } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { changeArticle } from '../unit/rows/article-rows.js';
import { changeCustomer, type Merge } from '../unit/rows/customer-rows.js';
import { changeDeal, touchDeal } from '../unit/rows/deal-rows.js';
import { changeLead } from '../unit/rows/lead-rows.js';
import { changeTask } from '../unit/rows/task-rows.js';

/** The table of each event record type whose records can be undone. */
const tableOf = {
  customer: 'customers',
  contact: 'contacts',
  lead: 'leads',
  deal: 'deals',
  followUp: 'followUps',
  task: 'tasks',
  approval: 'approvals',
  dispute: 'disputes',
  target: 'targets',
  person: 'people',
  team: 'teams',
  place: 'places',
  call: 'calls',
  article: 'articles',
  question: 'openQuestions',
  firstStep: 'firstSteps',
  savedReport: 'savedReports',
  meeting: 'meetings',
  learntName: 'learntNames',
} as const;

export type Undoable = keyof typeof tableOf;
type Facts = Record<string, unknown>;

/** Whether records of this event type can be undone. */
export const isUndoable = (type: string): type is Undoable => Object.hasOwn(tableOf, type);

/** Reads a record of any undoable type as it is now, or undefined if it was removed. */
export async function currentRecord(db: Db, type: Undoable, id: string): Promise<Facts | undefined> {
  const table = db.t[tableOf[type]];
  const [row] = await db.q.select().from(table).where(eq(table.id, id));
  return row;
}

/** Lists the numbered records an act changed that still exist: `{ type: 'deal', number: 'D-12' }`. */
export async function recordsOfAct(db: Db, actId: string): Promise<{ type: string; number: string }[]> {
  const found = new Map<string, { type: string; number: string }>();
  for (const { recordType: type, recordId } of await eventsOfAct(db, actId)) {
    if (!isNumbered(type) || found.has(recordId)) continue;
    const record = await currentRecord(db, type, recordId);
    if (record) found.set(recordId, { type, number: recordNo(type, Number(record.no)) });
  }
  return [...found.values()];
}

/** Converts an event's stored facts back to record values: ISO texts of moment columns become Dates. */
export function factsOf(type: Undoable, facts: Facts): Facts {
  const columns = pgTables[tableOf[type]] as unknown as Record<
    string,
    { getSQLType(): string; dataType: string }
  >;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => {
      const isMoment = columns[key]?.dataType === 'custom' && columns[key]?.getSQLType() === 'bigint';
      return [key, isMoment && typeof value === 'string' ? new Date(value) : value];
    }),
  );
}

/**
 * Removes a record that an act created; a follow-up's row stays, marked as undone, as long as its customer does. Throws
 * ConstraintBroken if something else still points to the record.
 */
export async function removeRecord(tx: Db, type: Undoable, id: string): Promise<void> {
  const { followUps } = tx.t;
  if (type === 'followUp') {
    await tx.q.update(followUps).set({ undone: true }).where(eq(followUps.id, id));
    return;
  }
  if (type === 'customer') {
    await tx.q.delete(followUps).where(and(eq(followUps.customerId, id), eq(followUps.undone, true)));
  }
  const table = tx.t[tableOf[type]];
  await tx.q.delete(table).where(eq(table.id, id));
}

/**
 * Restores a record's earlier facts; versioned records get a new version. Does nothing if the record is gone.
 */
export async function restoreRecord(
  tx: Db,
  type: Undoable,
  id: string,
  facts: Facts,
  at: Date,
): Promise<void> {
  const { version, ...before } = facts;
  const now = await currentRecord(tx, type, id);
  if (!now) return;
  if (type === 'deal') {
    const isQuiet = Object.keys(before).every((key) => unversionedColumns.has(key));
    if (isQuiet) await touchDeal(tx, id, before);
    else await changeDeal(tx, now as Deal, before, at);
  } else if (type === 'lead') await changeLead(tx, now as Lead, before);
  else if (type === 'task') await changeTask(tx, now as Task, before);
  else if (type === 'customer') await changeCustomer(tx, now as Customer, before);
  else if (type === 'article') await changeArticle(tx, now as Article, before);
  else {
    const table = tx.t[tableOf[type]];
    await tx.q.update(table).set(before).where(eq(table.id, id));
  }
}

/** Deal columns whose change makes no new version. */
const unversionedColumns = new Set(['lastFollowUpAt', 'stallAt', 'stallAlertedAt', 'escalateAt']);

/**
 * Whether other records refer to a customer, deal or lead, so that it was used after the act that created it.
 */
export async function isUsed(db: Db, type: Undoable, id: string): Promise<boolean> {
  if (type !== 'customer' && type !== 'deal' && type !== 'lead') return false;
  const record = await currentRecord(db, type, id);
  if (!record) return false;
  const { contacts, leads, deals, followUps, tasks } = db.t;
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
    for (const table of [contacts, leads, deals]) {
      found.push(
        await db.q.select({ id: table.id }).from(table).where(eq(table.customerId, id)).limit(atMost(1)),
      );
    }
  }
  return found.some((rows) => rows.length > 0);
}

/** Undoes a merge: moves records back and points the name keys at their own customer again. */
export async function unmergeCustomers(tx: Db, from: Customer, moved: Merge): Promise<void> {
  const { contacts, leads, deals, followUps, tasks, customers, customerNames } = tx.t;
  for (const [name, table] of Object.entries({ contacts, leads, deals, followUps, tasks })) {
    const ids = moved[name as 'contacts'];
    if (ids.length > 0) await tx.q.update(table).set({ customerId: from.id }).where(inArray(table.id, ids));
  }
  for (const { key, kind } of moved.names) {
    await tx.q
      .delete(customerNames)
      .where(
        and(
          eq(customerNames.key, key),
          eq(customerNames.kind, kind),
          eq(customerNames.customerId, from.mergedInto ?? ''),
        ),
      );
  }
  if (moved.followed) {
    const { before, after } = moved.followed;
    const unchanged = and(
      eq(customers.id, from.mergedInto ?? ''),
      eq(customers.lastFollowUpAt, new Date(after)),
    );
    await tx.q
      .update(customers)
      .set({ lastFollowUpAt: before === null ? null : new Date(before) })
      .where(unchanged);
  }
  await tx.q
    .update(customers)
    .set({ mergedInto: null, version: from.version + 1 })
    .where(eq(customers.id, from.id));
}
