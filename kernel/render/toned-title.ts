import type { Card, Tone } from '../card/card.js';
import { isBlank, oneLine } from './text-width.js';

const marks: Record<Tone, string> = { neutral: '', info: '🔵', good: '🟢', warn: '🟠', bad: '🔴' };

/** Writes the title on one line after the tone's mark, for platforms without coloured cards. */
export function tonedTitle(card: Card): string {
  const mark = marks[card.tone];
  const title = isBlank(card.title) ? '' : oneLine(card.title);
  return [mark, title].filter((part) => part !== '').join(' ');
}
