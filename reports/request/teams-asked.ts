import { teamsWithin } from '../../sales/people/policy.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { ReportContext, ReportRequest } from './report-context.js';

/** Lists the requested team and those below it, or undefined for the company. */
export async function teamsAsked(
  { db }: ReportContext,
  { team }: ReportRequest,
): Promise<TeamFilter | undefined> {
  if (!team) return undefined;
  const within = teamsWithin(await listTeams(db), team.id);
  return within.length === 1 ? team.id : new Set(within);
}
