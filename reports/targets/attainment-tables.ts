import { figureWords, metricWords, percentWords } from '../../crm/words/figure-words.js';
import { type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import {
  type Attainment,
  maxPercent,
  type Score,
  type TargetPace,
} from '../../sales/figures/target-figures.js';
import type { Metric } from '../../sales/process/metrics.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { AttainedRow } from '../figures/attainment-figures.js';
import type { ReportContext } from '../request/report-context.js';

/** Most lines of a table, and bars of a chart. */
export const most = 10;

const ofMetric = (row: AttainedRow, metric: Metric): Attainment | undefined =>
  row.all.find((one) => one.metric === metric);

/** Table: target, result and attainment of each person or team for one metric. */
export function rowsTable(
  ctx: ReportContext,
  rows: readonly AttainedRow[],
  { metric, kind }: { metric: Metric; kind: 'people' | 'teams' },
): CardNode[] {
  if (rows.length === 0) return [];
  const t = textsIn(ctx.locale).target;
  const { who, team, target, done, percent, perDay, stretch, score } = t.columns;
  const isPeople = kind === 'people';
  const withStretch = rows.some((row) => ofMetric(row, metric)?.stretch != null);
  const lines = rows.slice(0, most).map((row) => {
    const one = ofMetric(row, metric);
    const figure = (value: number | null | undefined) =>
      figureWords(ctx, metric, value ?? null, isPeople ? row.id : undefined);
    return [
      row.name,
      figure(one?.target),
      figure(one?.done),
      percentWords(ctx, one?.percent ?? null),
      figure(one?.perDay),
      ...(withStretch ? [figure(one?.stretch)] : []),
      ...(isPeople ? [row.score ? `${row.score.points}` : ''] : []),
    ];
  });
  const columns = [
    isPeople ? who : team,
    right(target),
    right(done),
    right(percent),
    right(perDay),
    ...(withStretch ? [right(stretch)] : []),
    ...(isPeople ? [right(score)] : []),
  ];
  const rest = rows.length - lines.length;
  return [table(columns, lines), ...(rest > 0 ? [context(t.more(rest))] : [])];
}

/** Table: every metric of one person or team, one line each. */
export function metricsTable(ctx: ReportContext, all: readonly Attainment[], ownerId?: string): CardNode[] {
  if (all.length === 0) return [];
  const t = textsIn(ctx.locale).target;
  const { metric, target, done, percent, perDay, stretch } = t.columns;
  const rows = all.map((one) => {
    const figure = (value: number | null) => figureWords(ctx, one.metric, value, ownerId);
    return [
      metricWords(ctx, one.metric),
      figure(one.target),
      figure(one.done),
      percentWords(ctx, one.percent),
      figure(one.perDay),
      figure(one.stretch),
    ];
  });
  return [table([metric, right(target), right(done), right(percent), right(perDay), right(stretch)], rows)];
}

/** Shows a score and its breakdown. */
export function scoreNodes(ctx: ReportContext, score: Score | null): CardNode[] {
  if (!score) return [];
  const t = textsIn(ctx.locale).target;
  const { metric, percent, weight, points } = t.columns;
  const rows = score.parts.map((part) => [
    metricWords(ctx, part.metric),
    part.capped ? t.capped(part.percent, maxPercent) : t.percent(part.percent),
    t.percent(part.weight),
    `${part.points}`,
  ]);
  const without = score.without.map((one) => metricWords(ctx, one));
  return [
    text(t.score(score.points), 'strong'),
    table([metric, right(percent), right(weight), right(points)], rows),
    ...(without.length > 0 ? [context(t.without(formatsIn(ctx.locale).list(without)))] : []),
  ];
}

/** Says what the score consists of. */
export function weightsLine(ctx: ReportContext): CardNode[] {
  const t = textsIn(ctx.locale).target;
  const entries = Object.entries(ctx.process.kpi.weights) as [Metric, number][];
  const parts = entries
    .filter(([, weight]) => weight > 0)
    .map(([metric, weight]) => t.weight(metricWords(ctx, metric), weight));
  return parts.length > 0 ? [context(t.rule(formatsIn(ctx.locale).list(parts)))] : [];
}

/** Bar chart: attainment in percent, which reveals no amount. */
export function attainedChart(
  ctx: ReportContext,
  title: string,
  bars: readonly { name: string; percent: number | null }[],
  pace: TargetPace,
): CardNode[] {
  const t = textsIn(ctx.locale).target;
  const known = bars.flatMap(({ name, percent }) => (percent === null ? [] : [{ name, percent }]));
  if (known.length === 0) return [];
  const shown = known.slice(0, most);
  const list = formatsIn(ctx.locale).list(shown.map(({ name, percent }) => t.chartOne(name, percent)));
  return [
    {
      kind: 'image',
      alt: t.chartAlt(title, list, pace.percent),
      chart: {
        kind: 'bars',
        title,
        labels: shown.map(({ name }) => name),
        series: [{ name: t.columns.percent, values: shown.map(({ percent }) => percent) }],
        unit: 'percent',
      },
    },
  ];
}
