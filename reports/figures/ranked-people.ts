import { type RankingRow, ranking } from '../../sales/figures/ranking-rows.js';
import type { PersonFigures } from '../../store/reports/figure-queries.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { ReportContext } from '../request/report-context.js';
import { type Judged, judgedIn, proven } from './alert-precision.js';
import { activityOfPeople } from './span-figures.js';

/**
 * Ranks people in a span by the current rules, as of a moment; `judged` is empty if every activity counts.
 */
export async function rankedIn(
  ctx: ReportContext,
  done: readonly PersonFigures[],
  span: Span,
  at: Date,
): Promise<{ rows: RankingRow[]; judged: Judged[] }> {
  const activities = await activityOfPeople(ctx, done, span.teamId);
  if (!ctx.process.ranking.usefulOnly) return { rows: ranking(activities, ctx.process), judged: [] };
  const judged = await judgedIn(ctx, span, at);
  return { rows: ranking(proven(activities, judged), ctx.process), judged };
}
