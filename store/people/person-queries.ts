import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Person } from '../schema/row-types.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';

/** Finds a person by id, or undefined. */
export async function personById(db: Db, id: string): Promise<Person | undefined> {
  return await findRow(db, db.t.people, { id });
}

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
  return await activePeople(db, teamId ? { teamId } : {});
}

const activePeople = compiled<{ teamId?: string }>()(({ q, t: { people } }, param) =>
  q
    .select()
    .from(people)
    .where(and(eq(people.active, true), eqIfGiven(people.teamId, param.teamId)))
    .orderBy(asc(people.createdAt), asc(people.id)),
);

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

/** Lists the language of each active person of a team or, without one, of the company; null for those who have chosen none. */
export async function localesIn(db: Db, teamId: string | null): Promise<Person['locale'][]> {
  return (await activeLocales(db, teamId ? { teamId } : {})).map(({ locale }) => locale);
}

const activeLocales = compiled<{ teamId?: string }>()(({ q, t: { people } }, param) =>
  q
    .select({ locale: people.locale })
    .from(people)
    .where(and(eqIfGiven(people.teamId, param.teamId), eq(people.active, true))),
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

/** Lists the people behind platform users, active or not; users whom nobody knows are left out. */
export async function peopleByIdentities(
  db: Db,
  platform: string,
  externalIds: readonly string[],
): Promise<{ externalId: string; person: Person }[]> {
  const { people, identities } = db.t;
  if (externalIds.length === 0) return [];
  return await db.q
    .select({ externalId: identities.externalId, person: people })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.platform, platform), inArray(identities.externalId, [...externalIds])));
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
