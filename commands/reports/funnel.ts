import { actions, button, type Card, context, text } from '../../bot/kernel/card.js';
import { type FunnelRow, funnelRows } from '../../sales/funnel.js';
import { leadStage } from '../../sales/stages.js';
import { furthestStages, unconvertedLeadCount } from '../../store/report-lists.js';
import { reportTexts } from '../texts/reports.js';
import { funnelChart } from './charts.js';
import { type Asked, type Desk, deskOf, endAsOf } from './desk.js';
import { asOfWords, reportTitle, sameAsked, short } from './headings.js';
import { type PeriodKind, periodOf } from './period.js';
import { type Pipeline, pipelineLines } from './pipeline.js';
import { funnelTable } from './tables.js';

export interface FunnelFigures {
  team: string | null;
  asOf: Date;
  period: { from: Date; to: Date };
  pipeline: Pipeline;
  /** How far the leads and deals created in the period came. */
  conversion: FunnelRow[];
}

/** What stands in each stage at `asOf`, and how far came what was created in a period, by default the quarter. */
export async function funnelReport(
  given: Desk,
  asked: Asked & { period?: PeriodKind; said?: string },
): Promise<{ figures: FunnelFigures; card: Card }> {
  const desk = deskOf(given, asked.team);
  const period = periodOf(asked.period ?? 'thisQuarter', asked.asOf, desk.zone, desk.locale);
  const teamId = asked.team?.id;
  const to = endAsOf(period.to, asked.asOf);
  const pipeline = await pipelineLines(desk, asked.asOf, teamId);
  const conversion = await conversionOf(desk, { from: period.from, to, teamId }, asked.asOf);
  const t = reportTexts(desk.locale);
  const weakest = conversion.findIndex((row) => row.weakest);
  const [from, into] = [conversion[weakest - 1], conversion[weakest]];
  const sentences = [
    t.openLine(pipeline.deals, short(desk, pipeline.amount), short(desk, pipeline.weighted)),
    ...(from && into?.fromPrevious !== undefined && into.fromPrevious !== null
      ? [t.weakest(period.label, from.name[desk.locale], into.name[desk.locale], into.fromPrevious)]
      : []),
  ];
  const same = sameAsked(asked, asked.said);
  const card: Card = {
    key: `report:funnel:${teamId ?? 'all'}:${period.kind}`,
    title: reportTitle(desk, asked, t.funnel, period.label),
    tone: 'info',
    nodes: [
      text(sentences.join(desk.locale === 'zh' ? '；' : '; ') + t.stop, 'strong'),
      ...funnelChart(desk, conversion, period.label),
      funnelTable(desk, pipeline, conversion),
      context(t.cohort(period.label, conversion[0]?.reached ?? 0)),
      ...actions(
        button(t.stalled, 'stalled', same),
        button(t.ranking, 'ranking', same),
        button(t.weekly, 'weekly', same),
      ),
      context(asOfWords(desk, asked.asOf)),
    ],
  };
  const figures = {
    team: asked.team?.name ?? null,
    asOf: asked.asOf,
    period: { from: period.from, to: period.to },
    pipeline,
    conversion,
  };
  return { figures, card };
}

async function conversionOf(
  desk: Desk,
  span: { from: Date; to: Date; teamId?: string },
  at: Date,
): Promise<FunnelRow[]> {
  const furthest: Record<string, { count: number; amount: number }> = {};
  for (const { stage, deals, amount } of await furthestStages(desk.db, span, at)) {
    furthest[stage] = { count: deals, amount };
  }
  const first = leadStage(desk.process).key;
  const leads = await unconvertedLeadCount(desk.db, span, at);
  const known = furthest[first];
  furthest[first] = { count: (known?.count ?? 0) + leads, amount: known?.amount ?? 0 };
  return funnelRows(desk.process, furthest);
}
