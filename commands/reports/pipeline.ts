import { weighted } from '../../sales/money.js';
import { stageOf } from '../../sales/stages.js';
import { leadsConvertedSince } from '../../store/report-lists.js';
import { liveLeadCount, pipelineAt, type StageFigures } from '../../store/reports.js';
import type { Desk } from './desk.js';

/** What stands in one stage; amounts in minor units. */
export interface StageLine {
  stage: string;
  name: string;
  /** Leads that are no deals yet: they stand in the first stage. */
  leads: number;
  deals: number;
  amount: number;
  /** Amount × probability of the stage. */
  weighted: number;
}

export interface Pipeline {
  stages: StageLine[];
  leads: number;
  deals: number;
  amount: number;
  weighted: number;
}

/** Open deals and leads by stage as they stood at a moment. */
export async function pipelineLines(desk: Desk, at: Date, teamId: string | undefined): Promise<Pipeline> {
  return await pipelineOf(desk, await pipelineAt(desk.db, at, teamId), at, teamId);
}

/** The same where the deals of that moment are known; those of a stage that is gone count to the first. */
export async function pipelineOf(
  desk: Desk,
  deals: readonly StageFigures[],
  at: Date,
  teamId: string | undefined,
): Promise<Pipeline> {
  const { db, process } = desk;
  const leads = (await liveLeadCount(db, at, teamId)) + (await leadsConvertedSince(db, at, teamId));
  const stages = process.stages.map((stage, index) => {
    const here = deals.filter(
      (row) => row.stage === stage.key || (index === 0 && !stageOf(process, row.stage)),
    );
    const amount = here.reduce((sum, row) => sum + row.amount, 0);
    return {
      stage: stage.key,
      name: stage.name[desk.locale],
      leads: index === 0 ? leads : 0,
      deals: here.reduce((sum, row) => sum + row.deals, 0),
      amount,
      weighted: weighted(amount, stage.probability),
    };
  });
  const sum = (of: 'deals' | 'amount' | 'weighted') => stages.reduce((total, row) => total + row[of], 0);
  return { stages, leads, deals: sum('deals'), amount: sum('amount'), weighted: sum('weighted') };
}
