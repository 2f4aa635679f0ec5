import { zonedIn } from '../../crm/words/zoned-dates.js';
import {
  actions,
  type Button,
  button,
  type Card,
  type CardNode,
  context,
  fields,
  text,
} from '../../kernel/card/card.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import type { RankingRow } from '../../sales/figures/ranking-rows.js';
import {
  type Conclusion,
  type WeekFigures,
  weekChanges,
  weeklyConclusion,
} from '../../sales/figures/weekly-conclusion.js';
import { previousWeek, type Week, weekOfDate, weekWords } from '../../sales/time/weeks.js';
import { waitingLeads } from '../../store/leads/waiting-leads.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import { textsIn } from '../../texts/languages.js';
import { rankedIn } from '../figures/ranked-people.js';
import { spanFigures } from '../figures/span-figures.js';
import { stalledAt } from '../figures/stalled-deals.js';
import { explainSelect } from '../nodes/explain-select.js';
import { pipelineTables, rankingTable } from '../nodes/figure-tables.js';
import { asOfWords, conclusionWords, reportTitle, sameAsked, short, trendWords } from '../nodes/headings.js';
import { type Item, itemNodes } from '../nodes/item-nodes.js';
import { leaveNote } from '../nodes/leave-note.js';
import { pipelineChart } from '../nodes/report-charts.js';
import { flowKinds, standingKinds } from '../request/explainable.js';
import { contextOfTeam, endAsOf, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { type StandingPipeline, standingPipelineOf } from '../request/report-pipelines.js';
import { teamsAsked } from '../request/teams-asked.js';

/** Most items, and people of the ranking, on the card; and most items where it is one screen. */
const most = 7;
const mostOnScreen = 5;

/** Largest stalled deals that are read for why they stalled. */
const lookedAt = 40;

export interface WeeklyFigures {
  week: Pick<Week, 'year' | 'number' | 'monday' | 'sunday'>;
  team: string | null;
  figures: WeekFigures;
  before: WeekFigures;
  conclusion: Conclusion;
  pipeline: StandingPipeline;
  ranking: RankingRow[];
  /** Not followed up, or stalled for that reason; and too long in a stage or as a lead. */
  waiting: { notFollowed: number; notConverted: number };
}

/**
 * Makes the weekly report on the last full week at `asOf`, or on the week of `asOf`. Figures are as of the
 * week's end, waiting items as of `asOf`.
 */
export async function weeklyReport(
  given: ReportContext,
  asked: ReportRequest & { week?: string; said?: string },
): Promise<{ figures: WeeklyFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const zoned = zonedIn(ctx.zone);
  const week = weekOfDate(daysOfKey(asked.week ?? 'lastWeek', zoned.localDate(asked.asOf)).first, zoned);
  const teamId = await teamsAsked(ctx, asked);
  const end = endAsOf(week.to, asked.asOf);
  const span = { from: week.from, to: end, teamId };
  const { figures, people, standing } = await spanFigures(ctx, span);
  const earlier = previousWeek(week, zoned);
  const { figures: before } = await spanFigures(ctx, { from: earlier.from, to: earlier.to, teamId });
  const pipeline = await standingPipelineOf(ctx, standing, end, teamId);
  const { rows: ranks } = await rankedIn(ctx, people, span, asked.asOf);
  const conclusion = weeklyConclusion(figures, before);
  const { items, waiting } = await whatWaits(ctx, asked.asOf, week.from, teamId);
  const whole: WeeklyFigures = {
    week: { year: week.year, number: week.number, monday: week.monday, sunday: week.sunday },
    team: asked.team?.name ?? null,
    figures,
    before,
    conclusion,
    pipeline,
    ranking: ranks,
    waiting,
  };
  const t = textsIn(ctx.locale).report;
  const same = sameAsked(asked, asked.said);
  const funnel = button(t.funnel, 'funnel', same);
  const ranking = button(t.ranking, 'ranking', { ...same, period: asked.week ?? 'lastWeek' });
  const details = button(t.details, 'stalled', same, { style: 'primary' });
  const card: Card = {
    key: `report:weekly:${asked.team?.id ?? 'all'}:${week.monday}`,
    title: reportTitle(ctx, asked, t.weekly, weekWords(week, ctx)),
    tone: conclusion.worry ? 'warn' : figures.wonCount > 0 ? 'good' : 'info',
    nodes: [
      text(conclusionWords(ctx, conclusion), 'strong'),
      ...threeFigures(ctx, figures, before),
      ...pipelineChart(ctx, pipeline),
      ...pipelineTables(ctx, pipeline, { count: figures.wonCount, amount: figures.wonAmount }).map((node) =>
        behind(funnel, node),
      ),
      ...rankingTable(ctx, ranks, most).map((node) => behind(ranking, node)),
      ...(
        await leaveNote(
          ctx,
          ranks.slice(0, most).map(({ personId, name }) => ({ id: personId, name })),
          span,
        )
      ).map((node) => behind(ranking, node)),
      ...(await waitingNodes(ctx, items, waiting, {
        at: asked.asOf,
        overdueTasks: figures.overdueTasks,
        details,
      })),
      ...actions(
        details,
        funnel,
        ranking,
        explainSelect(
          ctx,
          asked,
          asked.week ?? 'lastWeek',
          [...flowKinds, ...standingKinds].map((figure) => ({ figure })),
        ),
      ),
      context(asOfWords(ctx, end)),
    ],
  };
  return { figures: whole, card };
}

/** The node, left out on one screen, where the button tells the same. */
const behind = ({ call }: Button, node: CardNode): CardNode =>
  node.kind === 'text' || node.kind === 'table' || node.kind === 'context' ? { ...node, behind: call } : node;

/** Shows the week in a sentence and three figures, for a page with other contents. */
export function weekNodes(
  given: ReportContext,
  asked: ReportRequest,
  { week, figures, before, conclusion }: WeeklyFigures,
): CardNode[] {
  const ctx = contextOfTeam(given, asked.team);
  const label = `${dayOf(week.monday)}–${dayOf(week.sunday)}`;
  return [
    text(reportTitle(ctx, asked, textsIn(ctx.locale).report.weekly, label), 'strong'),
    text(conclusionWords(ctx, conclusion)),
    ...threeFigures(ctx, figures, before),
  ];
}

/** Writes '11/16' for '2026-11-16'. */
const dayOf = (date: string): string => date.slice(5).split('-').map(Number).join('/');

export function threeFigures(ctx: ReportContext, week: WeekFigures, before: WeekFigures): CardNode[] {
  const t = textsIn(ctx.locale).report;
  const changes = weekChanges(week, before);
  const amount = (value: number) => short(ctx, value);
  return fields(
    [t.fields.won, t.figure(amount(week.wonAmount), trendWords(ctx, changes.wonAmount, amount))],
    [
      t.fields.newDeals,
      t.figure(t.deals(week.newDeals, amount(week.newDealAmount)), trendWords(ctx, changes.newDeals, String)),
    ],
    [
      t.fields.followUps,
      t.figure(t.times(week.followUps, week.visits), trendWords(ctx, changes.followUps, String)),
    ],
  );
}

interface Waits {
  notFollowed: Item[];
  notConverted: Item[];
}

/** Lists what nobody followed up and what did not move on, at most seven in all, each list with its count. */
async function whatWaits(
  ctx: ReportContext,
  at: Date,
  weekFrom: Date,
  teamId: TeamFilter | undefined,
): Promise<{ items: Waits; waiting: WeeklyFigures['waiting'] }> {
  const stalled = await stalledAt(ctx, at, { teamId }, { limit: lookedAt });
  const then = { teamId, limit: most, at: at < ctx.now ? at : undefined };
  const unfollowed = await waitingLeads(ctx.db, { ...then, followed: false, until: at });
  const followed = await waitingLeads(ctx.db, { ...then, followed: true, until: weekFrom });
  const tooLong = stalled.items.filter((deal) => deal.reason?.reason === 'too-long');
  const silent = stalled.items.filter((deal) => deal.reason?.reason !== 'too-long');
  const dealItems = (deals: typeof tooLong): Item[] => deals.map((deal) => ({ kind: 'deal', deal }));
  const leadItems = (leads: typeof followed.leads, done: boolean): Item[] =>
    leads.map((lead) => ({ kind: 'lead', lead, followed: done }));
  const first = mixed(dealItems(silent), leadItems(unfollowed.leads, false));
  const second = mixed(dealItems(tooLong), leadItems(followed.leads, true));
  const left = Math.min(second.length, Math.floor(most / 2));
  const notFollowed = first.slice(0, most - left);
  // The reason of deals beyond those read is unknown: they count as not followed up, the usual one.
  return {
    items: { notFollowed, notConverted: second.slice(0, most - notFollowed.length) },
    waiting: {
      notFollowed: stalled.count - tooLong.length + unfollowed.all,
      notConverted: tooLong.length + followed.all,
    },
  };
}

/** Alternates deals and leads, so that both are shown. */
function mixed(deals: Item[], leads: Item[]): Item[] {
  const length = Math.max(deals.length, leads.length);
  return Array.from({ length }, (_, n) => [deals[n], leads[n]])
    .flat()
    .filter((item): item is Item => item !== undefined);
}

async function waitingNodes(
  ctx: ReportContext,
  { notFollowed, notConverted }: Waits,
  waiting: WeeklyFigures['waiting'],
  { at, overdueTasks, details }: { at: Date; overdueTasks: number; details: Button },
): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).report;
  if (notFollowed.length + notConverted.length === 0) return overdueTasks > 0 ? [] : [text(t.nothingOpen)];
  const rest = waiting.notFollowed + waiting.notConverted - notFollowed.length - notConverted.length;
  const silent = Math.min(notFollowed.length, mostOnScreen - Math.min(notConverted.length, 2));
  const stuck = Math.min(notConverted.length, mostOnScreen - silent);
  const unseen = notFollowed.length + notConverted.length - silent - stuck;
  const unlisted = unseen > 0 ? { brief: t.more(rest + unseen) } : {};
  return [
    ...(notFollowed.length > 0 ? [text(t.notFollowed(waiting.notFollowed), 'strong')] : []),
    ...onScreen(await itemNodes(ctx, notFollowed, at), silent, details),
    ...(notConverted.length > 0 ? [text(t.notConverted(waiting.notConverted), 'strong')] : []),
    ...onScreen(await itemNodes(ctx, notConverted, at), stuck, details),
    ...(rest + unseen > 0 ? [{ ...context(rest > 0 ? t.more(rest) : ''), ...unlisted }] : []),
  ];
}

/** The nodes of items, the lines after the first so many left out on one screen. */
function onScreen(nodes: readonly CardNode[], most: number, details: Button): CardNode[] {
  const lines = nodes.filter(({ kind }) => kind === 'text');
  return nodes.map((node) => (lines.indexOf(node) >= most ? behind(details, node) : node));
}
