import { shows } from '../../crm/access/visibility.js';
import { callSelect } from '../../crm/cards/call-select.js';
import { reasonWords } from '../../crm/words/chance-words.js';
import { priceWords } from '../../crm/words/deal-words.js';
import {
  type Action,
  actions,
  button,
  type Card,
  type CardNode,
  context,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { addDays, addMonths } from '../../kernel/time/dates.js';
import { dayMs } from '../../kernel/time/moments.js';
import { daysOfMonths, spanOfMonths } from '../../kernel/time/months.js';
import { localDate } from '../../kernel/time/zone.js';
import { weighted } from '../../sales/figures/money-sums.js';
import { closeDateOf } from '../../sales/forecast/deal-history.js';
import { type Outlook, outlookOf } from '../../sales/forecast/outlook.js';
import type { Outcome } from '../../sales/forecast/predict-outcome.js';
import { experienceFor } from '../../sales/forecast/trained-forecast.js';
import { stageOf } from '../../sales/process/stages.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { callOf, personCalls, settledForecasts, wonIn } from '../../store/deals/forecast-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { isTrained, type Learnt, trainedAt } from '../figures/forecaster.js';
import { reasonsFor, type StandingDeal, standingDeals } from '../figures/open-deals.js';
import { explainSelect } from '../nodes/explain-select.js';
import { asOfWords, reportTitle, sameAsked, short, worth } from '../nodes/headings.js';
import { contextOfTeam, endAsOf, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { type Period, periodOf } from '../request/report-period.js';
import { teamsAsked } from '../request/teams-asked.js';

/** Deals on the card, about what a phone shows with their reasons. */
const shown = 5;

/** A period's forecast by each method; amounts in minor units. */
export interface ForecastFigures {
  period: string;
  from: string;
  to: string;
  team: string | null;
  won: number;
  stage: number;
  commit: number;
  best: number;
  /** The sum of the people's calls for the period. */
  reps: number | null;
  said: number | null;
  model: Outlook | null;
  ghosts: { count: number; amount: number };
  learnt: number;
}

export interface ForecastAsked extends ReportRequest {
  /** One person's own deals alone, weighted by stage: the model tells of teams. */
  owner?: { id: string; name: string };
  period?: string | Period;
  said?: string;
}

/** Forecasts the period: by stage, by calls, and by the model of the team's own history. */
export async function forecastReport(
  given: ReportContext,
  asked: ForecastAsked,
): Promise<{ figures: ForecastFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const period = periodOf(asked.period ?? 'thisQuarter', asked.asOf, ctx.zone, ctx.locale);
  const learnt = await trainedAt(ctx.db, asked.asOf);
  const { figures, deals } = await forecastFigures(ctx, asked, period, learnt);
  const t = textsIn(ctx.locale).forecast;
  const isOver = period.to <= asked.asOf;
  const card: Card = {
    key: `report:forecast:${asked.owner?.id ?? asked.team?.id ?? 'all'}:${figures.period}`,
    title: asked.owner
      ? textsIn(ctx.locale).report.title([t.forecast, asked.owner.name, period.label])
      : reportTitle(ctx, asked, t.forecast, period.label),
    tone: 'info',
    nodes: [
      ...conclusion(ctx, figures, learnt, period, isOver),
      ...(isOver ? [] : ways(ctx, figures)),
      ...(isOver ? [] : await likeliest(ctx, asked.asOf, deals, learnt, period)),
      ...notes(ctx, figures, learnt),
      ...(asked.owner ? [] : await scoredNodes(ctx, asked)),
      ...actions(
        button(textsIn(ctx.locale).bridge.bridge, 'bridge', sameAsked(asked, asked.said)),
        button(t.ghostTitle, 'ghosts', sameAsked(asked, undefined)),
        button(textsIn(ctx.locale).report.funnel, 'funnel', sameAsked(asked, asked.said)),
        asked.owner === undefined &&
          explainSelect(
            ctx,
            asked,
            period.key,
            (isOver ? (['won'] as const) : (['won', 'commit', 'best', 'stage'] as const)).map((figure) => ({
              figure,
            })),
          ),
      ),
      context(asOfWords(ctx, endAsOf(period.to, asked.asOf))),
    ],
  };
  return { figures, card };
}

/** Returns the key under which a period's forecast is stored: '2026-Q4', '2026-11', a week by its first day. */
export function periodKey({ from, to }: Period, zone: string): string {
  const [first, after] = [localDate(from, zone), localDate(to, zone)];
  const months = ([1, 3, 12] as const).find(
    (one) => daysOfMonths(spanOfMonths(first, one)).first === first && addMonths(first, one) === after,
  );
  if (months !== undefined) return spanOfMonths(first, months);
  return addDays(first, 7) === after ? first : `${first}:${addDays(after, -1)}`;
}

/**
 * Computes a period's forecast as of a moment, and the open deals it is based on; `due`: those that close in
 * it.
 */
export async function forecastFigures(
  ctx: ReportContext,
  asked: ForecastAsked,
  period: Period,
  learnt: Learnt,
): Promise<{ figures: ForecastFigures; deals: StandingDeal[]; due: StandingDeal[] }> {
  const { db } = ctx;
  const ownerId = asked.owner?.id;
  const teamId = ownerId ? undefined : await teamsAsked(ctx, asked);
  const at = asked.asOf;
  const won = await wonIn(db, { from: period.from, to: endAsOf(period.to, at), teamId, ownerId });
  const isOver = period.to <= at;
  const all = isOver ? [] : await standingDeals(ctx, learnt, { at, teamId, ownerId });
  const deals = all.filter((deal) => !deal.isGhost && deal.called !== 'omit');
  const ghosts = all.filter((deal) => deal.isGhost);
  const window = localDate(period.to, ctx.zone);
  const due = deals.filter(({ state }) => (closeDateOf(state) ?? '') < window);
  const sumOf = (some: readonly StandingDeal[]) => some.reduce((sum, { amount }) => sum + amount, 0);
  const key = periodKey(period, ctx.zone);
  const teamOfCall = asked.team?.id ?? null;
  const call = await callOf(db, { period: key, teamId: teamOfCall, personId: ownerId ?? null, at });
  const commit = won + sumOf(due.filter(({ called }) => called === 'commit'));
  const figures: ForecastFigures = {
    period: key,
    from: localDate(period.from, ctx.zone),
    to: localDate(new Date(period.to.getTime() - 1), ctx.zone),
    team: asked.team?.name ?? null,
    won,
    stage: won + due.reduce((sum, deal) => sum + byStage(ctx, deal), 0),
    commit,
    best: commit + sumOf(due.filter(({ called }) => called === 'best')),
    reps: ownerId ? null : await personCalls(db, { period: key, teamId, at }),
    said: call?.commit ?? null,
    model: isOver || ownerId ? null : modelled(learnt, won, deals, period, at, teamsOf(teamId)),
    ghosts: { count: ghosts.length, amount: ghosts.reduce((sum, { state }) => sum + (state.amount ?? 0), 0) },
    learnt: isTrained(learnt) ? learnt.model.closed : learnt.closed,
  };
  return { figures, deals, due };
}

const teamsOf = (teamId: string | ReadonlySet<string> | undefined): string[] =>
  teamId === undefined ? [''] : typeof teamId === 'string' ? [teamId] : [...teamId];

/** Weights an open deal by its stage's probability. */
export const byStage = ({ process }: ReportContext, { state, amount }: StandingDeal): number =>
  weighted(amount, stageOf(process, state.stage)?.probability ?? 0);

function modelled(
  learnt: Learnt,
  won: number,
  deals: readonly StandingDeal[],
  period: Period,
  at: Date,
  teams: readonly string[],
): Outlook | null {
  if (!isTrained(learnt)) return null;
  const days = Math.max(0, (period.to.getTime() - at.getTime()) / dayMs);
  const chances = deals.map(({ past, amount, outcome }) => ({
    id: past.id,
    p: outcome?.wonBy(days) ?? 0,
    amount,
  }));
  return outlookOf(won, chances, experienceFor(learnt, teams, days));
}

function conclusion(
  ctx: ReportContext,
  figures: ForecastFigures,
  learnt: Learnt,
  period: Period,
  isOver: boolean,
): CardNode[] {
  const t = textsIn(ctx.locale).forecast;
  const amount = (value: number) => short(ctx, value);
  if (isOver) return [text(t.over(period.label, amount(figures.won)), 'strong')];
  const { model } = figures;
  if (model) {
    return [
      text(t.said(period.label, amount(model.total), amount(model.low), amount(model.high)), 'strong'),
      text(t.parts(amount(model.won), amount(model.open), amount(model.fresh))),
    ];
  }
  const lacks = isTrained(learnt) ? [] : [text(t.lacking(learnt.closed, learnt.needed))];
  return [text(t.weighted(period.label, amount(figures.stage)), 'strong'), ...lacks];
}

/** Shows every method side by side, as a chart and a table. */
function ways(ctx: ReportContext, figures: ForecastFigures): CardNode[] {
  const t = textsIn(ctx.locale).forecast;
  const { won, stage, commit, best, reps, said, model } = figures;
  const told: { name: string; value: number | null; low?: number; high?: number }[] = [
    { name: t.ways.won, value: won },
    { name: t.ways.stage, value: stage },
    { name: t.ways.commit, value: commit },
    { name: t.ways.best, value: best },
    { name: t.ways.reps, value: reps },
    { name: t.ways.said, value: said },
    { name: t.ways.model, value: model?.total ?? null, low: model?.low, high: model?.high },
  ];
  const there = told.filter((one) => one.value !== null);
  const rows = there.map(({ name, value, low, high }) => [
    name,
    short(ctx, value ?? 0),
    low === undefined ? '' : short(ctx, low),
    high === undefined ? '' : short(ctx, high),
  ]);
  const { way, amount, low, high } = t.columns;
  const chart: CardNode[] = shows(ctx, 'amount')
    ? [
        {
          kind: 'image',
          alt: t.chartAlt(short(ctx, model?.total ?? stage)),
          chart: {
            kind: 'bars',
            title: t.chart,
            labels: there.map(({ name }) => name),
            series: [{ name: t.columns.amount, values: there.map(({ value }) => value ?? 0) }],
            unit: 'money',
            currency: ctx.process.currency,
          },
        },
      ]
    : [];
  return [...chart, table([way, right(amount), right(low), right(high)], rows)];
}

/** Lists the deals that bring most, with reasons and a select to call them. */
async function likeliest(
  ctx: ReportContext,
  at: Date,
  deals: readonly StandingDeal[],
  learnt: Learnt,
  period: Period,
): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).forecast;
  const days = Math.max(1, (period.to.getTime() - at.getTime()) / dayMs);
  const worthOf = (deal: StandingDeal) =>
    deal.outcome ? deal.amount * deal.outcome.wonBy(days) : byStage(ctx, deal);
  const first = [...deals].sort((a, b) => worthOf(b) - worthOf(a)).slice(0, shown);
  if (first.length === 0) return [];
  const customers = await customerNames(
    ctx.db,
    first.map(({ past }) => past.customerId),
  );
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const lines: CardNode[] = [];
  for (const deal of first) {
    const { outcome } = deal;
    const record = await dealById(ctx.db, deal.past.id);
    if (!record) continue;
    const head = t.line([
      dealNo(record),
      customers.get(deal.past.customerId) ?? '',
      priceWords(ctx, deal.state),
      people.get(deal.state.ownerId ?? '') ?? '',
      deal.called ? t.called[deal.called] : '',
    ]);
    const chance = outcome ? chanceWords(ctx, outcome, daysUntil(at, closeDateOf(deal.state))) : '';
    const why = reasonsFor(learnt, deal).map((reason) => reasonWords(ctx.locale, reason));
    const taps: Action[] = [callSelect(ctx.locale, dealNo(record), record.version, deal.called)];
    lines.push(text([head, chance, ...why].filter(Boolean).join('\n')), ...actions(...taps));
  }
  return [text(t.likely(first.length), 'strong'), ...lines];
}

