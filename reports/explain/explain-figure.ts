import { justAfter } from '../../kernel/time/moments.js';
import { type Metric, unitOf } from '../../sales/process/metrics.js';
import {
  type Explainable,
  type FlowKind,
  flowKinds,
  type StandingKind,
  standingKinds,
} from '../request/explainable.js';
import { contextOfTeam, endAsOf, type ReportContext } from '../request/report-context.js';
import { type PeriodKind, periodOf } from '../request/report-period.js';
import { teamsAsked } from '../request/teams-asked.js';
import { flow } from './explain-flows.js';
import { forecastParts } from './explain-forecast.js';
import { conversionParts, standing } from './explain-pipeline.js';
import { pointsParts } from './explain-points.js';
import { attainmentParts } from './explain-target.js';
import type { Explained, ExplainMeant, ExplainRequest } from './explained-types.js';

/** Returns the default period of the report that shows the figure, or undefined. */
function usual(figure: Explainable): PeriodKind | undefined {
  if ((standingKinds as readonly string[]).includes(figure)) return undefined;
  if ((flowKinds as readonly string[]).includes(figure)) return 'lastWeek';
  return figure === 'points' || figure === 'attainment' ? 'thisMonth' : 'thisQuarter';
}

/** Breaks a figure down: its value as the report computes it, and the records it counts. */
export async function explained(
  given: ReportContext,
  wanted: ExplainRequest,
): Promise<{ meant: ExplainMeant; made: Explained }> {
  const ctx = contextOfTeam(given, wanted.team);
  const span = wanted.span ?? usual(wanted.figure);
  const period = span === undefined ? undefined : periodOf(span, wanted.asOf, ctx.zone, ctx.locale);
  const to = endAsOf(period?.to ?? justAfter(wanted.asOf), wanted.asOf);
  const meant: ExplainMeant = {
    ...wanted,
    span,
    period,
    from: period?.from ?? wanted.asOf,
    to,
    teamId: await teamsAsked(ctx, wanted),
  };
  return { meant, made: await madeOf(ctx, meant) };
}

async function madeOf(ctx: ReportContext, meant: ExplainMeant): Promise<Explained> {
  const { figure } = meant;
  switch (figure) {
    case 'conversion':
      return await conversionParts(ctx, meant);
    case 'points':
      return await pointsParts(ctx, meant);
    case 'attainment':
      return await attainmentParts(ctx, meant);
    case 'commit':
    case 'best':
    case 'stage':
      return await forecastParts(ctx, meant, figure);
    default:
      return isFlow(figure) ? await flow(ctx, meant, figure) : await standing(ctx, meant, figure);
  }
}

const isFlow = (figure: FlowKind | StandingKind): figure is FlowKind =>
  (flowKinds as readonly string[]).includes(figure);

export const unitOfMetric = (metric: Metric): Explained['unit'] => unitOf(metric);
