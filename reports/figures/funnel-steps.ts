import { type StageDays, stageDays } from '../../sales/deals/stage-days.js';
import { type FunnelRow, funnelRows } from '../../sales/figures/funnel-rows.js';
import type { Pipeline as SalesPipeline } from '../../sales/process/parse-process.js';
import { leadStage, pipelineOf, stageOf } from '../../sales/process/stages.js';
import { stageStays } from '../../store/deals/stage-stays.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import { furthestStages, unconvertedLeadCount } from '../../store/reports/report-lists.js';
import type { ReportContext } from '../request/report-context.js';

/** A step of the funnel, with how long its deals stood there. */
export type FunnelStep = FunnelRow & { days: StageDays };

/** Computes how far the deals created in a span came in one pipeline. */
export async function conversionOf(
  ctx: ReportContext,
  way: SalesPipeline,
  span: { from: Date; to: Date; teamId?: TeamFilter },
  at: Date,
): Promise<FunnelStep[]> {
  const { process, db } = ctx;
  const furthest: Record<string, { count: number; amount: number }> = {};
  const add = (key: string, count: number, amount: number) => {
    const known = furthest[key] ?? { count: 0, amount: 0 };
    furthest[key] = { count: known.count + count, amount: known.amount + amount };
  };
  for (const { stage, deals, amount } of await furthestStages(db, span, at)) {
    if (pipelineOf(process, stage) === way) add(stageOf(process, stage)?.key ?? stage, deals, amount);
  }
  const first = leadStage(process);
  if (way.stages.includes(first)) add(first.key, await unconvertedLeadCount(db, span, at), 0);
  const stays = await stageStays(db, span, at);
  const days = stageDays(stays, at, (key) => stageOf(process, key)?.key ?? key);
  const none = { median: null, mean: null, left: 0, staying: 0 };
  return funnelRows(way, furthest).map((row) => ({ ...row, days: days.get(row.stage) ?? none }));
}
