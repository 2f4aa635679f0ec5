import { hidden, shows } from '../../crm/access/visibility.js';
import { rankedActivityKinds } from '../../sales/figures/ranking-rows.js';
import { textsIn } from '../../texts/languages.js';
import { column, type Sheet } from '../nodes/sheet.js';
import type { ReportContext } from '../request/report-context.js';
import type { FunnelFigures } from '../standard/funnel-report.js';
import type { RankingFigures } from '../standard/ranking-report.js';

/**
 * Makes the sheets of a funnel: open deals by stage of every pipeline, and the conversion of those created in
 * the period.
 */
export function funnelSheets(ctx: ReportContext, { pipeline, conversion }: FunnelFigures): Sheet[] {
  const t = textsIn(ctx.locale).report;
  const { stage, standing, leads, amount, weighted, reached, rate, days, meanDays } = t.columns;
  const money = moneyFor(ctx);
  return [
    {
      name: t.pipelineChart,
      columns: [
        column(stage),
        column(standing, 'count'),
        column(leads, 'count'),
        column(amount, 'money'),
        column(weighted, 'money'),
      ],
      rows: pipeline.stages.map((line) => [
        line.name,
        line.deals,
        line.leads,
        money(line.amount),
        money(line.weighted),
      ]),
    },
    {
      name: t.funnel,
      columns: [
        column(stage),
        column(reached, 'count'),
        column(amount, 'money'),
        column(rate, 'percent'),
        column(days, 'days'),
        column(meanDays, 'days'),
      ],
      rows: conversion.map((row) => [
        row.name[ctx.locale],
        row.reached,
        money(row.amount),
        row.fromPrevious,
        row.days.median,
        row.days.mean,
      ]),
    },
  ];
}

/** Makes the sheet of a ranking: everybody, with what their points consist of. */
export function rankingSheets(ctx: ReportContext, { rows }: RankingFigures): Sheet[] {
  const t = textsIn(ctx.locale).report;
  const { place, name, behaviour, result, points, wonAmount, median } = t.columns;
  const money = moneyFor(ctx);
  return [
    {
      name: t.ranking,
      columns: [
        column(place, 'count'),
        column(name),
        column(behaviour, 'count'),
        column(result, 'count'),
        column(points, 'count'),
        column(wonAmount, 'money'),
        column(median, 'count'),
        ...rankedActivityKinds.map((doing) => column(t.doing[doing], 'count')),
      ],
      rows: rows.map((row) => [
        row.place,
        row.name,
        row.behaviour,
        row.result,
        row.points,
        money(row.wonAmount),
        row.median,
        ...rankedActivityKinds.map((doing) => row.parts.find((part) => part.doing === doing)?.count ?? 0),
      ]),
    },
    {
      name: textsIn(ctx.locale).slice.points,
      columns: [column(name), column(points, 'count')],
      rows: rankedActivityKinds.map((doing) => [t.doing[doing], ctx.process.ranking[doing]]),
    },
  ];
}

const moneyFor = (ctx: ReportContext) => (amount: number) => (shows(ctx, 'amount') ? amount : hidden);
