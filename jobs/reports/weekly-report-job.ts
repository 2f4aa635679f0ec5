import { figuresHash } from '../../reports/request/figures-hash.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { teamsCompared } from '../../reports/weekly/side-by-side.js';
import { weeklyOf } from '../../reports/weekly/weekly-kinds.js';
import { weeklyCron } from '../../sales/process/process-schedules.js';
import { listTeams, teamById } from '../../store/people/team-queries.js';
import { saveSentReport } from '../../store/reports/sent-reports.js';
import type { Team } from '../../store/schema/row-types.js';
import { channelReader, notifyCompany, notifyTeam } from '../shared/deliver.js';
import { drawnByCall } from '../shared/drawn-by-call.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { lateNote } from '../shared/late-note.js';

/**
 * Posts the report on last week to each team's channels on Monday morning of the team's zone, and the
 * company's to the company's channels.
 */
export const weeklyReportJob = defineJob({
  name: 'weekly-report',
  summary: "The weekly report, to each team's channels and to those of the company",
  async slots(ctx) {
    const cron = weeklyCron(ctx.process);
    const teams = await listTeams(ctx.store.db);
    const company = { scope: '', cron, timeZone: ctx.timeZone };
    return [...teams.map((team) => ({ scope: team.id, cron, timeZone: team.timeZone })), company];
  },
  async run(slot, ctx) {
    const { store } = ctx;
    const team = await teamById(store.db, slot.scope);
    const isGone = !team && slot.scope !== '';
    if (isGone || (!team && (await teamsCompared({ db: store.db })).length < 2))
      return { counts: { posted: 0 } };
    const reportCtx = await reportContextOf(ctx, team);
    const { locale, zone } = reportCtx;
    const { figures, card } = await weeklyOf(reportCtx, { team, asOf: slot.at });
    card.nodes.push(...lateNote(slot.lateMinutes, locale));
    const drawn = drawnByCall(card, 'weekly', { team: team?.name }, { at: slot.at, locale });
    const key = `weekly:${team?.id ?? ''}:${slot.at.getTime()}`;
    const post = { key, card: drawn, locale, zone };
    const kept = {
      kind: 'weekly',
      teamId: team?.id ?? null,
      asOf: slot.at,
      processVersion: ctx.processVersion ?? 0,
      hash: figuresHash(figures),
      figures,
      card,
      createdAt: ctx.now,
    };
    const posted = await store.tx(async (tx) => {
      const told = team
        ? notifyTeam(tx, ctx, team.id, 'report', post)
        : notifyCompany(tx, ctx, 'report', post);
      const places = await told;
      if (places > 0) await saveSentReport(tx, kept);
      return places;
    });
    return { counts: { posted } };
  },
});

/**
 * Makes a report context for the channels of a team or the company, in their language and with the narrowest rights among
 * their readers.
 */
export async function reportContextOf(ctx: JobContext, team: Team | undefined): Promise<ReportContext> {
  const { store, process, calendar, now } = ctx;
  return { db: store.db, process, calendar, now, ...(await channelReader(store.db, ctx, team)) };
}
