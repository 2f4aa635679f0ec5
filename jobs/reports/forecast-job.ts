import { dayMs } from '../../kernel/time/moments.js';
import { isTrained, type Learnt, learnBy } from '../../reports/figures/forecaster.js';
import { standingDeals } from '../../reports/figures/open-deals.js';
import { forecastFigures } from '../../reports/forecast/forecast-report.js';
import { periodOf } from '../../reports/request/report-period.js';
import { teamsAsked } from '../../reports/request/teams-asked.js';
import { calibrationBins } from '../../sales/forecast/forecast-scores.js';
import { stageOf } from '../../sales/process/stages.js';
import {
  noteDealForecasts,
  noteForecast,
  pastDealForecasts,
  saveForecastModel,
  settleForecast,
  toSettle,
  wonIn,
} from '../../store/deals/forecast-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Forecast, Team } from '../../store/schema/row-types.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

/** Most periods settled at once. */
const most = 200;

/**
 * Each Monday morning before the reports: trains the model again, stores its forecast for every open deal and
 * each team's month and quarter, and settles forecasts of periods that are over.
 */
export const forecast = defineJob({
  name: 'forecast',
  summary: 'Learns from closed deals, keeps what it tells, and settles what it told',
  slots: async (ctx) => [{ scope: '', cron: '30 5 * * 1', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const { store } = ctx;
    const settled = await settleOver(ctx, slot.at);
    const learnt = await calibrated(ctx, await learnBy(store.db, slot.at), slot.at);
    const deals = await standingDeals(deskOf(ctx), learnt, { at: slot.at });
    const rows = deals.map(({ past, state, called, outcome }) => ({
      dealId: past.id,
      at: slot.at,
      ever: perMille(outcome?.ever ?? 0),
      soon: perMille(outcome?.wonBy(90) ?? 0),
      stage: (stageOf(ctx.process, state.stage)?.probability ?? 0) * 10,
      called,
    }));
    await store.tx(async (tx) => {
      if (!isTrained(learnt)) return;
      await saveForecastModel(tx, slot.at, learnt);
      await noteDealForecasts(tx, rows);
    });
    const teams = await listTeams(store.db);
    for (const team of [undefined, ...teams]) await noteTeam(ctx, team, learnt, slot.at);
    return { counts: { settled, deals: rows.length, teams: teams.length } };
  },
});

const perMille = (part: number): number => Math.round(part * 1000);

const deskOf = ({ store, process, calendar, locale, timeZone, now }: JobContext) => ({
  db: store.db,
  process,
  calendar,
  locale,
  zone: timeZone,
  now,
});

async function noteTeam(ctx: JobContext, team: Team | undefined, learnt: Learnt, at: Date): Promise<void> {
  const reportCtx = { ...deskOf(ctx), zone: team?.timeZone ?? ctx.timeZone };
  for (const kind of ['thisMonth', 'thisQuarter'] as const) {
    const period = periodOf(kind, at, reportCtx.zone, reportCtx.locale);
    const { figures } = await forecastFigures(reportCtx, { team, asOf: at }, period, learnt);
    const { won, stage, commit, best, said, model } = figures;
    const told = { model: model?.total ?? null, low: model?.low ?? null, high: model?.high ?? null };
    const row = { teamId: team?.id ?? '', period: figures.period, at, until: period.to };
    await ctx.store.tx((tx) => noteForecast(tx, { ...row, won, stage, commit, best, said, ...told }));
  }
}

async function settleOver(ctx: JobContext, at: Date): Promise<number> {
  const { store } = ctx;
  const teams = new Map((await listTeams(store.db)).map((team) => [team.id, team]));
  const known = new Map<string, number>();
  for (let settled = 0; ; ) {
    const over = await toSettle(store.db, at, most);
    if (over.length === 0) return settled;
    for (const told of over) {
      const key = `${told.teamId} ${told.period}`;
      const became = known.get(key) ?? (await becameOf(ctx, told, teams.get(told.teamId)));
      known.set(key, became);
      await store.tx((tx) => settleForecast(tx, told, became));
    }
    settled += over.length;
  }
}

/** Returns the amount won in the forecast's period, by the team and those below it. */
async function becameOf(
  ctx: JobContext,
  { teamId, period, until }: Forecast,
  team: Team | undefined,
): Promise<number> {
  // A moment inside the period identifies it.
  const kind = period.includes('Q') ? 'thisQuarter' : 'thisMonth';
  const zone = team?.timeZone ?? ctx.timeZone;
  const { from, to } = periodOf(kind, new Date(until.getTime() - 1), zone, ctx.locale);
  const within = team ? await teamsAsked(deskOf(ctx), { team, asOf: until }) : teamId || undefined;
  return await wonIn(ctx.store.db, { from, to, teamId: within });
}

/**
 * Stored deal forecasts that are looked back at, and the fewest that say more than an earlier model's
 * guesses.
 */
const lookedBack = 365 * dayMs;
const enoughTold = 100;

/** Calibrates the model with the results of stored deal forecasts, once there are enough. */
async function calibrated(ctx: JobContext, learnt: Learnt, at: Date): Promise<Learnt> {
  if (!isTrained(learnt)) return learnt;
  const since = new Date(at.getTime() - lookedBack);
  const told = await pastDealForecasts(ctx.store.db, { since, by: at, withinMs: 90 * dayMs });
  return told.length < enoughTold ? learnt : { ...learnt, bins: calibrationBins(told) };
}
