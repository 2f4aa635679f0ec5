import { type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import type { RankingRow } from '../../sales/figures/ranking-rows.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { FunnelStep } from '../figures/funnel-steps.js';
import type { ReportContext } from '../request/report-context.js';
import { type StandingPipeline, standingPipelines } from '../request/report-pipelines.js';
import { short, worth } from './headings.js';

/**
 * Shows open deals by stage, a table for each pipeline; leads stand in the first stage and, with a single
 * pipeline, the span's won deals in the last.
 */
export function pipelineTables(
  ctx: ReportContext,
  pipeline: StandingPipeline,
  won: { count: number; amount: number },
): CardNode[] {
  const t = textsIn(ctx.locale).report;
  const { stage, standing, amount, weighted } = t.columns;
  const shown = standingPipelines(ctx.process, pipeline);
  return shown.flatMap(({ key, name }) => {
    const lines = pipeline.stages.filter(
      (line) => line.pipeline === key && (shown.length === 1 || !line.isWon),
    );
    const rows = lines.map((row) =>
      row.isWon
        ? [row.name, t.wonThere(won.count), won.count > 0 ? short(ctx, won.amount) : '', '']
        : [row.name, t.standing(row.deals, row.leads), worth(ctx, row.amount), worth(ctx, row.weighted)],
    );
    const caption = shown.length > 1 ? [text(name[ctx.locale], 'strong')] : [];
    return [...caption, table([stage, right(standing), right(amount), right(weighted)], rows)];
  });
}

/**
 * Shows each stage with its open deals, how many have come that far, and how many days those who moved on
 * stood there.
 */
export function funnelTable(
  ctx: ReportContext,
  pipeline: StandingPipeline,
  conversion: readonly FunnelStep[],
): CardNode {
  const t = textsIn(ctx.locale).report;
  const rows = conversion.map((step) => {
    const row = pipeline.stages.find((line) => line.stage === step.stage);
    return [
      step.name[ctx.locale],
      !row || row.isWon ? '' : t.standing(row.deals, row.leads),
      worth(ctx, row?.amount ?? 0),
      `${step.reached}`,
      step.fromPrevious === null
        ? ''
        : `${formatsIn(ctx.locale).percent(step.fromPrevious)}${step.weakest ? ' ↓' : ''}`,
      step.days.median === null ? '' : t.days(step.days.median),
    ];
  });
  const { stage, standing, amount, reached, rate, days } = t.columns;
  const columns = [right(standing), right(amount), right(reached), right(rate), right(days)];
  return table([stage, ...columns], rows);
}

/**
 * Shows the top of the ranking, by effort and by result, with each person's median first response if given.
 */
export function rankingTable(
  ctx: ReportContext,
  rows: readonly RankingRow[],
  most: number,
  medians?: ReadonlyMap<string, number | null>,
): CardNode[] {
  const t = textsIn(ctx.locale).report;
  const { place, name, behaviour, result, points, wonAmount, median } = t.columns;
  const medianOf = (personId: string) => {
    const minutes = medians?.get(personId) ?? null;
    return minutes === null ? '' : t.minutes(minutes);
  };
  const shown = rows
    .slice(0, most)
    .map((row) => [
      `${row.place}`,
      row.name,
      `${row.behaviour}`,
      `${row.result}`,
      row.provisional > 0 ? t.provisional(row.points, row.provisional) : `${row.points}`,
      worth(ctx, row.wonAmount),
      ...(medians ? [medianOf(row.personId)] : []),
    ]);
  if (shown.length === 0) return [];
  const rest = rows.length - shown.length;
  const columns = [place, name, right(behaviour), right(result), right(points), right(wonAmount)];
  const all = medians ? [...columns, right(median)] : columns;
  return [table(all, shown), ...(rest > 0 ? [context(t.morePeople(rest))] : [])];
}
