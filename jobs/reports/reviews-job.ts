import type { Schedule } from '../../kernel/job/job.js';
import { isZone, localDate, startOfMonth, startOfQuarter } from '../../kernel/time/zone.js';
import { reviewReport } from '../../reports/reviews/review-report.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { channelsOf, notifyChannels } from '../shared/deliver.js';
import { drawnByCall } from '../shared/drawn-by-call.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { lateNote } from '../shared/late-note.js';
import { reportContextOf } from './weekly-report-job.js';

const kinds = ['monthly', 'quarterly'] as const;
type Kind = (typeof kinds)[number];

/**
 * Posts the review of the last month and quarter, on the first workday after it, to each team's channels and
 * the company's.
 */
export const reviews = defineJob({
  name: 'reviews',
  summary: 'The review of the last month and quarter, on the first workday after it',
  async slots(ctx) {
    const teams = await listTeams(ctx.store.db);
    return kinds
      .filter((kind) => ctx.process.reports[kind].on)
      .flatMap((kind) => [
        scheduleOf(ctx, kind, undefined),
        ...teams.map((team) => scheduleOf(ctx, kind, team)),
      ]);
  },
  async run(slot, ctx) {
    const { store } = ctx;
    const [kind = '', teamId = ''] = slot.scope.split(':');
    const team = (await listTeams(store.db)).find(({ id }) => id === teamId);
    if (teamId !== '' && !team) return { counts: { posted: 0 } };
    const period = kind === 'monthly' ? 'lastMonth' : 'lastQuarter';
    const command = kind === 'monthly' ? 'monthly' : 'quarterly';
    let posted = 0;
    for (const channels of await channelsOf(store.db, ctx, team, 'report')) {
      const { locale } = channels.reader;
      const { figures, card } = await reviewReport(reportContextOf(ctx, channels), {
        ...{ team, asOf: slot.at, period },
      });
      card.nodes.push(...lateNote(slot.lateMinutes, locale));
      const drawn = drawnByCall(card, command, { team: team?.name }, { at: slot.at, locale });
      const key = `review:${teamId}:${figures.period}`;
      posted += await store.tx((tx) => notifyChannels(tx, ctx, channels, { key, card: drawn }));
    }
    return { counts: { posted } };
  },
});

/**
 * Schedules one day of a year, that of the current month or quarter, so that a missed review is posted until
 * the next begins.
 */
function scheduleOf(
  { process, calendar, timeZone, now }: JobContext,
  kind: Kind,
  team: Team | undefined,
): Schedule {
  const zone = team?.timeZone ?? timeZone;
  const scope = `${kind}:${team?.id ?? ''}`;
  // The clock leaves out a team in an unknown zone, and only that one.
  if (!isZone(zone)) return { scope, cron: '0 0 1 * *', timeZone: zone };
  const begun = kind === 'monthly' ? startOfMonth(now, zone) : startOfQuarter(now, zone);
  const first = localDate(begun, zone);
  const day = calendar.isWorkday(first) ? first : calendar.nextWorkday(first);
  const [hour, minute] = process.reports[kind].at.split(':').map(Number);
  const [, month, date] = day.split('-').map(Number);
  return { scope, cron: `${minute} ${hour} ${date} ${month} *`, timeZone: zone };
}
