import { attainedWords, isBehind, metricWords, spanWords } from '../../crm/words/figure-words.js';
import {
  type Action,
  actions,
  button,
  type Card,
  type CardNode,
  context,
  text,
} from '../../kernel/card/card.js';
import { writeMonths } from '../../kernel/pieces/month-list.js';
import { earlierOf } from '../../kernel/time/moments.js';
import { monthOf } from '../../kernel/time/zone.js';
import type { Attainment, TargetPace } from '../../sales/figures/target-figures.js';
import { type Metric, metrics } from '../../sales/process/metrics.js';
import type { Person } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import {
  type AttainedRow,
  type Course,
  personAttained,
  type TeamAttained,
  teamAttained,
} from '../figures/attainment-figures.js';
import { metricsShown, type Targets } from '../figures/target-lookup.js';
import { explainSelect, type Offered } from '../nodes/explain-select.js';
import { asOfWords, reportTitle, sameAsked } from '../nodes/headings.js';
import { leaveNote } from '../nodes/leave-note.js';
import { contextOfTeam, type ReportContext, type ReportRequest } from '../request/report-context.js';
import {
  attainedChart,
  metricsTable,
  most,
  rowsTable,
  scoreNodes,
  weightsLine,
} from './attainment-tables.js';

/** A request for targets; by default this month and the won amount. */
export interface TargetsAsked extends ReportRequest {
  span?: string;
  metric?: Metric;
  said?: string;
}

/** What a card shows besides the figures: buttons for those who may set targets, and the latest changes. */
export interface Beside {
  actions?: Action[];
  history?: CardNode[];
}

export interface AttainmentFigures {
  team: string | null;
  span: string;
  pace: TargetPace;
  whole: Attainment[];
  teams: AttainedRow[];
  people: AttainedRow[];
}

const spanIn = (ctx: ReportContext, asked: TargetsAsked): string =>
  asked.span ?? monthOf(asked.asOf, ctx.zone);

/** Shows the attainment of a team or the company, and of everybody in it. */
export async function attainmentReport(
  given: ReportContext,
  asked: TargetsAsked,
  beside: Beside = {},
): Promise<{ figures: AttainmentFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const span = spanIn(ctx, asked);
  const metric = asked.metric ?? 'won';
  const found = await teamAttained(ctx, asked, { span, metric });
  const { whole, teams, people, course } = found;
  const one = whole.all.find((each) => each.metric === metric);
  const label = spanWords(ctx, span);
  const t = textsIn(ctx.locale).target;
  const title = t.chart(metricWords(ctx, metric), label);
  const card: Card = {
    key: `report:target:${asked.team?.id ?? 'all'}:${span}:${metric}`,
    title: reportTitle(ctx, asked, t.target, label),
    tone: isBehind(one, course.pace) ? 'warn' : 'info',
    nodes: [
      ...(one ? [text(attainedWords(ctx, one, course.pace), 'strong')] : []),
      ...attainedChart(ctx, title, barsOf(people.length > 0 ? people : teams, metric), course.pace),
      ...tablesOf(ctx, found, metric),
      ...missingMonths(ctx, found.aims, { teamId: asked.team?.id ?? null }, metric),
      ...weightsLine(ctx),
      ...(await leaveNote(ctx, people, course)),
      context(t.workdays(course.pace.gone, course.pace.total, course.pace.percent)),
      ...(beside.history ?? []),
      ...teamActions(ctx, asked, found, { span, metric }, beside.actions ?? []),
      context(asOfWords(ctx, earlierOf(course.to, asked.asOf))),
    ],
  };
  const figures = {
    team: asked.team?.name ?? null,
    span,
    pace: course.pace,
    whole: whole.all,
    teams,
    people,
  };
  return { figures, card };
}

const barsOf = (rows: readonly AttainedRow[], metric: Metric) =>
  rows.map(({ name, all }) => ({
    name,
    percent: all.find((one) => one.metric === metric)?.percent ?? null,
  }));

function tablesOf(
  ctx: ReportContext,
  { aims, whole, teams, people }: TeamAttained,
  metric: Metric,
): CardNode[] {
  const t = textsIn(ctx.locale).target;
  const others = whole.all.filter(
    (one) => one.metric !== metric && (one.target !== null || aims.any(one.metric)),
  );
  const headed = (title: string, nodes: CardNode[]) =>
    nodes.length > 0 ? [text(title, 'strong'), ...nodes] : [];
  return [
    ...headed(t.teams, rowsTable(ctx, teams, { metric, kind: 'teams' })),
    ...headed(t.people, rowsTable(ctx, people, { metric, kind: 'people' })),
    ...headed(t.others, metricsTable(ctx, others)),
    ...(whole.all.some((one) => one.target !== null) ? [context(t.summed)] : []),
  ];
}

