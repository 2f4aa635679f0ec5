import { shows } from '../../crm/access/visibility.js';
import { spanWords } from '../../crm/words/figure-words.js';
import { type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import { forecastsOf } from '../../store/deals/forecast-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { teamAttained } from '../figures/attainment-figures.js';
import { spanFigures } from '../figures/span-figures.js';
import { periodKey } from '../forecast/forecast-report.js';
import { short, worth } from '../nodes/headings.js';
import type { ReportContext } from '../request/report-context.js';
import { contextOfTeam, endAsOf } from '../request/report-context.js';
import { periodOf } from '../request/report-period.js';
import { teamsAsked } from '../request/teams-asked.js';

/** Most teams in the table. */
const most = 15;

/** One team's figures in a span, to compare. Amounts in minor units. */
export interface TeamLine {
  team: string;
  wonCount: number;
  wonAmount: number;
  /** Whole percent of the month's or quarter's target; null without one. */
  percent: number | null;
  newDeals: number;
  followUps: number;
  openCount: number;
  openAmount: number;
  stalledCount: number;
  /** The quarter's latest forecast; null if none is stored. */
  forecast: number | null;
}

/** Lists the teams to compare in a company: those without a parent, or those below the only one. */
export async function teamsCompared(ctx: Pick<ReportContext, 'db'>): Promise<Team[]> {
  const teams = await listTeams(ctx.db);
  const known = new Set(teams.map(({ id }) => id));
  const roots = teams.filter(({ parentId }) => !parentId || !known.has(parentId));
  const [only] = roots;
  return roots.length === 1 && only ? teams.filter(({ parentId }) => parentId === only.id) : roots;
}

/** Computes each team's figures in a span of local days in the company's zone. */
export async function sideBySide(
  given: ReportContext,
  teams: readonly Team[],
  span: { from: Date; to: Date; asOf: Date; target: string },
): Promise<TeamLine[]> {
  const lines: TeamLine[] = [];
  for (const team of teams) {
    const ctx = contextOfTeam(given, undefined);
    const asked = { team, asOf: span.asOf };
    const teamId = await teamsAsked(ctx, asked);
    const { figures } = await spanFigures(ctx, { from: span.from, to: endAsOf(span.to, span.asOf), teamId });
    const { whole } = await teamAttained(ctx, asked, { span: span.target, metric: 'won' });
    lines.push({
      team: team.name,
      wonCount: figures.wonCount,
      wonAmount: figures.wonAmount,
      percent: whole.all.find(({ metric }) => metric === 'won')?.percent ?? null,
      newDeals: figures.newDeals,
      followUps: figures.followUps,
      openCount: figures.openCount,
      openAmount: figures.openAmount,
      stalledCount: figures.stalledCount,
      forecast: await lastTold(ctx, team, span.asOf),
    });
  }
  return lines;
}

/** Finds the latest forecast of the team's quarter as of a moment, or null. */
async function lastTold(ctx: ReportContext, team: Team, asOf: Date): Promise<number | null> {
  const quarter = periodKey(periodOf('thisQuarter', asOf, team.timeZone, ctx.locale), team.timeZone);
  const told = (await forecastsOf(ctx.db, team.id, quarter)).filter(({ at }) => at <= asOf).at(-1);
  return told ? (told.model ?? told.stage) : null;
}

/** Names the best and worst team, and lists all in a table. */
export function sideNodes(ctx: ReportContext, lines: readonly TeamLine[], target: string): CardNode[] {
  if (lines.length === 0) return [];
  const t = textsIn(ctx.locale).weekly;
  const { columns } = t;
  const withForecast = lines.some(({ forecast }) => forecast !== null);
  const sorted = lines.toSorted((a, b) => figureOf(ctx, lines)(b) - figureOf(ctx, lines)(a));
  const rows = sorted
    .slice(0, most)
    .map((line) => [
      line.team,
      t.wonCell(line.wonCount, worth(ctx, line.wonAmount)),
      line.percent === null ? '' : t.percent(line.percent),
      `${line.newDeals}`,
      `${line.followUps}`,
      t.wonCell(line.openCount, worth(ctx, line.openAmount)),
      `${line.stalledCount}`,
      ...(withForecast ? [line.forecast === null ? '' : short(ctx, line.forecast)] : []),
    ]);
  const heads = [
    columns.won,
    columns.target,
    columns.newDeals,
    columns.followUps,
    columns.open,
    columns.stalled,
  ];
  const all = [columns.team, ...heads.map(right), ...(withForecast ? [right(columns.forecast)] : [])];
  const hasTarget = lines.some(({ percent }) => percent !== null);
  return [
    text(extremes(ctx, sorted)),
    ...chart(ctx, sorted),
    table(all, rows),
    ...(hasTarget ? [context(t.targetOf(spanWords(ctx, target)))] : []),
  ];
}

/** Returns what teams are compared by: attainment, else the won amount if the reader may see it. */
function figureOf(ctx: ReportContext, lines: readonly TeamLine[]): (line: TeamLine) => number {
  if (lines.filter(({ percent }) => percent !== null).length > 1) return ({ percent }) => percent ?? -1;
  return shows(ctx, 'amount') ? ({ wonAmount }) => wonAmount : ({ wonCount }) => wonCount;
}

function extremes(ctx: ReportContext, sorted: readonly TeamLine[]): string {
  const t = textsIn(ctx.locale).weekly;
  const { sentence, clauses } = formatsIn(ctx.locale);
  const figure = figureOf(ctx, sorted);
  const compared = sorted.filter((line) => figure(line) >= 0);
  const [best, worst] = [compared[0], compared.at(-1)];
  if (!best || !worst || figure(best) === figure(worst)) return sentence(t.allEven);
  const byTarget = sorted.filter(({ percent }) => percent !== null).length > 1;
  const words = (line: TeamLine) => {
    if (byTarget) return t.reached(line.percent ?? 0);
    return shows(ctx, 'amount') ? t.wonFor(short(ctx, line.wonAmount)) : t.wins(line.wonCount);
  };
  return sentence(clauses([t.best(best.team, words(best)), t.worst(worst.team, words(worst))]));
}

/** Bar chart: attainment per team in percent, which reveals no amount. */
function chart(ctx: ReportContext, sorted: readonly TeamLine[]): CardNode[] {
  const t = textsIn(ctx.locale).weekly;
  const known = sorted
    .slice(0, most)
    .flatMap(({ team, percent }) => (percent === null ? [] : [{ team, percent }]));
  if (known.length < 2) return [];
  const { list, percent: written } = formatsIn(ctx.locale);
  return [
    {
      kind: 'image',
      alt: t.chartAlt(list(known.map(({ team, percent }) => `${team} ${written(percent)}`))),
      chart: {
        kind: 'bars',
        title: t.chart,
        labels: known.map(({ team }) => team),
        series: [{ name: t.columns.target, values: known.map(({ percent }) => percent) }],
        unit: 'percent',
      },
    },
  ];
}
