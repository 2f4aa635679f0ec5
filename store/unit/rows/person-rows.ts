import { eq } from 'drizzle-orm';
import type { Person } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { moveTargets } from './target-rows.js';
export type NewPerson = Partial<Pick<Person, 'email' | 'locale' | 'timeZone' | 'role' | 'teamId'>> & {
  name: string;
};

/** Creates a person without any platform identity; a rep unless `given.role` says otherwise. */
export async function createPerson(tx: Db, given: NewPerson, now: Date): Promise<Person> {
  const person: Person = {
    id: newId(),
    name: given.name,
    role: given.role ?? 'rep',
    teamId: given.teamId ?? null,
    email: given.email ?? null,
    locale: given.locale ?? null,
    timeZone: given.timeZone ?? null,
    active: true,
    mutedUntil: null,
    leadCredit: 0,
    awayFrom: null,
    awayUntil: null,
    deputyId: null,
    digestOnly: false,
    digestAt: null,
    lastAssignedAt: null,
    createdAt: now,
  };
  await tx.q.insert(tx.t.people).values(person);
  return person;
}

/** Links a platform user to a person, replacing an earlier link. */
export async function linkIdentity(
  tx: Db,
  platform: string,
  externalId: string,
  personId: string,
  now: Date,
): Promise<void> {
  const { identities } = tx.t;
  await tx.q
    .insert(identities)
    .values({ platform, externalId, personId, createdAt: now })
    .onConflictDoUpdate({ target: [identities.platform, identities.externalId], set: { personId } });
}

/** Changes a person and returns them as changed, or undefined if the id is unknown. */
export async function updatePerson(
  tx: Db,
  id: string,
  patch: Partial<Omit<Person, 'id'>>,
): Promise<Person | undefined> {
  const { people } = tx.t;
  const [row] = await tx.q.update(people).set(patch).where(eq(people.id, id)).returning();
  return row;
}

/** Moves everything `from` owns and did to `into`, applies `change` to `into`, and deactivates `from`. */
export async function mergePeople(
  tx: Db,
  from: Person,
  into: Person,
  change: Partial<Omit<Person, 'id'>>,
): Promise<Person> {
  const { q, t } = tx;
  const owned = [t.customers, t.leads, t.deals, t.dealVersions, t.tasks];
  for (const table of owned)
    await q.update(table).set({ ownerId: into.id }).where(eq(table.ownerId, from.id));
  for (const table of [t.followUps, t.events, t.identities, t.places, t.savedReports, t.modelCalls])
    await q.update(table).set({ personId: into.id }).where(eq(table.personId, from.id));
  await q.update(t.sourceCosts).set({ setBy: into.id }).where(eq(t.sourceCosts.setBy, from.id));
  await q.update(t.teams).set({ managerId: into.id }).where(eq(t.teams.managerId, from.id));
  await moveTargets(tx, from.id, into.id);
  await q.delete(t.drafts).where(eq(t.drafts.personId, from.id));
  await updatePerson(tx, from.id, { active: false, email: null });
  return (await updatePerson(tx, into.id, change)) ?? into;
}
