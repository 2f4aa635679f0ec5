import type { Loss } from '../../../kernel/card/card.js';
import { type Locale, textsIn } from '../../../texts/languages.js';

/** One change of form in the reader's words: '色条：改为标题前的圆点'. */
export function lossLine(loss: Loss, locale: Locale): string {
  const texts = textsIn(locale).loss;
  const later = /^in message (\d+)$/u.exec(loss.how)?.[1];
  const how = later ? texts.message(later) : (texts.how[loss.how] ?? loss.how);
  return texts.pair(texts.what[loss.what], how);
}
