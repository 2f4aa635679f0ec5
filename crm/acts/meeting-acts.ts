import { DeniedError, StaleError } from '../../kernel/command/errors.js';
import { mayPostReport } from '../../sales/people/policy.js';
import type { Meeting } from '../../store/schema/row-types.js';
import { createMeeting, endMeeting } from '../../store/unit/rows/meeting-rows.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { whoCan } from '../access/demand-rights.js';
import { factsBefore, logEvent } from './log-event.js';

/**
 * Throws DeniedError unless the speaker may hold the meeting: the team's manager, or an admin for the
 * company.
 */
export async function demandMeeting(ctx: Context, teamId: string | null): Promise<void> {
  const may = mayPostReport(ctx.person, teamId);
  if (may.ok) return;
  const who = await whoCan(ctx, may.who, { ownerId: null, teamId });
  throw new DeniedError(textsIn(ctx.locale).permission.report(who));
}

export async function startMeetingLogged(
  ctx: Context,
  teamId: string | null,
  items: string[],
): Promise<Meeting> {
  const given = { teamId, placeId: ctx.place.id, startedBy: ctx.person.id, items };
  const meeting = await createMeeting(ctx.db, given, ctx.now);
  await logEvent(ctx, 'meeting.started', { type: 'meeting', id: meeting.id }, null, { items });
  return meeting;
}

/** Ends a meeting; throws StaleError if somebody else has ended it. */
export async function endMeetingLogged(ctx: Context, meeting: Meeting): Promise<Meeting> {
  const ended = await endMeeting(ctx.db, meeting, ctx.now);
  if (!ended) throw new StaleError(meeting.id);
  const change = { endedAt: ctx.now };
  const record = { type: 'meeting', id: meeting.id } as const;
  await logEvent(ctx, 'meeting.ended', record, factsBefore(meeting, change), change);
  return ended;
}
