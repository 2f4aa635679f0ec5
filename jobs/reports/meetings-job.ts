import { zonedIn } from '../../crm/words/zoned-dates.js';
import { minutesCard, minutesOf } from '../../reports/meeting/meeting-minutes.js';
import { tellAbsent } from '../../reports/meeting/notify-absent.js';
import type { Desk } from '../../reports/request/report-context.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { nextAllowed } from '../../sales/people/quiet-hours.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { placeById } from '../../store/people/place-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { endMeeting, type Meeting, unendedMeetings } from '../../store/reports/meeting-queries.js';
import type { Db } from '../../store/statements/db.js';
import { Sweep } from '../shared/batch.js';
import { crowdOf, readerOf, tellPerson } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

/** Late in the evening, in the team's own time: whoever still sits together then will say so. */
const cron = '30 23 * * *';

/** Ends meetings that nobody ended, with their minutes. */
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
    const sweep = new Sweep();
    await sweep.each(await unendedMeetings(ctx.store.db, slot.scope || null, slot.at), async (meeting) => {
      const told = await ctx.store.tx((tx) => endByClock(tx, ctx, meeting, slot.at));
      if (told === undefined) return;
      counts.ended++;
      counts.told += told;
    });
    sweep.end();
    return { counts };
  },
});

/** How many absent owners were told; undefined where somebody ended it meanwhile. */
async function endByClock(
  tx: Db,
  ctx: JobContext,
  meeting: Meeting,
  until: Date,
): Promise<number | undefined> {
  const ended = await endMeeting(tx, meeting, until);
  if (!ended) return undefined;
  await postMinutes(tx, ctx, ended, until);
  return await tellAbsent(tx, ctx, ctx, ended, { until });
}

/** To the place it was held in; to whoever began it where not all who read there may see the report. */
async function postMinutes(tx: Db, ctx: JobContext, meeting: Meeting, until: Date): Promise<void> {
  const { process, calendar, now } = ctx;
  const place = await placeById(tx, meeting.placeId);
  const starter = await personById(tx, meeting.startedBy);
  const desk: Desk = { db: tx, process, calendar, now, locale: ctx.locale, zone: ctx.timeZone };
  const key = `minutes:${meeting.id}:${meeting.version}`;
  const composed = async (reader: Partial<Desk>) => {
    const whole = { ...desk, ...reader };
    return await minutesCard(whole, meeting, await minutesOf(whole, meeting, until), { until });
  };
  const crowd = place?.kind === 'group' ? await crowdOf(tx, process, place.teamId) : undefined;
  if (place && crowd && maySeeReport(crowd, meeting.teamId).ok) {
    const card = await composed({ crowd });
    const notBefore = nextAllowed(now, process.quietHours, zonedIn(ctx.timeZone));
    await enqueue(tx, { dedupeKey: key, placeId: place.id, locale: ctx.locale, card, notBefore }, now);
  } else if (starter) {
    const card = await composed(await readerOf(tx, ctx, starter));
    await tellPerson(tx, ctx, starter, 'report', { key, card });
  }
}
