import type { Card } from '../../kernel/card/card.js';
import type { Answer, Inbound } from '../../kernel/chat/chat.js';
import type { Missed, Speaking } from '../../kernel/command/command.js';
import {
  conversationOf,
  countMiss,
  noteUnwritten,
  saveShown,
} from '../../store/messages/conversation-queries.js';
import { findAnswer, storeAnswer } from '../../store/messages/inbox-queries.js';
import type { Db } from '../../store/statements/db.js';
import type { ActGiven, DispatchOptions, InboundAct } from './dispatch-options.js';
import { keptFromGroup, talkOf } from './group-presence.js';
import { clearDraft, saveDraft } from './open-drafts.js';
import { labelsOf, labelsToKeep } from './shown-labels.js';
import { missedSince } from './understand.js';

/** Misses in a row before the explanation. */
const missesToTeach = 3;

/** Stores an answer that had no effect, and the draft it leaves open. */
export async function storeWithoutEffect<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  inbound: Inbound,
  eventId: string,
  answer: Answer,
  act?: InboundAct<C>,
  missed?: Missed,
): Promise<Answer> {
  const { store, clock } = options;
  const kept = keptFromGroup(answer, act?.context);
  return await store.tx(async (tx) => {
    const given = await findAnswer(tx, inbound.platform, eventId);
    if (given) return given as Answer;
    const teachingCard = missed && act && (await teach(options, tx, missed, act));
    const open = {
      ...kept,
      open: answer.open ?? true,
      cards: [...kept.cards, ...(teachingCard ? [teachingCard] : [])],
    };
    const own = labelsOf(open.cards);
    const labels = act && own.length > 0 ? labelsToKeep(open.cards, act.context, act.call?.command) : own;
    const talk = act && (await talkOf(tx, options.platforms, kept, act.context));
    // What the buttons of a question would do is not meant any more once it was called off.
    const isCalledOff = act?.endsDraft === true && act.command === undefined;
    if (talk && (labels.length > 0 || isCalledOff)) await saveShown(tx, talk, { labels }, clock.now());
    if (talk && act.draft) await saveDraft(tx, talk, act.draft, clock.now());
    if (act?.isRefused && !missed) {
      const { now } = act.context;
      await noteUnwritten(tx, conversationOf(act.context), missedSince(now), clock.now());
    }
    if (act?.endsDraft) await clearDraft(tx, conversationOf(act.context));
    await storeAnswer(tx, inbound.platform, eventId, open, clock.now());
    return open;
  });
}

/** After the third miss in a row, explains once how to say it. */
async function teach<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  tx: Db,
  missed: Missed,
  { context }: InboundAct<C>,
): Promise<Card | undefined> {
  const { now } = context;
  const misses = await countMiss(tx, conversationOf(context), { since: missedSince(now), at: now });
  if (misses !== missesToTeach) return undefined;
  return await options.onMissedAgain?.(missed, { ...context, db: tx });
}