/** The chance, and within how many days most such deals are won; not where that would be before its own close date. */
function chanceWords(
  ctx: ReportContext,
  { ever, medianDays }: Outcome,
  closesIn: number | undefined,
): string {
  const t = textsIn(ctx.locale).forecast;
  const percent = Math.round(ever * 100);
  return closesIn !== undefined && closesIn > medianDays
    ? t.chanceAlone(percent)
    : t.chance(percent, medianDays);
}

const daysUntil = (at: Date, day: string | null | undefined): number | undefined =>
  day ? Math.round((Date.parse(day) - at.getTime()) / dayMs) : undefined;

function notes(ctx: ReportContext, figures: ForecastFigures, learnt: Learnt): CardNode[] {
  const t = textsIn(ctx.locale).forecast;
  const { count, amount } = figures.ghosts;
  const calibration = isTrained(learnt) ? calibrationWords(ctx, learnt.bins) : '';
  const method = isTrained(learnt) ? t.line([t.method(learnt.model.closed), calibration]) : '';
  return [
    ...(count > 0 ? [text(t.ghosts(count, worth(ctx, amount)))] : []),
    ...(method ? [context(method)] : []),
  ];
}

/** Says for the bin closest to 70 % what was forecast and what happened. */
function calibrationWords(
  ctx: ReportContext,
  bins: readonly { count: number; told: number; happened: number }[],
): string {
  const [bin] = [...bins].sort((a, b) => Math.abs(a.told - 0.7) - Math.abs(b.told - 0.7));
  if (!bin) return '';
  const percent = (part: number) => Math.round(part * 100);
  return textsIn(ctx.locale).forecast.calibration(percent(bin.told), percent(bin.happened), bin.count);
}

/** Shows the forecast of the last finished period, each method beside the result. */
async function scoredNodes(ctx: ReportContext, asked: ReportRequest): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).forecast;
  const [last] = await settledForecasts(ctx.db, asked.team?.id ?? '', 1);
  if (!last || last.became === null) return [];
  const ways = (['model', 'stage', 'commit'] as const).flatMap((way) => {
    const told = last[way];
    return told === null ? [] : [`${t.ways[way]} ${short(ctx, told)}`];
  });
  return [context(t.scored(last.period, short(ctx, last.became), formatsIn(ctx.locale).list(ways)))];
}
