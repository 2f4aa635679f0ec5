import { type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import type { FunnelRow } from '../../sales/figures/funnel-rows.js';
import type { LossRow } from '../../sales/figures/loss-rows.js';
import { percentOf } from '../../sales/figures/percentages.js';
import type { Forecast } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { short, worth } from '../nodes/headings.js';
import { funnelChart } from '../nodes/report-charts.js';
import type { ReportContext } from '../request/report-context.js';
import type { SourceConversionFigures } from '../slices/source-conversion-report.js';

/** Lines of each of a review's many tables. */
const most = 6;

/** Table: loss reasons, most frequent first. */
export function lossTable(ctx: ReportContext, rows: readonly LossRow[]): CardNode[] {
  if (rows.length === 0) return [];
  const t = textsIn(ctx.locale).review;
  const { reason, deals, share, amount } = t.columns;
  const lines = rows
    .slice(0, most)
    .map((row) => [row.name[ctx.locale], `${row.count}`, t.percent(row.share), worth(ctx, row.amount)]);
  return [text(t.lost, 'strong'), table([reason, right(deals), right(share), right(amount)], lines)];
}

/** Table: how many came how far, and their days in each stage. */
export function stageTable(
  ctx: ReportContext,
  conversion: readonly FunnelRow[],
  days: ReadonlyMap<string, number>,
  label: string,
): CardNode[] {
  if ((conversion[0]?.reached ?? 0) === 0 && days.size === 0) return [];
  const t = textsIn(ctx.locale).review;
  const columns = t.columns;
  const lines = conversion.map((row) => {
    const stood = days.get(row.stage);
    return [
      row.name[ctx.locale],
      `${row.reached}`,
      row.fromPrevious === null ? '' : `${t.percent(row.fromPrevious)}${row.weakest ? ' ↓' : ''}`,
      stood === undefined ? '' : t.days(stood),
    ];
  });
  return [
    text(t.stages, 'strong'),
    ...funnelChart(ctx, conversion, label),
    table([columns.stage, right(columns.reached), right(columns.rate), right(columns.days)], lines),
    context(t.cohort(label)),
  ];
}

/** Table: conversion of the period's leads, by source. */
export function sourceTable(ctx: ReportContext, { rows }: SourceConversionFigures): CardNode[] {
  if (rows.length === 0) return [];
  const t = textsIn(ctx.locale).review;
  const { source, leads, converted, won, wonAmount } = t.columns;
  const lines = rows
    .slice(0, most)
    .map((row) => [row.label, `${row.leads}`, `${row.converted}`, `${row.won}`, worth(ctx, row.wonAmount)]);
  return [
    text(t.sources, 'strong'),
    table([source, right(leads), right(converted), right(won), right(wonAmount)], lines),
  ];
}

/** Line: the period's first forecast, each method beside the result. */
export function forecastLine(ctx: ReportContext, told: Forecast | undefined, became: number): CardNode[] {
  if (!told) return [];
  const t = textsIn(ctx.locale).review;
  const names = textsIn(ctx.locale).forecast.ways;
  const ways = (['model', 'stage', 'commit'] as const).flatMap((way) => {
    const amount = told[way];
    if (amount === null) return [];
    const off = percentOf(amount - became, became);
    return [t.way(names[way], short(ctx, amount), off === null ? '' : t.off(off))];
  });
  const { sentence, list } = formatsIn(ctx.locale);
  return [text(sentence(t.told(told.period, list(ways), short(ctx, became))))];
}
