import { type RankingRow, ranking } from '../../sales/figures/ranking-rows.js';
import type { PersonFigures } from '../../store/reports/figure-queries.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { Desk } from '../request/report-context.js';
import { type Judged, judgedIn, proven } from './alert-precision.js';
import { doingsOf } from './span-figures.js';

/** The ranking of a span by the rules in force, as of a moment; `judged` is empty where everything counts. */
export async function rankedIn(
  desk: Desk,
  done: readonly PersonFigures[],
  span: Span,
  at: Date,
): Promise<{ rows: RankingRow[]; judged: Judged[] }> {
  const doings = await doingsOf(desk, done, span.teamId);
  if (!desk.process.ranking.usefulOnly) return { rows: ranking(doings, desk.process), judged: [] };
  const judged = await judgedIn(desk, span, at);
  return { rows: ranking(proven(doings, judged), desk.process), judged };
}
