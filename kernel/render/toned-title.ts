import type { Card, Tone } from '../card/card.js';
import { isBlank, oneLine } from './text-width.js';

const marks: Record<Tone, string> = { neutral: '', info: '🔵', good: '🟢', warn: '🟠', bad: '🔴' };

/** The title in one line, led by the tone's mark; platforms without coloured cards show the tone so. */
export function tonedTitle(card: Card): string {
  const mark = marks[card.tone];
  const title = isBlank(card.title) ? '' : oneLine(card.title);
  return [mark, title].filter((part) => part !== '').join(' ');
}
