import { figuresHash } from '../../reports/request/figures-hash.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { teamsCompared } from '../../reports/weekly/side-by-side.js';
import { weeklyOf } from '../../reports/weekly/weekly-kinds.js';
import { weeklyCron } from '../../sales/process/process-schedules.js';
import { listTeams, teamById } from '../../store/people/team-queries.js';
import { saveSentReport } from '../../store/reports/sent-reports.js';
import type { Team } from '../../store/schema/row-types.js';
import { type Channels, channelsOf, notifyChannels } from '../shared/deliver.js';
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
    let posted = 0;
    for (const channels of await channelsOf(store.db, ctx, team, 'report'))
      posted += await postWeekly(ctx, channels, { team, slot, isSaved: posted > 0 });
    return { counts: { posted } };
  },
});

/**
 * Draws the report for these groups, queues it there and, unless the figures are stored already, stores what was sent.
 * Returns how many groups it is new to.
 */
async function postWeekly(
  ctx: JobContext,
  channels: Channels,
  {
    team,
    slot,
    isSaved,
  }: { team: Team | undefined; slot: { at: Date; lateMinutes: number }; isSaved: boolean },
): Promise<number> {
  const { locale } = channels.reader;
  const { figures, card } = await weeklyOf(reportContextOf(ctx, channels), { team, asOf: slot.at });
  card.nodes.push(...lateNote(slot.lateMinutes, locale));
  const drawn = drawnByCall(card, 'weekly', { team: team?.name }, { at: slot.at, locale });
  const key = `weekly:${team?.id ?? ''}:${slot.at.getTime()}`;
  const sent = {
    kind: 'weekly',
    teamId: team?.id ?? null,
    asOf: slot.at,
    processVersion: ctx.processVersion ?? 0,
    hash: figuresHash(figures),
    figures,
    card,
    createdAt: ctx.now,
  };
  return await ctx.store.tx(async (tx) => {
    const places = await notifyChannels(tx, ctx, channels, { key, card: drawn });
    if (places > 0 && !isSaved) await saveSentReport(tx, sent);
    return places;
  });
}

/** Makes a report context for groups, in their language and with the narrowest rights among their readers. */
export const reportContextOf = (
  { store, process, calendar, now }: JobContext,
  { reader }: Channels,
): ReportContext => ({ db: store.db, process, calendar, now, ...reader });
