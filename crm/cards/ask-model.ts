import { type Action, button } from '../../kernel/card/card.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import type { Subject } from '../lookup/open-subject.js';
import { sentenceBlanks } from '../lookup/sentence-blanks.js';

/**
 * Offers to let the model fill in a sentence's blanks; undefined if no model is configured or nothing is
 * blank.
 */
export function askModel(ctx: Context, subject: Subject, act: ActRead, words: string): Action | undefined {
  if (!ctx.model || sentenceBlanks(act, subject).length === 0) return undefined;
  return button(textsIn(ctx.locale).model.ask, 'model-blanks', { subject: subject.number, words });
}
