import type { Call, Card } from '../../kernel/card/card.js';
import type { Command, Speaking } from '../../kernel/command/command.js';
import { noteViews } from '../../store/customers/view-log.js';
import { conversationOf, forgetMisses, saveShown } from '../../store/messages/conversation-queries.js';
import type { Db } from '../../store/statements/db.js';
import { topicOf } from '../views/view-rows.js';
import type { ActGiven, DispatchOptions } from './dispatch-options.js';
import { clearDraft } from './open-drafts.js';
import { labelsOf, labelsToKeep } from './shown-labels.js';

/** Logs views of others' records, for their owners to see, and writes what else an answer without a change leaves behind. */
export async function noteLook<C extends Speaking & ActGiven>(
  { store, within }: DispatchOptions<C>,
  context: C,
  { command, call, card, endsDraft }: { command: Command<C>; call: Call; card: Card; endsDraft: boolean },
): Promise<void> {
  const { seen = [], after, person, now, at, isUnwritten, topic } = context;
  const others = seen.filter((one) => one.ownerId !== person.id);
  const isNew = (topicOf(card) ?? topic) !== topic || isReport(card) || labelsOf([card]).length > 0;
  if (others.length === 0 && !after && !isUnwritten && !endsDraft && !isNew) return;
  await store.tx(async (tx) => {
    if (endsDraft) await clearDraft(tx, conversationOf(context));
    await keepTopic(tx, context, call, card);
    if (others.length > 0) await noteViews(tx, person.id, others, at.today, now);
    const { unit } = within(context, tx, command);
    if (unit) await after?.(unit);
  });
}

/** Keeps what the next words of the talk may be about: the record, the report and the buttons of the card. */
export async function keepTopic<C extends Speaking & ActGiven>(
  tx: Db,
  context: C,
  call: Call,
  card: Card | undefined,
): Promise<void> {
  const talk = conversationOf(context);
  if (context.isUnwritten) await forgetMisses(tx, talk, { isWritten: !card || !isAsking(card) });
  const topic = card && topicOf(card);
  const report = card && isReport(card) ? call : undefined;
  const labels = card && labelsOf([card]).length > 0 ? labelsToKeep([card], context, call.command) : [];
  if (!topic && !report && labels.length === 0) return;
  const shown = {
    ...(topic ? { subject: topic } : {}),
    ...(report ? { report } : {}),
    ...(labels.length > 0 ? { labels } : {}),
  };
  await saveShown(tx, talk, shown, context.now);
}

/** Whether a card is a report or a list, which the next words may change. */
const isReport = ({ key }: Card): boolean => /^(?:report|list|today|contacts|target):/.test(key);

/** Whether a card only asks, so that nothing of the line before it is written yet either. */
const isAsking = ({ key }: Card): boolean => /^(?:ask:|choose$)/.test(key);
