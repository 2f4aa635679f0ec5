import { forecastFigures } from '../commands/reports/forecast.js';
import { isLessons, type Learnt, learnBy } from '../commands/reports/forecaster.js';
import { periodOf } from '../commands/reports/period.js';
import { standingDeals } from '../commands/reports/standing-deals.js';
import { stageOf } from '../sales/stages.js';
import { keepModel, noteDealForecasts, noteForecast, settle, toSettle, wonIn } from '../store/forecasts.js';
import { listTeams, type Team } from '../store/teams.js';
import { defineJob, type JobContext } from './context.js';

/** Periods that are settled at a time. */
const most = 200;

/**
 * Each Monday morning before the reports: learns anew, keeps what it tells of every open deal and of each team's month and
 * quarter, and settles what it told of periods that are over.
 */
export const forecast = defineJob({
  name: 'forecast',
  summary: 'Learns from closed deals, keeps what it tells, and settles what it told',
  slots: async (ctx) => [{ scope: '', cron: '30 5 * * 1', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const { store } = ctx;
    const settled = await settleOver(ctx, slot.at);
    const learnt = await learnBy(store.db, slot.at);
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
      if (!isLessons(learnt)) return;
      await keepModel(tx, slot.at, learnt);
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
  const desk = { ...deskOf(ctx), zone: team?.timeZone ?? ctx.timeZone };
  for (const kind of ['thisMonth', 'thisQuarter'] as const) {
    const period = periodOf(kind, at, desk.zone, desk.locale);
    const { figures } = await forecastFigures(desk, { team, asOf: at }, period, learnt);
    const { won, stage, commit, best, said, model } = figures;
    const told = { model: model?.total ?? null, low: model?.low ?? null, high: model?.high ?? null };
    const row = { teamId: team?.id ?? '', period: figures.period, at, until: period.to };
    await ctx.store.tx((tx) => noteForecast(tx, { ...row, won, stage, commit, best, said, ...told }));
  }
}

async function settleOver(ctx: JobContext, at: Date): Promise<number> {
  const { store } = ctx;
  const over = await toSettle(store.db, at, most);
  const zones = new Map((await listTeams(store.db)).map((team) => [team.id, team.timeZone]));
  for (const told of over) {
    const zone = zones.get(told.teamId) ?? ctx.timeZone;
    // A moment of the period itself, so that the words of the period are known by it.
    const kind = told.period.includes('Q') ? 'thisQuarter' : 'thisMonth';
    const { from, to } = periodOf(kind, new Date(told.until.getTime() - 1), zone, ctx.locale);
    const became = await wonIn(store.db, { from, to, teamId: told.teamId || undefined });
    await store.tx((tx) => settle(tx, told, became));
  }
  return over.length;
}
