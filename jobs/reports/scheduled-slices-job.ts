import { type Card, text } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import type { JobResult } from '../../kernel/job/job.js';
import { readSlice } from '../../reports/slices/read-slice.js';
import { mayFilter } from '../../reports/slices/slice-figures.js';
import { sliceReport } from '../../reports/slices/slice-report.js';
import { mayPostReport, maySeeReport, visibilityOf } from '../../sales/people/policy.js';
import { personById } from '../../store/people/person-queries.js';
import { listTeams, teamByName } from '../../store/people/team-queries.js';
import { savedReportById, scheduledReports } from '../../store/reports/saved-reports.js';
import type { SavedReport, Team } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { type Channels, channelsOf, habitsOf, notifyChannels, notifyPerson } from '../shared/deliver.js';
import { drawnByCall } from '../shared/drawn-by-call.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { lateNote } from '../shared/late-note.js';

/** Posts saved slices to their team's channels, at the scheduled times. */
export const scheduledSlices = defineJob({
  name: 'scheduled-slices',
  summary: "Saved slices, to the team's channels at the times that were said",
  async slots(ctx) {
    const teams = new Map((await listTeams(ctx.store.db)).map((team) => [team.id, team]));
    return (await scheduledReports(ctx.store.db)).flatMap(({ id, cron, teamId }) => {
      const team = teams.get(teamId ?? '');
      return team && cron ? [{ scope: id, cron, timeZone: team.timeZone }] : [];
    });
  },
  async run(slot, ctx): Promise<JobResult> {
    const { store } = ctx;
    const report = await savedReportById(store.db, slot.scope);
    const team = (await listTeams(store.db)).find(({ id }) => id === report?.teamId);
    if (!report?.cron || !team) return { counts: { posted: 0 } };
    const key = `slice:${report.id}:${slot.at.getTime()}`;
    try {
      let posted = 0;
      for (const channels of await channelsOf(store.db, ctx, team, 'report')) {
        const { reader } = channels;
        const card = await cardOf(ctx, report, { team, reader, asOf: slot.at });
        card.nodes.push(...lateNote(slot.lateMinutes, reader.locale));
        const input = { slice: report.slice, team: team.name };
        const drawn = drawnByCall(card, 'slice', input, { at: slot.at, locale: reader.locale });
        posted += await store.tx((tx) => notifyChannels(tx, ctx, channels, { key, card: drawn }));
      }
      return { counts: { posted } };
    } catch (error) {
      if (!(error instanceof InputError || error instanceof DeniedError)) throw error;
      return { counts: { failed: await tellAuthor(ctx, report, key, error.message) } };
    }
  },
});

/**
 * Makes the report with the narrowest rights on the team. Throws DeniedError if its author may no longer post
 * it, or it is not for the whole team, and InputError if one of its fields no longer exists.
 */
async function cardOf(
  ctx: JobContext,
  report: SavedReport,
  { team, reader, asOf }: { team: Team; reader: Channels['reader']; asOf: Date },
): Promise<Card> {
  const { store, process, calendar, now } = ctx;
  const { audience } = reader;
  const t = textsIn(reader.locale).slice;
  const author = await personById(store.db, report.personId);
  const sight = author && visibilityOf(process, author, await listTeams(store.db));
  if (!author || !mayPostReport({ ...author, sight }, team.id).ok)
    throw new DeniedError(t.stillDenied(report.name));
  const reportCtx = { db: store.db, process, calendar, now, ...reader };
  const slice = await readSlice(reportCtx, report.slice);
  const about = (slice.team && (await teamByName(store.db, slice.team))) || team;
  if (about.id !== team.id && !maySeeReport(audience, about.id).ok)
    throw new DeniedError(t.stillDenied(report.name));
  if (!mayFilter(reportCtx, slice)) throw new DeniedError(t.hiddenFilter);
  return (await sliceReport(reportCtx, { team: about, asOf, slice, name: report.name })).card;
}

/** Notifies the author once for each missed time. */
async function tellAuthor(ctx: JobContext, report: SavedReport, key: string, why: string): Promise<number> {
  return await ctx.store.tx(async (tx) => {
    const author = await personById(tx, report.personId);
    if (!author) return 0;
    const said = textsIn(habitsOf(ctx, author).locale).slice.failed(report.name, why);
    const card: Card = { key: `report:failed:${report.id}`, title: said, tone: 'warn', nodes: [text(said)] };
    return (await notifyPerson(tx, ctx, author, 'report', { key, card })) ? 1 : 0;
  });
}
