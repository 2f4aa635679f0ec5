import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { moveTargets } from '../reports/target-queries.js';
import type { Person } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';

export type NewPerson = Partial<Pick<Person, 'email' | 'locale' | 'timeZone' | 'role' | 'teamId'>> & {
  name: string;
};

/** Finds a person by id, or undefined. */
export async function personById(db: Db, id: string): Promise<Person | undefined> {
  return (await byId(db, { id }))[0];
}

const byId = compiled<{ id: string }>()(({ q, t: { people } }, param) =>
  q.select().from(people).where(eq(people.id, param.id)),
);

/** Finds the person behind a platform user, or undefined. */
export async function personByIdentity(
  db: Db,
  platform: string,
  externalId: string,
): Promise<Person | undefined> {
  return (await byIdentity(db, { platform, externalId }))[0]?.person;
}

const byIdentity = compiled<{ platform: string; externalId: string }>()(
  ({ q, t: { people, identities } }, param) =>
    q
      .select({ person: people })
      .from(identities)
      .innerJoin(people, eq(people.id, identities.personId))
      .where(and(eq(identities.platform, param.platform), eq(identities.externalId, param.externalId))),
);

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
    lastAssignedAt: null,
    createdAt: now,
  };
  await tx.q.insert(tx.t.people).values(person);
  return person;
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

/** Lists a person's platform users, sorted by platform. */
export async function identitiesOf(
  db: Db,
  personId: string,
): Promise<{ platform: string; externalId: string }[]> {
  const { identities } = db.t;
  return await db.q
    .select({ platform: identities.platform, externalId: identities.externalId })
    .from(identities)
    .where(eq(identities.personId, personId))
    .orderBy(asc(identities.platform));
}

/** Finds the oldest person with this e-mail, case ignored, or undefined. */
export async function personByEmail(db: Db, email: string): Promise<Person | undefined> {
  const { people } = db.t;
  const [row] = await db.q
    .select()
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.toLowerCase()))
    .orderBy(asc(people.createdAt))
    .limit(atMost(1));
  return row;
}

/** Lists active people of a name, case ignored; a company may have two. */
export async function peopleByName(db: Db, name: string): Promise<Person[]> {
  const { people } = db.t;
  return await db.q
    .select()
    .from(people)
    .where(and(eq(people.active, true), eq(sql`lower(${people.name})`, name.toLowerCase())))
    .orderBy(asc(people.createdAt));
}

/** Lists active people of one team or of all, oldest first. */
export async function listPeople(db: Db, teamId?: string | null): Promise<Person[]> {
  const { people } = db.t;
  const ofTeam = teamId ? eq(people.teamId, teamId) : undefined;
  return await db.q
    .select()
    .from(people)
    .where(and(eq(people.active, true), ofTeam))
    .orderBy(asc(people.createdAt), asc(people.id));
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
  await q.update(t.teams).set({ managerId: into.id }).where(eq(t.teams.managerId, from.id));
  await moveTargets(tx, from.id, into.id);
  await q.delete(t.drafts).where(eq(t.drafts.personId, from.id));
  await updatePerson(tx, from.id, { active: false, email: null });
  return (await updatePerson(tx, into.id, change)) ?? into;
}

/** Lists the distinct roles of a team's active people. */
export async function rolesIn(db: Db, teamId: string): Promise<Person['role'][]> {
  return (await rolesOfTeam(db, { teamId })).map(({ role }) => role);
}

const rolesOfTeam = compiled<{ teamId: string }>()(({ q, t: { people } }, param) =>
  q
    .selectDistinct({ role: people.role })
    .from(people)
    .where(and(eq(people.teamId, param.teamId), eq(people.active, true))),
);

/** Whether the company has an admin; until then the set-up code is valid. */
export async function hasAdmin(db: Db): Promise<boolean> {
  const { people } = db.t;
  const rows = await db.q
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, 'admin'))
    .limit(atMost(1));
  return rows.length > 0;
}

/** Lists active people known on a platform, with their id there. */
export async function peopleOn(db: Db, platform: string): Promise<{ externalId: string; person: Person }[]> {
  const { people, identities } = db.t;
  return await db.q
    .select({ externalId: identities.externalId, person: people })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.platform, platform), eq(people.active, true)))
    .orderBy(asc(people.createdAt), asc(people.id));
}

/** Lists active team members without a private chat with the bot, whom it cannot message alone. */
export async function unreachablePeople(db: Db): Promise<Person[]> {
  const { people, places } = db.t;
  const rows = await db.q
    .select({ person: people })
    .from(people)
    .leftJoin(places, and(eq(places.personId, people.id), eq(places.kind, 'private')))
    .where(and(eq(people.active, true), isNotNull(people.teamId), isNull(places.id)))
    .orderBy(asc(people.createdAt), asc(people.id));
  return rows.map(({ person }) => person);
}
