import { actionsOf, type Call } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import type { Actor } from '../support/world.js';

/** Labels of an answer that do something else when they are typed than when they are tapped. */
export async function labelsNotTyped(actor: Actor, answer: Answer): Promise<string[]> {
  const wrong: string[] = [];
  for (const action of answer.cards.flatMap(actionsOf)) {
    const taps = action.kind === 'button' ? [action] : action.kind === 'select' ? action.options : [];
    for (const { label, call } of taps) {
      const line = action.kind === 'select' ? `${action.label} ${label}` : label;
      const meant = await actor.means(line);
      // Of several buttons called the same, the speaker is asked which one is meant.
      const isAsked = meant?.kind === 'label' && meant.call === undefined;
      // A verb that says all by itself keeps its meaning: 撤 ("undo") takes back what was done last.
      if (meant?.kind === 'command' && meant.call?.command === call.command) continue;
      if (!isAsked && written(meant?.call) !== written(call)) wrong.push(line);
    }
  }
  return wrong;
}

const written = (call: Call | undefined): string => JSON.stringify([call?.command, call?.input]);
