import { listTeams } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';

/** Removes the person as manager of their teams, except `teamId`. */
export async function leaveManaging(ctx: Context, person: Person, teamId: string | null): Promise<void> {
  for (const team of await listTeams(ctx.db)) {
    if (team.managerId === person.id && team.id !== teamId) {
      await ctx.unit.asConsequence('managed').change('team.changed', team, { managerId: null });
    }
  }
}
