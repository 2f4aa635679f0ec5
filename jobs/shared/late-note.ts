import { type CardNode, context } from '../../kernel/card/card.js';
import type { Locale } from '../../kernel/texts/define-texts.js';
import { jobTexts } from './job-texts.js';

/** Says on a card how late it comes; nothing while it is on time. */
export function lateNote(minutes: number, locale: Locale): CardNode[] {
  return minutes > 0 ? [context(jobTexts(locale).late(minutes))] : [];
}
