import { zonedIn } from '../../crm/words/zoned-dates.js';
import { minutesCard, minutesOf } from '../../reports/meeting/meeting-minutes.js';
import { tellAbsent } from '../../reports/meeting/notify-absent.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { nextAllowed } from '../../sales/people/quiet-hours.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { placeById } from '../../store/people/place-queries.js';
import { listTeams, teamById } from '../../store/people/team-queries.js';
import { unendedMeetings } from '../../store/reports/meeting-queries.js';
import type { Meeting } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { Batch } from '../shared/batch.js';
import { clockUnit } from '../shared/clock-unit.js';
import { notifyPerson, placeReader, readerOf } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

/** Late in the evening, in the team's own zone, when meetings are over. */
const cron = '30 23 * * *';

/** Ends meetings that nobody ended, and posts their minutes. */
export const meetings = defineJob({
  name: 'meetings',
  summary: 'At the end of the day, ends meetings that nobody ended, with their minutes',
  async slots(ctx) {
    const teams = await listTeams(ctx.store.db);
    const company = { scope: '', cron, timeZone: ctx.timeZone };
    return [company, ...teams.map((team) => ({ scope: team.id, cron, timeZone: team.timeZone }))];
  },
  async run(slot, ctx) {
    const counts = { ended: 0, told: 0 };
    const batch = new Batch();
    await batch.each(await unendedMeetings(ctx.store.db, slot.scope || null, slot.at), async (meeting) => {
      const told = await ctx.store.tx((tx) => endByClock(tx, ctx, meeting, slot.at));
      if (told === undefined) return;
      counts.ended++;
      counts.told += told;
    });
    batch.end();
    return { counts };
  },
});

/** Returns the number of absent owners notified, or undefined if somebody ended the meeting meanwhile. */
async function endByClock(
  tx: Db,
  ctx: JobContext,
  meeting: Meeting,
  until: Date,
): Promise<number | undefined> {
  const unit = clockUnit(tx, until, `meeting-ended:${meeting.id}`);
  const ended = await unit.changeIfCurrent('meeting.ended', meeting, { endedAt: until });
  if (!ended) return undefined;
  await postMinutes(tx, ctx, ended, until);
  return await tellAbsent(tx, ctx, ctx, ended, { until });
}

/**
 * Posts the minutes where the meeting was held, or to whoever began it if not everybody there may see the
 * report.
 */
async function postMinutes(tx: Db, ctx: JobContext, meeting: Meeting, until: Date): Promise<void> {
  const { process, calendar, now } = ctx;
  const place = await placeById(tx, meeting.placeId);
  const starter = await personById(tx, meeting.startedBy);
  const reportCtx: ReportContext = { db: tx, process, calendar, now, locale: ctx.locale, zone: ctx.timeZone };
  const key = `minutes:${meeting.id}:${meeting.version}`;
  const composed = async (reader: Partial<ReportContext>) => {
    const whole = { ...reportCtx, ...reader };
    return await minutesCard(whole, meeting, await minutesOf(whole, meeting, until), { until });
  };
  const team = place?.teamId ? await teamById(tx, place.teamId) : undefined;
  const reader = place?.kind === 'group' ? await placeReader(tx, ctx, place, team) : undefined;
  if (place && reader && maySeeReport(reader.audience, meeting.teamId).ok) {
    const card = await composed(reader);
    const notBefore = nextAllowed(now, process.quietHours, zonedIn(reader.zone));
    await enqueue(tx, { dedupeKey: key, placeId: place.id, locale: reader.locale, card, notBefore }, now);
  } else if (starter) {
    const card = await composed(await readerOf(tx, ctx, starter));
    await notifyPerson(tx, ctx, starter, 'report', { key, card });
  }
}
