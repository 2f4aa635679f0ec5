import { attainedWords, isBehind } from '../../crm/words/figure-words.js';
import { actions, button, type Card, type CardNode, context, fields, text } from '../../kernel/card/card.js';
import type { FunnelRow } from '../../sales/figures/funnel-rows.js';
import { type LossRow, lossRows } from '../../sales/figures/loss-rows.js';
import { type Change, change, percentOf } from '../../sales/figures/percentages.js';
import { type RankingRow, ranking } from '../../sales/figures/ranking-rows.js';
import type { Attainment } from '../../sales/figures/target-figures.js';
import type { WeekFigures } from '../../sales/figures/weekly-conclusion.js';
import { pipelineFor } from '../../sales/process/stages.js';
import { forecastsOf } from '../../store/deals/forecast-queries.js';
import { lossReasons } from '../../store/reports/figure-queries.js';
import type { Forecast } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { teamAttained } from '../figures/attainment-figures.js';
import { daysByStage } from '../figures/days-by-stage.js';
import { conversionOf } from '../figures/funnel-steps.js';
import { activityOfPeople, spanFigures } from '../figures/span-figures.js';
import { periodKey } from '../forecast/forecast-report.js';
import { rankingTable } from '../nodes/figure-tables.js';
import { asOfWords, reportTitle, sameAsked, short, worth } from '../nodes/headings.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import { type Period, periodOf } from '../request/report-period.js';
import { reportSpan } from '../request/report-span.js';
import { sourceConversionReport } from '../slices/source-conversion-report.js';
import { sideBySide, sideNodes, type TeamLine, teamsCompared } from '../weekly/side-by-side.js';
import { forecastLine, lossTable, sourceTable, stageTable } from './review-tables.js';

/** People in the ranking. */
const most = 5;

export interface ReviewFigures {
  period: string;
  team: string | null;
  figures: WeekFigures;
  before: WeekFigures;
  target: Attainment | null;
  losses: LossRow[];
  conversion: FunnelRow[];
  /** Median days of the deals that left a stage, by its key. */
  stageDays: Record<string, number>;
  ranking: RankingRow[];
  forecast: Forecast | null;
  teams: TeamLine[];
}

/** Reviews a team's or the company's month or quarter against the period before and the target. */
export async function reviewReport(
  given: ReportContext,
  asked: ReportRequest & { period: string; said?: string },
): Promise<{ figures: ReviewFigures; card: Card }> {
  const { ctx, period, span } = await reportSpan(given, asked, 'lastMonth');
  const { teamId } = span;
  const key = periodKey(period, ctx.zone);
  const isMonth = !key.includes('Q');
  const earlier = periodOf(
    isMonth ? 'thisMonth' : 'thisQuarter',
    new Date(period.from.getTime() - 1),
    ctx.zone,
    ctx.locale,
  );
  const { figures, people } = await spanFigures(ctx, span);
  const { figures: before } = await spanFigures(ctx, { from: earlier.from, to: earlier.to, teamId });
  const { whole, course } = await teamAttained(ctx, asked, { span: key, metric: 'won' });
  const target = whole.all.find(({ metric, target }) => metric === 'won' && target !== null) ?? null;
  const lost = await lossReasons(ctx.db, span);
  const losses = lossRows(
    lost.map(({ reason, deals, amount }) => ({ reason, count: deals, amount })),
    ctx.process,
  );
  const way = pipelineFor(ctx.process, { team: asked.team?.name });
  const conversion = await conversionOf(ctx, way, span, span.to);
  const days = await daysByStage(ctx.db, span);
  const ranks = ranking(await activityOfPeople(ctx, people, teamId), ctx.process);
  const { figures: sources } = await sourceConversionReport(ctx, { ...asked, by: 'source', until: span.to });
  const told = await forecastTold(ctx, asked, period, key);
  const teams = await teamsOf(ctx, asked, { from: span.from, to: period.to, target: key });
  const t = textsIn(ctx.locale).review;
  const same = { ...sameAsked(asked, asked.said), period: asked.period };
  const card: Card = {
    key: `report:review:${asked.team?.id ?? 'all'}:${key}`,
    title: reportTitle(ctx, asked, isMonth ? t.monthly : t.quarterly, period.label),
    tone: target && isBehind(target, course.pace) ? 'warn' : figures.wonCount > 0 ? 'good' : 'info',
    nodes: [
      text(wonLine(ctx, period, figures, before), 'strong'),
      ...(target ? [text(attainedWords(ctx, target, course.pace))] : []),
      ...figureFields(ctx, figures, before),
      ...sideNodes(ctx, teams, key),
      ...lossTable(ctx, losses),
      ...stageTable(ctx, conversion, days, period.label),
      ...headed(t.ranking, rankingTable(ctx, ranks, most)),
      ...sourceTable(ctx, sources),
      ...forecastLine(ctx, told, told?.became ?? figures.wonAmount),
      ...actions(
        button(t.funnel, 'funnel', same),
        button(t.rankingButton, 'ranking', same),
        button(t.loss, 'loss', same),
        button(t.details, 'stalled', sameAsked(asked, asked.said)),
      ),
      context(asOfWords(ctx, span.to)),
    ],
  };
  return {
    figures: {
      period: key,
      team: asked.team?.name ?? null,
      figures,
      before,
      target,
      losses,
      conversion,
      stageDays: Object.fromEntries(days),
      ranking: ranks,
      forecast: told ?? null,
      teams,
    },
    card,
  };
}

