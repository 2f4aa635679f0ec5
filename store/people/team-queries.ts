import { asc, eq, sql } from 'drizzle-orm';
import type { Team } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';

/** Creates a team. */
export async function createTeam(
  tx: Db,
  given: { name: string; timeZone: string; managerId?: string | null },
  now: Date,
): Promise<Team> {
  const team: Team = { id: newId(), managerId: null, parentId: null, ...given, createdAt: now };
  await tx.q.insert(tx.t.teams).values(team);
  return team;
}

/** Lists all teams, oldest first. */
export async function listTeams(db: Db): Promise<Team[]> {
  return await db.q.select().from(db.t.teams).orderBy(asc(db.t.teams.createdAt), asc(db.t.teams.id));
}

/** Finds a team by id, or undefined. */
export async function teamById(db: Db, id: string): Promise<Team | undefined> {
  return (await byId(db, { id }))[0];
}

const byId = compiled<{ id: string }>()(({ q, t: { teams } }, param) =>
  q.select().from(teams).where(eq(teams.id, param.id)),
);

/** Finds a team by name, case ignored, or undefined. */
export async function teamByName(db: Db, name: string): Promise<Team | undefined> {
  const { teams } = db.t;
  const [row] = await db.q
    .select()
    .from(teams)
    .where(eq(sql`lower(${teams.name})`, name.toLowerCase()));
  return row;
}

export async function updateTeam(
  tx: Db,
  id: string,
  patch: Partial<Pick<Team, 'name' | 'managerId' | 'timeZone' | 'parentId'>>,
): Promise<void> {
  await tx.q.update(tx.t.teams).set(patch).where(eq(tx.t.teams.id, id));
}
