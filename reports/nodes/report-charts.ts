import { shows } from '../../crm/access/visibility.js';
import type { CardNode } from '../../kernel/card/card.js';
import type { FunnelRow } from '../../sales/figures/funnel-rows.js';
import { textsIn } from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';
import { type StandingPipeline, standingPipelines } from '../request/report-pipelines.js';
import { short } from './headings.js';

/**
 * Bar chart: open deals per stage by amount, or by count while no amount is known. The table has the figures.
 */
export function pipelineChart(ctx: ReportContext, pipeline: StandingPipeline): CardNode[] {
  const t = textsIn(ctx.locale).report;
  const shown = standingPipelines(ctx.process, pipeline).map(({ key }) => key);
  const stages = pipeline.stages.filter((stage) => !stage.isWon && shown.includes(stage.pipeline));
  const inMoney = pipeline.amount > 0 && shows(ctx, 'amount');
  const values = stages.map((stage) => (inMoney ? stage.amount : stage.deals));
  const most = values.indexOf(Math.max(...values));
  const largest = stages[most];
  if (!largest || values[most] === 0) return [];
  const alt = t.chartLargest(largest.name, inMoney ? short(ctx, largest.amount) : `${largest.deals}`);
  return [
    {
      kind: 'image',
      alt,
      chart: {
        kind: 'bars',
        title: t.pipelineChart,
        labels: stages.map((stage) => stage.name),
        series: [{ name: inMoney ? t.columns.amount : t.columns.standing, values }],
        unit: inMoney ? 'money' : 'count',
        currency: ctx.process.currency,
      },
    },
  ];
}

/** Funnel chart: how many came how far (counts). */
export function funnelChart(ctx: ReportContext, rows: readonly FunnelRow[], period: string): CardNode[] {
  const t = textsIn(ctx.locale).report;
  const [first] = rows;
  if (!first || first.reached === 0) return [];
  const last = rows.at(-1) ?? first;
  return [
    {
      kind: 'image',
      alt: t.chartFunnel(first.reached, last.reached),
      chart: {
        kind: 'funnel',
        title: t.funnelChart(period),
        labels: rows.map((row) => row.name[ctx.locale]),
        series: [{ name: t.columns.reached, values: rows.map((row) => row.reached) }],
        unit: 'count',
      },
    },
  ];
}
