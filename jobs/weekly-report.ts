import { figuresHash } from '../commands/reports/hash.js';
import { weeklyReport as composeWeekly } from '../commands/reports/weekly.js';
import { weeklyCron } from '../sales/week.js';
import { keepSentReport } from '../store/sent-reports.js';
import { listTeams, teamById } from '../store/teams.js';
import { defineJob } from './context.js';
import { crowdOf, tellTeam } from './deliver.js';
import { lateNote } from './late.js';

/** The report on the week that is over, to each team's channels, in the team's own Monday morning. */
export const weeklyReport = defineJob({
  name: 'weekly-report',
  summary: "The weekly report, to each team's channels",
  async slots(ctx) {
    const cron = weeklyCron(ctx.process);
    const teams = await listTeams(ctx.store.db);
    return teams.map((team) => ({ scope: team.id, cron, timeZone: team.timeZone }));
  },
  async run(slot, ctx) {
    const { store, process, calendar, locale, now } = ctx;
    const team = await teamById(store.db, slot.scope);
    if (!team) return { counts: { posted: 0 } };
    const crowd = await crowdOf(store.db, process, team.id);
    const desk = { db: store.db, process, calendar, locale, zone: team.timeZone, now, crowd };
    const { figures, card } = await composeWeekly(desk, { team, asOf: slot.at });
    card.nodes.push(...lateNote(slot.lateMinutes, locale));
    const key = `weekly:${team.id}:${slot.at.getTime()}`;
    const hash = figuresHash(figures);
    const processVersion = ctx.processVersion ?? 0;
    const kept = { kind: 'weekly', teamId: team.id, asOf: slot.at, processVersion, hash, figures, card };
    const posted = await store.tx(async (tx) => {
      const places = await tellTeam(tx, ctx, team.id, 'report', { key, card, locale, zone: team.timeZone });
      if (places > 0) await keepSentReport(tx, { ...kept, createdAt: now });
      return places;
    });
    return { counts: { posted } };
  },
});
