import type { Team } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
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
