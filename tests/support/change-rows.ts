import { eq } from 'drizzle-orm';
import { nameKeys } from '../../store/customers/name-keys.js';
import { personByEmail } from '../../store/people/person-queries.js';
import type { TargetValue } from '../../store/reports/target-queries.js';
import type {
  Customer,
  Dispute,
  Lead,
  Meeting,
  Person,
  SavedReport,
  Task,
  Team,
} from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { changeRow, updateRow } from '../../store/statements/rows.js';
import { addKeys } from '../../store/unit/rows/customer-rows.js';
import type { DealPatch } from '../../store/unit/rows/deal-rows.js';
import { createPerson, linkIdentity, type NewPerson } from '../../store/unit/rows/person-rows.js';
import type { Locale } from '../../texts/languages.js';
/** Ends a meeting, or returns undefined if it was ended meanwhile. */
export async function endMeeting(
  tx: Db,
  meeting: Pick<Meeting, 'id' | 'version'>,
  endedAt: Date,
): Promise<Meeting | undefined> {
  return await changeRow(tx, tx.t.meetings, meeting, { endedAt });
}

/** Records activity or an alert on a deal without a new version: its figures stay as they were. */
export async function touchDeal(
  tx: Db,
  id: string,
  patch: Pick<
    DealPatch,
    'lastFollowUpAt' | 'stallAt' | 'stallAlertedAt' | 'escalateAt' | 'facts' | 'processVersion'
  >,
): Promise<void> {
  await updateRow(tx, tx.t.deals, { id }, patch);
}

/** Changes a task, or returns undefined if it is no longer at `task.version`. */
export async function changeTask(
  tx: Db,
  task: Pick<Task, 'id' | 'version'>,
  patch: Partial<Omit<Task, 'id' | 'no' | 'version'>>,
): Promise<Task | undefined> {
  return await changeRow(tx, tx.t.tasks, task, patch);
}

/** Sets a target's value. */
export async function changeTarget(tx: Db, id: string, value: TargetValue): Promise<void> {
  await updateRow(tx, tx.t.targets, { id }, value);
}

/** Changes a saved report, or returns undefined if it is no longer at `report.version`. */
export async function changeSavedReport(
  tx: Db,
  report: Pick<SavedReport, 'id' | 'version'>,
  patch: Partial<Pick<SavedReport, 'slice' | 'teamId' | 'cron' | 'removedAt'>>,
): Promise<SavedReport | undefined> {
  return await changeRow(tx, tx.t.savedReports, report, patch);
}

/**
 * Finds or creates the person behind a platform user: one with the same e-mail is linked, else a new person.
 */
export async function createPersonFor(
  tx: Db,
  platform: string,
  externalId: string,
  given: NewPerson,
  now: Date,
): Promise<Person> {
  const known = given.email ? await personByEmail(tx, given.email) : undefined;
  const person = known ?? (await createPerson(tx, given, now));
  await linkIdentity(tx, platform, externalId, person.id, now);
  return person;
}

/** Changes a dispute, or returns undefined if it is no longer at `dispute.version`. */
export async function changeDispute(
  tx: Db,
  dispute: Pick<Dispute, 'id' | 'version'>,
  patch: Partial<Omit<Dispute, 'id' | 'version'>>,
): Promise<Dispute | undefined> {
  return await changeRow(tx, tx.t.disputes, dispute, patch);
}

export async function updateTeam(
  tx: Db,
  id: string,
  patch: Partial<Pick<Team, 'name' | 'managerId' | 'timeZone' | 'parentId'>>,
): Promise<void> {
  await tx.q.update(tx.t.teams).set(patch).where(eq(tx.t.teams.id, id));
}

/** Sets a place's team and what is posted there ('report', 'stall', 'lead', 'pool'). */
export async function bindPlace(tx: Db, id: string, teamId: string | null, posts: string[]): Promise<void> {
  await tx.q.update(tx.t.places).set({ teamId, posts }).where(eq(tx.t.places.id, id));
}

/** Chooses the language of a place. */
export async function setPlaceLocale(tx: Db, id: string, locale: Locale): Promise<void> {
  await tx.q.update(tx.t.places).set({ locale }).where(eq(tx.t.places.id, id));
}

/** Changes a lead, or returns undefined if it is no longer at `lead.version`. */
export async function changeLead(
  tx: Db,
  lead: Pick<Lead, 'id' | 'version'>,
  patch: Partial<Omit<Lead, 'id' | 'no' | 'version'>>,
): Promise<Lead | undefined> {
  return await changeRow(tx, tx.t.leads, lead, patch);
}

/** Adds an alias under which a customer is found. */
export async function addAlias(tx: Db, customerId: string, alias: string): Promise<void> {
  await addKeys(tx, customerId, nameKeys(alias, 'alias'));
}

/** Changes a customer, or returns undefined if it is no longer at `customer.version`. */
export async function changeCustomer(
  tx: Db,
  customer: Pick<Customer, 'id' | 'version'>,
  patch: Partial<Omit<Customer, 'id' | 'no' | 'version'>>,
): Promise<Customer | undefined> {
  return await changeRow(tx, tx.t.customers, customer, patch);
}
