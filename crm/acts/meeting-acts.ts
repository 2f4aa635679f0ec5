import { DeniedError } from '../../kernel/command/errors.js';
import { mayPostReport } from '../../sales/people/policy.js';
import type { Meeting } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { whoCan } from '../access/demand-rights.js';

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

export async function startMeeting(ctx: Context, teamId: string | null, items: string[]): Promise<Meeting> {
  const given = { teamId, placeId: ctx.place.id, startedBy: ctx.person.id, items };
  return await ctx.unit.create('meeting.started', given);
}

/** Ends a meeting; throws StaleError if somebody else has ended it. */
export async function closeMeeting(ctx: Context, meeting: Meeting): Promise<Meeting> {
  return await ctx.unit.change('meeting.ended', meeting, { endedAt: ctx.now });
}
