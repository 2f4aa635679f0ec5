import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { pipelineFor } from '../../sales/process/stages.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { conversionOf, type FunnelStep } from '../figures/funnel-steps.js';
import { explainSelect } from '../nodes/explain-select.js';
import { exportButton, exportWords } from '../nodes/export-button.js';
import { funnelTable } from '../nodes/figure-tables.js';
import { asOfWords, reportTitle, sameAsked, short } from '../nodes/headings.js';
import { funnelChart } from '../nodes/report-charts.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';
import { pipelineLines, type StandingPipeline } from '../request/report-pipelines.js';
import { reportSpan } from '../request/report-span.js';

export interface FunnelFigures {
  team: string | null;
  asOf: Date;
  period: { from: Date; to: Date };
  pipeline: StandingPipeline;
  /** Key of the pipeline of the conversion. */
  way: string;
  /** How far the leads and deals created in the period came, and the days that deals stood in each stage. */
  conversion: FunnelStep[];
}

/**
 * Shows open deals by stage at `asOf`, and the conversion of those created in a period, by default the
 * quarter.
 */
export async function funnelReport(
  given: ReportContext,
  asked: ReportRequest & { period?: string | Period; said?: string; pipeline?: string },
): Promise<{ figures: FunnelFigures; card: Card }> {
  const { ctx, period, span } = await reportSpan(given, asked, 'thisQuarter');
  const pipeline = await pipelineLines(ctx, asked.asOf, span.teamId);
  const { process, locale } = ctx;
  const way =
    process.pipelines.find(({ key }) => key === asked.pipeline) ??
    pipelineFor(process, { team: asked.team?.name });
  const conversion = await conversionOf(ctx, way, span, asked.asOf);
  const others = process.pipelines.filter((one) => one !== way);
  const t = textsIn(ctx.locale).report;
  const weakest = conversion.findIndex((row) => row.weakest);
  const [from, into] = [conversion[weakest - 1], conversion[weakest]];
  const sentences = [
    t.openLine(pipeline.deals, short(ctx, pipeline.amount), short(ctx, pipeline.weighted)),
    ...(from && into?.fromPrevious !== undefined && into.fromPrevious !== null
      ? [t.weakest(period.label, from.name[ctx.locale], into.name[ctx.locale], into.fromPrevious)]
      : []),
  ];
  const { sentence, clauses } = formatsIn(locale);
  const same = sameAsked(asked, asked.said);
  const card: Card = {
    key: `report:funnel:${asked.team?.id ?? 'all'}:${way.key}:${period.key}`,
    title: reportTitle(ctx, asked, t.funnel, period.label),
    subtitle: others.length > 0 ? way.name[locale] : undefined,
    tone: 'info',
    nodes: [
      text(sentence(clauses(sentences)), 'strong'),
      ...funnelChart(ctx, conversion, period.label),
      funnelTable(ctx, pipeline, conversion),
      context(clauses([t.cohort(period.label, conversion[0]?.reached ?? 0), t.daysRule])),
      ...actions(
        button(t.stalled, 'stalled', same),
        button(t.ranking, 'ranking', same),
        button(t.weekly, 'weekly', same),
        ...others.map(({ key, name }) =>
          button(name[locale], 'funnel', { ...same, period: period.key, pipeline: key }),
        ),
        explainSelect(ctx, asked, period.key, [
          { figure: 'open', isStanding: true },
          { figure: 'weighted', isStanding: true },
          ...conversion.slice(1).map(({ stage, name }) => ({
            figure: 'conversion' as const,
            label: t.intoStage(name[locale]),
            input: { stage },
          })),
        ]),
        exportButton(ctx, exportWords(ctx, 'funnel', period.key, asked), asked.said),
      ),
      context(asOfWords(ctx, asked.asOf)),
    ],
  };
  const figures = {
    team: asked.team?.name ?? null,
    asOf: asked.asOf,
    period: { from: period.from, to: period.to },
    pipeline,
    way: way.key,
    conversion,
  };
  return { figures, card };
}
