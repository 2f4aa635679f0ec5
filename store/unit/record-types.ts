import { eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { RecordType } from '../../sales/people/change-kinds.js';
import { nameKeys } from '../customers/name-keys.js';
import type { Tables } from '../schema/pg-tables.js';
import type { Collaborator, Customer, Deal } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { changeRow, insertRow, updateRow } from '../statements/rows.js';
import { createApproval } from './rows/approval-rows.js';
import { changeArticle, createArticle } from './rows/article-rows.js';
import { noteCall } from './rows/call-rows.js';
import { addCollaborator, removeCollaborator } from './rows/collaborator-rows.js';
import { createContact } from './rows/contact-rows.js';
import { addKeys, createCustomer } from './rows/customer-rows.js';
import { changeDeal, createDeal } from './rows/deal-rows.js';
import { createDispute } from './rows/dispute-rows.js';
import { recordFirstStep } from './rows/first-step-rows.js';
import { createFollowUp } from './rows/follow-up-rows.js';
import { createLead } from './rows/lead-rows.js';
import { createLearntName } from './rows/learnt-name-rows.js';
import { createMeeting } from './rows/meeting-rows.js';
import { createPerson } from './rows/person-rows.js';
import { createPlace } from './rows/place-rows.js';
import { noteOpenQuestion } from './rows/question-rows.js';
import { createSavedReport } from './rows/saved-report-rows.js';
import { createTarget } from './rows/target-rows.js';
import { createTask } from './rows/task-rows.js';
import { createTeam } from './rows/team-rows.js';
import { createSourceCost } from './rows/told-cost-rows.js';

/** The table of each type of record that is stored; of the others only the log tells. */
export const tableOf = {
  customer: 'customers',
  contact: 'contacts',
  collaborator: 'collaborators',
  learntName: 'learntNames',
  dispute: 'disputes',
  lead: 'leads',
  deal: 'deals',
  followUp: 'followUps',
  task: 'tasks',
  approval: 'approvals',
  target: 'targets',
  call: 'calls',
  person: 'people',
  team: 'teams',
  place: 'places',
  article: 'articles',
  question: 'openQuestions',
  firstStep: 'firstSteps',
  savedReport: 'savedReports',
  sourceCost: 'sourceCosts',
  meeting: 'meetings',
} as const satisfies Partial<Record<RecordType, keyof Tables>>;

export type StoredType = keyof typeof tableOf;
export type RowOf<T extends StoredType> = Tables[(typeof tableOf)[T]]['$inferSelect'];

/** Whether records of the type are stored in a table of their own. */
export const isStored = (type: string): type is StoredType => Object.hasOwn(tableOf, type);

/** How a record of each type is made of what is given of it; undefined if it was there already. */
const makers = {
  customer: createCustomer,
  contact: createContact,
  collaborator: addCollaborator,
  learntName: createLearntName,
  dispute: createDispute,
  lead: createLead,
  deal: createDeal,
  followUp: createFollowUp,
  task: createTask,
  approval: createApproval,
  target: createTarget,
  call: noteCall,
  person: createPerson,
  team: createTeam,
  place: createPlace,
  article: createArticle,
  question: noteOpenQuestion,
  firstStep: recordFirstStep,
  savedReport: createSavedReport,
  sourceCost: createSourceCost,
  meeting: createMeeting,
} as const satisfies { [T in StoredType]: (tx: Db, given: never, at: Date) => Promise<RowOf<T> | undefined> };

export type NewRecord<T extends StoredType> = Parameters<(typeof makers)[T]>[1];
export type Made<T extends StoredType> = Awaited<ReturnType<(typeof makers)[T]>>;

/** Columns of activity and of clocks: setting them makes no new version, and undo does not mind a later value. */
const quietColumns: Partial<Record<StoredType, readonly string[]>> = {
  customer: ['lastFollowUpAt', 'poolAt', 'poolWarnedAt', 'silentAt'],
  lead: ['respondAlerts', 'poolAt', 'poolWarnedAt'],
  deal: ['lastFollowUpAt', 'stallAt', 'stallAlertedAt', 'escalateAt', 'processVersion'],
  approval: ['remindAt'],
  dispute: ['remindAt'],
  person: ['leadCredit', 'lastAssignedAt'],
};

/** Whether the column tells of activity or a clock. */
export const isQuietColumn = (type: StoredType, column: string): boolean =>
  quietColumns[type]?.includes(column) ?? false;

/** Makes a record, or returns undefined if it was there already. */
export async function makeRecord<T extends StoredType>(
  tx: Db,
  type: T,
  given: NewRecord<T>,
  at: Date,
): Promise<Made<T>> {
  const make = makers[type] as unknown as (tx: Db, given: NewRecord<T>, at: Date) => Promise<Made<T>>;
  return await make(tx, given, at);
}

/**
 * Changes a record and returns it as changed, or undefined if it is no longer at its version. A change of quiet
 * columns makes no version.
 */
export async function changeRecord<T extends StoredType>(
  tx: Db,
  type: T,
  record: RowOf<T>,
  patch: Partial<RowOf<T>>,
  at: Date,
): Promise<RowOf<T> | undefined> {
  const table = tx.t[tableOf[type]] as PgTable;
  const isVersioned = 'version' in record;
  const touches = Object.keys(patch).every((column) => isQuietColumn(type, column));
  const { id } = record as { id: string };
  if (!isVersioned || touches)
    return (await updateRow(tx, table, { id } as never, patch as never)) as RowOf<T> | undefined;
  const versioned = record as unknown as { id: string; version: number };
  if (type === 'deal') return (await changeDeal(tx, versioned, patch as Partial<Deal>, at)) as never;
  if (type === 'article') return (await changeArticle(tx, versioned, patch as never)) as never;
  return (await changeRow(tx, table, versioned, patch as never)) as RowOf<T> | undefined;
}

/** Removes a record for good. */
export async function deleteRecord<T extends StoredType>(tx: Db, type: T, record: RowOf<T>): Promise<void> {
  if (type === 'collaborator') {
    const { customerId, personId } = record as Collaborator;
    return await removeCollaborator(tx, customerId, personId);
  }
  const table = tx.t[tableOf[type]] as PgTable & { id: PgColumn };
  await tx.q.delete(table).where(eq(table.id, (record as { id: string }).id));
}

/** What the log of a new record leaves out where it is empty, and no row may lack. */
const emptyValues = { tags: [], facts: {}, votes: [] };

/** Stores a removed record again, as it was. */
export async function restoreDeleted<T extends StoredType>(tx: Db, type: T, record: RowOf<T>): Promise<void> {
  await insertRow(tx, tx.t[tableOf[type]] as PgTable, { ...emptyValues, ...record } as never);
  if (type !== 'customer') return;
  const { id, name } = record as Customer;
  await addKeys(tx, id, nameKeys(name));
}

/** The id under which the log tells of a record; of a share the customer's. */
export const idInLog = <T extends StoredType>(type: T, record: RowOf<T>): string =>
  type === 'collaborator' ? (record as Collaborator).customerId : (record as { id: string }).id;
