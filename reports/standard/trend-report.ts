import { shows } from '../../crm/access/visibility.js';
import { actions, type Card, type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import { addDays, addMonths } from '../../kernel/time/dates.js';
import { formatDays } from '../../kernel/time/format-time.js';
import { instantOf, localDate, startOfMonth, startOfWeek } from '../../kernel/time/zone.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { personFigures } from '../../store/reports/figure-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { asOfWords, reportTitle, sameAsked, short, worth } from '../nodes/headings.js';
import { contextOfTeam, endAsOf, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { teamsAsked } from '../request/teams-asked.js';

export const trendMetrics = ['won', 'newDeals', 'followUps', 'winRate'] as const;
export type TrendMetric = (typeof trendMetrics)[number];

/** How far back a trend goes, including the week or month of the moment. */
export const trendSpans = ['8weeks', '6months', '12months'] as const satisfies TrendSpan[];
export type TrendSpan = `${number}${'weeks' | 'months'}`;

/** The most weeks or months of a trend. */
export const longestTrend = { weeks: 53, months: 36 };

const isOfWeeks = (span: TrendSpan): boolean => span.endsWith('weeks');

const spanWordsOf = (ctx: ReportContext, span: TrendSpan): string =>
  textsIn(ctx.locale).trend.spanOf(Number.parseInt(span, 10), isOfWeeks(span));

/** One week or month. */
export interface TrendStep {
  /** Local date of the first day. */
  first: string;
  from: Date;
  /** Its end, or the moment asked for if it is not over. */
  to: Date;
  /** In minor units. */
  won: number;
  wins: number;
  losses: number;
  newDeals: number;
  followUps: number;
  /** Whole percent of the closed deals; null without any. */
  winRate: number | null;
}

export interface TrendFigures {
  team: string | null;
  metric: TrendMetric;
  span: TrendSpan;
  steps: TrendStep[];
}

/** Shows one figure by week or month up to a moment, with others beside it. */
export async function trendReport(
  given: ReportContext,
  asked: ReportRequest & { metric?: TrendMetric; span?: TrendSpan; said?: string },
): Promise<{ figures: TrendFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const t = textsIn(ctx.locale).trend;
  const [metric, span] = [asked.metric ?? 'won', asked.span ?? '8weeks'];
  const teamId = await teamsAsked(ctx, asked);
  const steps: TrendStep[] = [];
  for (const { first, from, end } of stepsUpTo(asked.asOf, span, ctx.zone)) {
    const to = endAsOf(end, asked.asOf);
    const people = await personFigures(ctx.db, { from, to, teamId });
    const sum = (of: 'wonAmount' | 'won' | 'lost' | 'newDeals' | 'followUps') =>
      people.reduce((all, person) => all + person[of], 0);
    const [wins, losses] = [sum('won'), sum('lost')];
    steps.push({
      first,
      from,
      to,
      won: sum('wonAmount'),
      wins,
      losses,
      newDeals: sum('newDeals'),
      followUps: sum('followUps'),
      winRate: percentOf(wins, wins + losses),
    });
  }
  const figures: TrendFigures = { team: asked.team?.name ?? null, metric, span, steps };
  const card: Card = {
    key: `report:trend:${asked.team?.id ?? 'all'}:${metric}:${span}`,
    title: reportTitle(ctx, asked, t.trend, `${t.metrics[metric]} · ${spanWordsOf(ctx, span)}`),
    tone: 'info',
    nodes: [
      text(conclusion(ctx, figures), 'strong'),
      ...chart(ctx, figures),
      stepsTable(ctx, figures),
      context(t.unfinished(isOfWeeks(span))),
      ...choices(ctx, asked, figures),
      context(asOfWords(ctx, asked.asOf)),
    ],
  };
  return { figures, card };
}

/** Lists the weeks or months up to the one that holds the moment, earliest first. */
function stepsUpTo(at: Date, span: TrendSpan, zone: string): { first: string; from: Date; end: Date }[] {
  const isWeeks = isOfWeeks(span);
  const count = Number.parseInt(span, 10);
  const last = localDate(isWeeks ? startOfWeek(at, zone) : startOfMonth(at, zone), zone);
  const move = (n: number) => (isWeeks ? addDays(last, n * 7) : addMonths(last, n));
  return Array.from({ length: count }, (_, index) => {
    const first = move(index + 1 - count);
    return {
      first,
      from: instantOf(first, '00:00', zone),
      end: instantOf(move(index + 2 - count), '00:00', zone),
    };
  });
}

const labelOf = (ctx: ReportContext, { span }: TrendFigures, { first }: TrendStep): string => {
  const [year, month] = first.split('-').map(Number);
  return isOfWeeks(span)
    ? formatDays(first, first, ctx)
    : textsIn(ctx.locale).trend.month(year ?? 0, month ?? 0);
};

/** Returns the charted value: the number of wins if amounts are hidden. */
const charted = (ctx: ReportContext, metric: TrendMetric, step: TrendStep): number =>
  metric === 'won' ? (shows(ctx, 'amount') ? step.won : step.wins) : (step[metric] ?? 0);

function written(ctx: ReportContext, metric: TrendMetric, value: number): string {
  if (metric === 'winRate') return formatsIn(ctx.locale).percent(value);
  return metric === 'won' && shows(ctx, 'amount') ? short(ctx, value) : `${value}`;
}

/** Tells whether the value exists: a win rate needs closed deals. */
const isKnown = (metric: TrendMetric, step: TrendStep): boolean =>
  metric !== 'winRate' || step.winRate !== null;

function conclusion(ctx: ReportContext, figures: TrendFigures): string {
  const t = textsIn(ctx.locale).trend;
  const { metric, span } = figures;
  const known = figures.steps.filter((step) => isKnown(metric, step));
  const best = known.reduce<TrendStep | undefined>(
    (most, step) => (!most || charted(ctx, metric, step) > charted(ctx, metric, most) ? step : most),
    undefined,
  );
  if (!best || (charted(ctx, metric, best) === 0 && metric !== 'winRate'))
    return t.nothing(spanWordsOf(ctx, span));
  const say = (value: number) => written(ctx, metric, value);
  const sum = (of: (step: TrendStep) => number) => figures.steps.reduce((all, step) => all + of(step), 0);
  const whole =
    metric === 'winRate'
      ? (percentOf(
          sum(({ wins }) => wins),
          sum(({ wins, losses }) => wins + losses),
        ) ?? 0)
      : sum((step) => charted(ctx, metric, step));
  const name = metric === 'won' && !shows(ctx, 'amount') ? t.wins : t.metrics[metric];
  return t.line(
    spanWordsOf(ctx, span),
    name,
    say(whole),
    labelOf(ctx, figures, best),
    say(charted(ctx, metric, best)),
  );
}

function chart(ctx: ReportContext, figures: TrendFigures): CardNode[] {
  const t = textsIn(ctx.locale).trend;
  const { metric, steps } = figures;
  const known = steps.filter((step) => isKnown(metric, step));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.every((step) => charted(ctx, metric, step) === 0)) return [];
  const isMoney = metric === 'won' && shows(ctx, 'amount');
  const name = metric === 'won' && !isMoney ? t.wins : t.metrics[metric];
  const at = (step: TrendStep) =>
    `${labelOf(ctx, figures, step)} ${written(ctx, metric, charted(ctx, metric, step))}`;
  return [
    {
      kind: 'image',
      alt: t.chartAlt(name, at(first), at(last)),
      chart: {
        kind: 'lines',
        title: t.chart(name),
        labels: known.map((step) => labelOf(ctx, figures, step)),
        series: [{ name, values: known.map((step) => charted(ctx, metric, step)) }],
        unit: isMoney ? 'money' : metric === 'winRate' ? 'percent' : 'count',
        currency: ctx.process.currency,
      },
    },
  ];
}

function stepsTable(ctx: ReportContext, figures: TrendFigures): CardNode {
  const t = textsIn(ctx.locale).trend;
  const { metrics } = t;
  const rows = figures.steps.map((step) => [
    labelOf(ctx, figures, step),
    worth(ctx, step.won),
    `${step.newDeals}`,
    `${step.followUps}`,
    step.winRate === null ? '' : t.rate(step.winRate, step.wins, step.wins + step.losses),
  ]);
  const columns = [metrics.won, metrics.newDeals, metrics.followUps, metrics.winRate].map(right);
  return table([isOfWeeks(figures.span) ? t.week : t.monthColumn, ...columns], rows);
}

function choices(
  ctx: ReportContext,
  asked: ReportRequest & { said?: string },
  { metric, span }: TrendFigures,
): CardNode[] {
  const t = textsIn(ctx.locale).trend;
  const same = sameAsked(asked, asked.said);
  const call = (input: { metric: TrendMetric; span: TrendSpan }) => ({
    command: 'trend',
    input: { ...same, ...input },
  });
  return actions(
    {
      kind: 'select',
      label: textsIn(ctx.locale).report.otherFigure,
      options: trendMetrics
        .filter((one) => one !== metric)
        .map((one) => ({ label: t.metrics[one], call: call({ metric: one, span }) })),
    },
    ...trendSpans
      .filter((one) => one !== span)
      .map((one) => ({
        kind: 'button' as const,
        label: t.spanOf(Number.parseInt(one, 10), isOfWeeks(one)),
        call: call({ metric, span: one }),
      })),
  );
}
