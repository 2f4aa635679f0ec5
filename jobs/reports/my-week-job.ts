import { myWeekReport as composeWeek } from '../../reports/weekly/my-week-report.js';
import { weeklyCron } from '../../sales/process/process-schedules.js';
import { listPeople } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { Batch } from '../shared/batch.js';
import { notifyPerson, readerOf } from '../shared/deliver.js';
import { drawnByCall } from '../shared/drawn-by-call.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { lateNote } from '../shared/late-note.js';

/** Sends each rep their own week in private, at the time of the team's report. */
export const myWeekJob = defineJob({
  name: 'my-week',
  summary: "Each rep's own week, to them in private",
  async slots(ctx) {
    if (!ctx.process.reports.mine.on) return [];
    const cron = weeklyCron(ctx.process);
    const teams = await listTeams(ctx.store.db);
    const without = { scope: '', cron, timeZone: ctx.timeZone };
    return [without, ...teams.map((team) => ({ scope: team.id, cron, timeZone: team.timeZone }))];
  },
  async run(slot, ctx) {
    const counts = { people: 0 };
    const people = await listPeople(ctx.store.db, slot.scope || null);
    const batch = new Batch();
    await batch.each(
      people.filter((one) => one.role === 'rep' && (one.teamId ?? '') === slot.scope),
      async (person) => {
        const sent = await ctx.store.tx((tx) => sendWeek(tx, ctx, person, slot));
        if (sent) counts.people++;
      },
    );
    batch.end();
    return { counts };
  },
});

/** Sends in private only: a person's week is not for the team's channel. */
async function sendWeek(
  tx: Db,
  ctx: JobContext,
  person: Person,
  slot: { at: Date; lateMinutes: number },
): Promise<boolean> {
  if ((await privatePlaces(tx, person.id)).length === 0) return false;
  const reader = await readerOf(tx, ctx, person);
  const { process, calendar, now } = ctx;
  const reportCtx = { db: tx, process, calendar, now, ...reader };
  const { card: week } = await composeWeek(reportCtx, person, { asOf: slot.at });
  week.nodes.push(...lateNote(slot.lateMinutes, reader.locale));
  const card = drawnByCall(week, 'weekly', { whose: 'me' }, { at: slot.at, locale: reader.locale });
  const key = `my-week:${person.id}:${slot.at.getTime()}`;
  return (await notifyPerson(tx, ctx, person, 'report', { key, card })) !== undefined;
}
