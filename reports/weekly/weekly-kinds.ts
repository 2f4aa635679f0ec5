import { attainedWords } from '../../crm/words/figure-words.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, type CardNode, context, text } from '../../kernel/card/card.js';
import { monthOf } from '../../kernel/time/zone.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { type Week, weekOfDate, weekWords } from '../../sales/time/weeks.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { teamAttained } from '../figures/attainment-figures.js';
import { standingDeals } from '../figures/open-deals.js';
import { slippedIn } from '../figures/slipped-deals.js';
import { lessonsKept } from '../meeting/meeting-agenda.js';
import { asOfWords, conclusionWords, reportTitle, sameAsked, worth } from '../nodes/headings.js';
import { pipelineChart } from '../nodes/report-charts.js';
import { contextOfTeam, endAsOf, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { teamsAsked } from '../request/teams-asked.js';
import { sideBySide, sideNodes, type TeamLine, teamsCompared } from './side-by-side.js';
import { threeFigures, type WeeklyFigures, weeklyReport } from './weekly-figures-card.js';

export interface WeekAsked extends ReportRequest {
  /** A key of a week, 'lastWeek' by default. */
  week?: string;
  said?: string;
}

/** Most open deals for which the weekly report counts ghosts, since it has to read each one. */
const fewEnough = 2000;

/** Makes the weekly report of a team, or of the company if there are teams to compare. */
export async function weeklyOf(
  ctx: ReportContext,
  asked: WeekAsked,
): Promise<{ figures: WeeklyFigures & { teams?: TeamLine[] }; card: Card }> {
  const teams = asked.team ? [] : await teamsCompared(ctx);
  return teams.length > 1 ? await companyWeekly(ctx, asked) : await teamWeekly(ctx, asked);
}

/** Returns the week that a report at a moment is about. */
export function weekAsked({ zone }: ReportContext, asked: WeekAsked): Week {
  const zoned = zonedIn(zone);
  const { first } = daysOfKey(asked.week ?? 'lastWeek', zoned.localDate(asked.asOf));
  return weekOfDate(first, zoned);
}

/**
 * Returns the month whose target a week is compared with: the month of its end, or of the moment in a week
 * that is not over.
 */
export const monthOfWeek = (ctx: ReportContext, asked: WeekAsked): string =>
  monthOf(new Date(endAsOf(weekAsked(ctx, asked).to, asked.asOf).getTime() - 1), ctx.zone);

/** Reports a team's week with the month's target, its pace, and exceptions. */
async function teamWeekly(given: ReportContext, asked: WeekAsked) {
  const ctx = contextOfTeam(given, asked.team);
  const { figures, card } = await weeklyReport(ctx, asked);
  const [conclusion, facts, ...rest] = card.nodes;
  const beside = [...(await targetLine(ctx, asked)), ...(await exceptions(ctx, asked, figures))];
  const nodes = [conclusion, facts].filter((node) => node !== undefined);
  return { figures, card: { ...card, nodes: [...nodes, ...beside, ...rest] } };
}

async function targetLine(ctx: ReportContext, asked: WeekAsked): Promise<CardNode[]> {
  const { whole, course } = await teamAttained(ctx, asked, {
    span: monthOfWeek(ctx, asked),
    metric: 'won',
  });
  const won = whole.all.find(({ metric }) => metric === 'won');
  return won && won.target !== null ? [text(attainedWords(ctx, won, course.pace))] : [];
}

/** Counts exceptions: stalled, postponed, inactive, without response. */
async function exceptions(
  ctx: ReportContext,
  asked: WeekAsked,
  { figures }: WeeklyFigures,
): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).weekly;
  const { from, to } = weekAsked(ctx, asked);
  const at = endAsOf(to, asked.asOf);
  const teamId = await teamsAsked(ctx, asked);
  const slipped = await slippedIn(ctx.db, { from, to: at, teamId });
  const open =
    figures.openCount <= fewEnough
      ? await standingDeals(ctx, await lessonsKept(ctx.db, asked.asOf), { at: asked.asOf, teamId })
      : [];
  const ghosts = open.filter(({ isGhost }) => isGhost).length;
  const { stalledCount, stalledAmount, unansweredLeads } = figures;
  const found = [
    stalledCount > 0 && t.stalledCount(stalledCount, worth(ctx, stalledAmount)),
    slipped > 0 && t.slipped(slipped),
    ghosts > 0 && t.ghosts(ghosts),
    unansweredLeads > 0 && t.unanswered(unansweredLeads),
  ].filter((one) => one !== false);
  const { sentence, list } = formatsIn(ctx.locale);
  return found.length > 0 ? [text(sentence(t.exceptions(list(found))))] : [];
}

/** Reports the company's week: its teams side by side, the best and the worst by name. */
async function companyWeekly(ctx: ReportContext, asked: WeekAsked) {
  const t = textsIn(ctx.locale).report;
  const { figures, card } = await weeklyReport(ctx, asked);
  const week = weekAsked(ctx, asked);
  const { from, to } = week;
  const target = monthOfWeek(ctx, asked);
  const teams = await sideBySide(ctx, await teamsCompared(ctx), { from, to, asOf: asked.asOf, target });
  const same = sameAsked(asked, asked.said);
  const nodes = [
    text(conclusionWords(ctx, figures.conclusion), 'strong'),
    ...threeFigures(ctx, figures.figures, figures.before),
    ...(await targetLine(ctx, asked)),
    ...sideNodes(ctx, teams, target),
    ...pipelineChart(ctx, figures.pipeline),
    ...(await exceptions(ctx, asked, figures)),
    ...actions(
      button(t.details, 'stalled', same, { style: 'primary' }),
      button(t.funnel, 'funnel', same),
      button(t.ranking, 'ranking', { ...same, period: asked.week ?? 'lastWeek' }),
    ),
    context(asOfWords(ctx, endAsOf(to, asked.asOf))),
  ];
  const title = reportTitle(ctx, asked, t.weekly, weekWords(week, ctx));
  return { figures: { ...figures, teams }, card: { ...card, title, nodes } };
}
