import type { Context } from '../../crm/access/context.js';
import type { Call } from '../../kernel/card/card.js';
import { latestActs } from '../../store/activity/event-queries.js';
import { conversationOf, findTalk, type Talk } from '../../store/messages/conversation-queries.js';

/** How long after a report or a list the next line may change it, in ms. */
const followsFor = 15 * 60_000;

/**
 * The call of the report or list shown last in this talk, or undefined if it is too old, or a newer question or a newer act
 * is what the next line goes on from. `isTopic`: no record was shown since.
 */
export async function lastReport(ctx: Context): Promise<{ call: Call; isTopic: boolean } | undefined> {
  // What was not understood last is what the next line goes on from, and nothing that was shown before it.
  if (ctx.hasMissed && !ctx.subject) return undefined;
  const talk = await findTalk(ctx.db, conversationOf(ctx));
  const { report, reportAt, askedAt, subjectAt } = talk ?? {};
  if (!report || !reportAt || reportAt.getTime() < ctx.now.getTime() - followsFor) return undefined;
  if ((askedAt && askedAt > reportAt) || isUnreadSince(ctx, talk, reportAt)) return undefined;
  const key = { personId: ctx.person.id, placeId: ctx.place.id };
  if ((await latestActs(ctx.db, key, reportAt)).length > 0) return undefined;
  const call = { command: report.command, input: report.input as Call['input'] };
  return { call, isTopic: !subjectAt || subjectAt <= reportAt };
}

/**
 * Whether something was said since that nothing could answer: what the next line goes on from is not what was shown before
 * it.
 */
export const isUnreadSince = (
  { hasMissed, labels = [] }: Context,
  talk: Talk | undefined,
  at: Date,
): boolean =>
  hasMissed === true ||
  (talk?.labelsAt != null &&
    talk.labelsAt > at &&
    labels.some(({ does }) => does.some(({ call }) => call.command === 'ask-missed')));
