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

/** Teams of a table; more are looked at one by one. */
const most = 15;

/** What a team did in a span, beside the others. Amounts in minor units. */
export interface TeamLine {
  team: string;
  wonCount: number;
  wonAmount: number;
  /** Whole percent of the target of the month or quarter; null where there is none. */
  percent: number | null;
  newDeals: number;
  followUps: number;
  openCount: number;
  openAmount: number;
  stalledCount: number;
  /** What was told last of the quarter; null where nothing is kept. */
  forecast: number | null;
}

/** The teams that a company is compared by: those below none, or those below the only one. */
export async function teamsCompared(ctx: Pick<ReportContext, 'db'>): Promise<Team[]> {
  const teams = await listTeams(ctx.db);
  const known = new Set(teams.map(({ id }) => id));
  const roots = teams.filter(({ parentId }) => !parentId || !known.has(parentId));
  const [only] = roots;
  return roots.length === 1 && only ? teams.filter(({ parentId }) => parentId === only.id) : roots;
}

/** Each team's figures in a span of local days of the company's clock. */
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

/** What was told of the team's quarter by a moment. */
async function lastTold(ctx: ReportContext, team: Team, asOf: Date): Promise<number | null> {
  const quarter = periodKey(periodOf('thisQuarter', asOf, team.timeZone, ctx.locale), team.timeZone);
  const told = (await forecastsOf(ctx.db, team.id, quarter)).filter(({ at }) => at <= asOf).at(-1);
  return told ? (told.model ?? told.stage) : null;
}

/** The best and the worst by name, and all in a table. */
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

/** What teams are compared by: how far their target is, else what they won, as far as the reader may know it. */
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

/** How far each came in percent, which tells no amount. */
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
