import { type CardNode, context, table } from '../../bot/kernel/card.js';
import type { FunnelRow } from '../../sales/funnel.js';
import type { RankingRow } from '../../sales/ranking.js';
import { wonStage } from '../../sales/stages.js';
import { reportTexts } from '../texts/reports.js';
import type { Desk } from './desk.js';
import { short, worth } from './headings.js';
import type { Pipeline } from './pipeline.js';

const right = (label: string) => ({ label, align: 'right' as const });

/** What stands in each stage; leads beside the first, what was won in the span at the last. */
export function pipelineTable(
  desk: Desk,
  pipeline: Pipeline,
  won: { count: number; amount: number },
): CardNode {
  const t = reportTexts(desk.locale);
  const last = wonStage(desk.process).key;
  const rows = pipeline.stages.map((row) =>
    row.stage === last
      ? [row.name, t.wonThere(won.count), won.count > 0 ? short(desk, won.amount) : '', '']
      : [row.name, t.standing(row.deals, row.leads), worth(desk, row.amount), worth(desk, row.weighted)],
  );
  const { stage, standing, amount, weighted } = t.columns;
  return table([stage, right(standing), right(amount), right(weighted)], rows);
}

/** What stands in each stage beside how many came so far. */
export function funnelTable(desk: Desk, pipeline: Pipeline, conversion: readonly FunnelRow[]): CardNode {
  const t = reportTexts(desk.locale);
  const rows = pipeline.stages.map((row, index) => {
    const step = conversion[index];
    return [
      row.name,
      row.stage === wonStage(desk.process).key ? '' : t.standing(row.deals, row.leads),
      worth(desk, row.amount),
      `${step?.reached ?? 0}`,
      step?.fromPrevious === null || step === undefined
        ? ''
        : `${step.fromPrevious}%${step.weakest ? ' ↓' : ''}`,
    ];
  });
  const { stage, standing, amount, reached, rate } = t.columns;
  return table([stage, right(standing), right(amount), right(reached), right(rate)], rows);
}

/** The first of the ranking, by effort and by result; with the median of each one's first responses where it is given. */
export function rankingTable(
  desk: Desk,
  rows: readonly RankingRow[],
  most: number,
  medians?: ReadonlyMap<string, number | null>,
): CardNode[] {
  const t = reportTexts(desk.locale);
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
      `${row.points}`,
      worth(desk, row.wonAmount),
      ...(medians ? [medianOf(row.personId)] : []),
    ]);
  if (shown.length === 0) return [];
  const rest = rows.length - shown.length;
  const columns = [place, name, right(behaviour), right(result), right(points), right(wonAmount)];
  const all = medians ? [...columns, right(median)] : columns;
  return [table(all, shown), ...(rest > 0 ? [context(t.morePeople(rest))] : [])];
}
