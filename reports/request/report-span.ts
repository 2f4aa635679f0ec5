import type { Span } from '../../store/reports/report-conditions.js';
import { contextOfTeam, endAsOf, type ReportContext, type ReportRequest } from './report-context.js';
import { begunPeriod, type Period, type PeriodKind } from './report-period.js';
import { teamsAsked } from './teams-asked.js';

/**
 * What a report of a period starts from: the context with the team's clock, the period asked for or else the
 * usual one, and its span up to the moment asked for, of the teams asked for.
 */
export async function reportSpan(
  given: ReportContext,
  asked: ReportRequest & { period?: string | Period },
  usual: PeriodKind,
): Promise<{ ctx: ReportContext; period: Period; span: Span }> {
  const ctx = contextOfTeam(given, asked.team);
  const period = begunPeriod(ctx, asked, usual);
  const teamId = await teamsAsked(ctx, asked);
  return { ctx, period, span: { from: period.from, to: endAsOf(period.to, asked.asOf), teamId } };
}