/** Says which months without a target a sum leaves out. */
function missingMonths(
  ctx: ReportContext,
  aims: Targets,
  whose: Parameters<Targets['missing']>[0],
  metric: Metric,
): CardNode[] {
  const months = aims.missing(whose, metric).map((month) => spanWords(ctx, month));
  if (months.length === 0) return [];
  return [context(textsIn(ctx.locale).target.missingMonths(formatsIn(ctx.locale).list(months)))];
}

function teamActions(
  ctx: ReportContext,
  asked: TargetsAsked,
  { people }: TeamAttained,
  { span, metric }: { span: string; metric: Metric },
  more: Action[],
): CardNode[] {
  const t = textsIn(ctx.locale).target;
  const { team: name, ...asof } = sameAsked(asked, asked.said);
  const whose = { whose: name ?? 'company', ...asof };
  const month = writeMonths(span, ctx.locale);
  const call = (input: Record<string, string>) => ({ command: 'target', input });
  return [
    ...actions(
      people.length > 0 && {
        kind: 'select',
        label: t.details,
        options: people
          .slice(0, most)
          .map((row) => ({ label: row.name, call: call({ ...asof, whose: row.id, month }) })),
      },
      {
        kind: 'select',
        label: t.otherMetric,
        options: metrics
          .filter((one) => one !== metric)
          .map((one) => ({
            label: metricWords(ctx, one),
            call: call({ ...whose, month, metric: one }),
          })),
      },
    ),
    ...actions(
      ...spanButtons(ctx, { ...whose, metric }),
      button(t.ranking, 'ranking', sameAsked(asked, asked.said)),
      explainSelect(ctx, asked, month, offeredMetrics(ctx, metrics)),
      ...more,
    ),
  ];
}

/** Offers each metric of a team or person for a breakdown. */
const offeredMetrics = (ctx: ReportContext, all: readonly Metric[], person?: Person): Offered[] =>
  all.map((metric) => ({
    figure: 'attainment',
    label: metricWords(ctx, metric),
    input: { metric, ...(person ? { who: person.id } : {}) },
  }));

function spanButtons(ctx: ReportContext, input: Record<string, string>): Action[] {
  const t = textsIn(ctx.locale).target;
  const { thisMonth, thisQuarter } = textsIn(ctx.locale).asking.periods;
  return [
    button(t.thisMonth, 'target', { ...input, month: thisMonth }),
    button(t.thisQuarter, 'target', { ...input, month: thisQuarter }),
  ];
}

/** Shows one person's attainment with each metric, and the breakdown of the score. */
export async function personAttainment(
  ctx: ReportContext,
  person: Person,
  asked: Omit<TargetsAsked, 'team'>,
  beside: Beside = {},
): Promise<{ figures: { span: string; row: AttainedRow }; card: Card }> {
  const t = textsIn(ctx.locale).target;
  const span = spanIn(ctx, asked);
  const { aims, course, row } = await personAttained(ctx, person, span, asked.asOf);
  const shown = metricsShown(ctx, (metric) => aims.ofPerson(person.id, metric) !== undefined);
  const all = row.all.filter((one) => shown.includes(one.metric) || one.metric === asked.metric);
  const first =
    all.find((one) => one.metric === asked.metric) ?? all.find((one) => one.target !== null) ?? all[0];
  const label = spanWords(ctx, span);
  const card: Card = {
    key: `report:target:${person.id}:${span}`,
    title: t.title([t.target, person.name, label]),
    tone: isBehind(first, course.pace) ? 'warn' : 'info',
    nodes: [
      ...(first ? [text(attainedWords(ctx, first, course.pace, person.id), 'strong')] : []),
      ...attainedChart(ctx, t.chartOwn(label), ownBars(ctx, all), course.pace),
      ...metricsTable(ctx, all, person.id),
      ...scoreNodes(ctx, row.score),
      ...(first ? missingMonths(ctx, aims, { personId: person.id }, first.metric) : []),
      ...paceLine(ctx, course),
      ...(beside.history ?? []),
      ...actions(
        ...spanButtons(ctx, { whose: person.id }),
        explainSelect(ctx, asked, writeMonths(span, ctx.locale), offeredMetrics(ctx, shown, person)),
        ...(beside.actions ?? []),
      ),
      context(asOfWords(ctx, earlierOf(course.to, asked.asOf))),
    ],
  };
  return { figures: { span, row }, card };
}

const ownBars = (ctx: ReportContext, all: readonly Attainment[]) =>
  all.map((one) => ({ name: metricWords(ctx, one.metric), percent: one.percent }));

const paceLine = (ctx: ReportContext, { pace }: Course): CardNode[] => [
  ...weightsLine(ctx),
  context(textsIn(ctx.locale).target.workdays(pace.gone, pace.total, pace.percent)),
];
