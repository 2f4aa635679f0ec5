import { asc, eq, sql } from 'drizzle-orm';
import type { Team } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';

/** Lists all teams, oldest first. */
export async function listTeams(db: Db): Promise<Team[]> {
  return await eachTeam(db, {});
}

const eachTeam = compiled<object>()(({ q, t: { teams } }) =>
  q.select().from(teams).orderBy(asc(teams.createdAt), asc(teams.id)),
);

/** Finds a team by id, or undefined. */
export async function teamById(db: Db, id: string): Promise<Team | undefined> {
  return await findRow(db, db.t.teams, { id });
}

/** Finds a team by name, case ignored, or undefined. */
export async function teamByName(db: Db, name: string): Promise<Team | undefined> {
  const { teams } = db.t;
  const [row] = await db.q
    .select()
    .from(teams)
    .where(eq(sql`lower(${teams.name})`, name.toLowerCase()));
  return row;
}
