import { type CardNode, context } from '../bot/kernel/card.js';
import type { Locale } from '../bot/kernel/texts.js';
import { jobTexts } from './texts.js';

/** Says on a card how late it comes; nothing while it is on time. */
export function lateNote(minutes: number, locale: Locale): CardNode[] {
  return minutes > 0 ? [context(jobTexts(locale).late(minutes))] : [];
}
