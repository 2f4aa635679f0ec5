import { type Action, actions, type Card, text } from '../../kernel/card/card.js';
import { type ModelAnswer, ModelFault } from '../../kernel/model/model-port.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { checked } from './checked-proposal.js';
import { signedBy } from './model-proposal.js';

/**
 * Shows words by a model, marked as such, to read and to copy. Throws ModelFault if none of them may be
 * shown.
 */
export function writtenCard(
  ctx: Context,
  answer: ModelAnswer,
  shown: { key: string; title: string; above: string; taps: Action[] },
): Card {
  const t = textsIn(ctx.locale).model;
  const { lines, dropped } = checked(answer);
  if (lines.length === 0 && dropped === 0) throw new ModelFault('empty');
  const { see, by } = signedBy(ctx, answer.no);
  return {
    key: shown.key,
    title: shown.title,
    tone: 'info',
    nodes: [
      text(t.check),
      ...(lines.length > 0
        ? [text(shown.above, 'strong'), text(lines.join('\n'), 'quote')]
        : [text(t.nothingLeft)]),
      ...(dropped > 0 ? [text(t.dropped(dropped))] : []),
      ...actions(...shown.taps, see),
      by,
    ],
  };
}
