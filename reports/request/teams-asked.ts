import { maySee, teamsWithin } from '../../sales/people/policy.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { ReportContext, ReportRequest } from './report-context.js';

/**
 * Lists the requested team and those below it whose records the reader may see, or undefined for the company.
 */
export async function teamsAsked(
  { db, person }: ReportContext,
  { team }: ReportRequest,
): Promise<TeamFilter | undefined> {
  if (!team) return undefined;
  const below = teamsWithin(await listTeams(db), team.id).filter(
    (id) => id !== team.id && (!person || maySee(person, { ownerId: null, teamId: id }).ok),
  );
  return below.length === 0 ? team.id : new Set([team.id, ...below]);
}
