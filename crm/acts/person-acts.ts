import { listTeams } from '../../store/people/team-queries.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { updateTeam } from '../../store/unit/rows/team-rows.js';
import type { Context } from '../access/context.js';
import { factsBefore, logEvent } from './log-event.js';

/** Changes a colleague's data (role, team, quiet hours) and logs the change. */
export async function changePersonLogged(
  ctx: Context,
  person: Person,
  kind: string,
  change: Partial<Omit<Person, 'id'>>,
): Promise<Person> {
  await updatePerson(ctx.db, person.id, change);
  await logEvent(ctx, kind, { type: 'person', id: person.id }, factsBefore(person, change), change);
  return { ...person, ...change };
}

export async function changeTeamLogged(
  ctx: Context,
  team: Team,
  change: Partial<Pick<Team, 'managerId' | 'parentId'>>,
): Promise<Team> {
  await updateTeam(ctx.db, team.id, change);
  await logEvent(ctx, 'team.changed', { type: 'team', id: team.id }, factsBefore(team, change), change);
  return { ...team, ...change };
}

/** Removes the person as manager of their teams, except `teamId`. */
export async function leaveManaging(ctx: Context, person: Person, teamId: string | null): Promise<void> {
  for (const team of await listTeams(ctx.db)) {
    if (team.managerId === person.id && team.id !== teamId) {
      await changeTeamLogged(ctx, team, { managerId: null });
    }
  }
}
