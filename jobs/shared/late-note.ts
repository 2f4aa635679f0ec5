import { type CardNode, context } from '../../kernel/card/card.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';

/** Says on a card how late it was sent; returns no nodes if it is on time. */
export function lateNote(minutes: number, locale: Locale): CardNode[] {
  return minutes > 0 ? [context(textsIn(locale).job.late(minutes))] : [];
}
