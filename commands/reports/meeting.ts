import { type Context, defineCommand } from '../../crm/access/context.js';
import { closeMeeting, demandMeeting, startMeeting } from '../../crm/acts/meeting-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { agendaOf } from '../../reports/meeting/meeting-agenda.js';
import { meetingCard } from '../../reports/meeting/meeting-card.js';
import { minutesCard, minutesOf } from '../../reports/meeting/meeting-minutes.js';
import { tellAbsent } from '../../reports/meeting/notify-absent.js';
import { contextOfTeam } from '../../reports/request/report-context.js';
import { requestFor, requestOf, teamField } from '../../reports/request/report-fields.js';
import { teamsAsked } from '../../reports/request/teams-asked.js';
import { teamById } from '../../store/people/team-queries.js';
import { openMeetingAt } from '../../store/reports/meeting-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Most deals on a meeting's agenda. */
const most = 10;

/** A `meeting` line that goes on like this tells of a meeting with a customer, or plans one. */
const ofCustomer = /^(?:with|at|w\/)\s+/i;

/**
 * `例会` ("team meeting"): lists what to decide, with buttons; decisions until `散会` ("end meeting") go into the
 * minutes.
 */
export const meeting = defineCommand({
  name: 'meeting',
  changes: ['meeting.started'],
  role: 'manager',
  fields: { team: teamField },
  takes: (words) => !ofCustomer.test(words),
  async run(input, ctx) {
    const going = await openMeetingAt(ctx.db, ctx.place.id);
    const asked = going ? await askedAgain(ctx, going.teamId) : await requestOf(ctx, input);
    await demandMeeting(ctx, asked.team?.id ?? null);
    const reportCtx = { ...contextOfTeam(ctx, asked.team), person: ctx.person, audience: ctx.audience };
    const matters = await agendaOf(reportCtx, { at: ctx.now, teamId: await teamsAsked(reportCtx, asked) });
    const numbers = matters.slice(0, most).map(dealNo);
    const held = going ?? (await startMeeting(ctx, asked.team?.id ?? null, numbers));
    return await meetingCard(reportCtx, asked, held, matters, going !== undefined);
  },
});

/** Finds the open meeting of the team. */
const askedAgain = async (ctx: Context, teamId: string | null) =>
  await requestFor(ctx, teamId ? await teamById(ctx.db, teamId) : undefined, undefined);

/** `散会` ("end meeting"): ends the meeting and shows its minutes. */
export const meetingEnd = defineCommand({
  name: 'end-meeting',
  changes: ['meeting.ended'],
  role: 'manager',
  seldom: true,
  fields: {},
  async run(_input, ctx) {
    const t = textsIn(ctx.locale).meeting;
    const going = await openMeetingAt(ctx.db, ctx.place.id);
    if (!going)
      throw new RuleError(t.nothingNow, { label: t.meeting, call: { command: 'meeting', input: {} } });
    await demandMeeting(ctx, going.teamId);
    await askedAgain(ctx, going.teamId);
    const ended = await closeMeeting(ctx, going);
    const telling = { now: ctx.now, process: ctx.process, locale: ctx.locale, timeZone: ctx.zone };
    await tellAbsent(ctx.db, telling, ctx, ended, { until: ctx.now, endedBy: ctx.person });
    const minutes = await minutesOf(ctx, ended, ctx.now);
    const card = await minutesCard(ctx, ended, minutes, { until: ctx.now, endedBy: ctx.person.name });
    card.nodes.push(...actions(undoButton(ctx)));
    return card;
  },
});
