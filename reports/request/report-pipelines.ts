import { weighted } from '../../sales/figures/money-sums.js';
import type { Process, Pipeline as SalesPipeline } from '../../sales/process/parse-process.js';
import { stageOf } from '../../sales/process/stages.js';
import { liveLeadCount, pipelineAt, type StageFigures } from '../../store/reports/figure-queries.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import { leadsConvertedSince } from '../../store/reports/report-lists.js';
import type { ReportContext } from './report-context.js';

/** Open deals and leads of one stage; amounts in minor units. */
export interface StageLine {
  /** Key of the pipeline the stage belongs to. */
  pipeline: string;
  stage: string;
  name: string;
  isWon: boolean;
  /** Number of leads that are no deals yet, in the first stage. */
  leads: number;
  deals: number;
  amount: number;
  /** Amount × probability of the stage, in minor units. */
  weighted: number;
}

export interface StandingPipeline {
  /** The stages of every pipeline, the main one's first. */
  stages: StageLine[];
  leads: number;
  deals: number;
  amount: number;
  weighted: number;
}

/** Sums open deals and leads by stage, as of a moment. */
export async function pipelineLines(
  ctx: ReportContext,
  at: Date,
  teamId: TeamFilter | undefined,
): Promise<StandingPipeline> {
  return await standingPipelineOf(ctx, await pipelineAt(ctx.db, at, teamId), at, teamId);
}

/** Sums known open deals by stage; deals of a stage that no longer exists count in the first. */
export async function standingPipelineOf(
  ctx: ReportContext,
  deals: readonly StageFigures[],
  at: Date,
  teamId: TeamFilter | undefined,
): Promise<StandingPipeline> {
  const { db, process } = ctx;
  const leads = (await liveLeadCount(db, at, teamId)) + (await leadsConvertedSince(db, at, teamId));
  const all = process.pipelines.flatMap(({ key, stages }) =>
    stages.map((stage) => ({ pipeline: key, stage })),
  );
  const stages = all.map(({ pipeline, stage }, index) => {
    const here = deals.filter((row) => (stageOf(process, row.stage) ?? all[0]?.stage) === stage);
    const amount = here.reduce((sum, row) => sum + row.amount, 0);
    return {
      pipeline,
      stage: stage.key,
      name: stage.name[ctx.locale],
      isWon: stage.won,
      leads: index === 0 ? leads : 0,
      deals: here.reduce((sum, row) => sum + row.deals, 0),
      amount,
      weighted: weighted(amount, stage.probability),
    };
  });
  const sum = (of: 'deals' | 'amount' | 'weighted') => stages.reduce((total, row) => total + row[of], 0);
  return { stages, leads, deals: sum('deals'), amount: sum('amount'), weighted: sum('weighted') };
}

/** Lists the pipelines worth showing: those that hold deals, else the main one. */
export function standingPipelines(process: Process, { stages }: StandingPipeline): SalesPipeline[] {
  const holds = ({ key }: SalesPipeline) =>
    stages.some((line) => line.pipeline === key && line.deals + line.leads > 0);
  const held = process.pipelines.filter(holds);
  return held.length > 0 ? held : process.pipelines.slice(0, 1);
}