/** Finds the period's first forecast once the period is over, or undefined. */
async function forecastTold(
  { db }: ReportContext,
  { team, asOf }: ReportRequest,
  period: Period,
  key: string,
): Promise<Forecast | undefined> {
  if (period.to > asOf) return undefined;
  return (await forecastsOf(db, team?.id ?? '', key))[0];
}

/** Lists a company's teams, if there are several to compare. */
async function teamsOf(
  ctx: ReportContext,
  { team, asOf }: ReportRequest,
  span: { from: Date; to: Date; target: string },
): Promise<TeamLine[]> {
  const teams = team ? [] : await teamsCompared(ctx);
  return teams.length > 1 ? await sideBySide(ctx, teams, { ...span, asOf }) : [];
}

function wonLine(ctx: ReportContext, { label }: Period, now: WeekFigures, before: WeekFigures): string {
  const t = textsIn(ctx.locale).review;
  const amount = (value: number) => short(ctx, value);
  const trend = trendWords(ctx, change(now.wonAmount, before.wonAmount), amount);
  return formatsIn(ctx.locale).sentence(t.won(label, now.wonCount, amount(now.wonAmount), trend));
}

function figureFields(ctx: ReportContext, now: WeekFigures, before: WeekFigures): CardNode[] {
  const t = textsIn(ctx.locale).review;
  const trend = (of: keyof WeekFigures) => trendWords(ctx, change(now[of], before[of]), String);
  const rate = percentOf(now.wonCount, now.wonCount + now.lostCount);
  return fields(
    [t.fields.newDeals, t.figure(t.deals(now.newDeals, worth(ctx, now.newDealAmount)), trend('newDeals'))],
    [t.fields.followUps, t.figure(t.times(now.followUps, now.visits), trend('followUps'))],
    [t.fields.lost, t.figure(t.deals(now.lostCount, worth(ctx, now.lostAmount)), trend('lostCount'))],
    [t.fields.rate, rate === null ? null : t.percent(rate)],
  );
}

function trendWords(
  ctx: ReportContext,
  { direction, delta, percent }: Change,
  written: (value: number) => string,
): string {
  const { trend } = textsIn(ctx.locale).review;
  return direction === 'same' ? trend.same : trend[direction](written(Math.abs(delta)), percent);
}

const headed = (title: string, nodes: CardNode[]): CardNode[] =>
  nodes.length > 0 ? [text(title, 'strong'), ...nodes] : [];
