import type { Conversation } from './conversation.js';
import type { Fault } from './play.js';

/** What a conversation asked of those who held it, and where it left them. */
export interface Effort {
  lines: number;
  /** Characters typed. */
  typed: number;
  taps: number;
  /** Lines that wrote what they should not. */
  wrote: number;
  /** Lines that left something unwritten but offered buttons: a tap more each, at least. */
  offered: number;
  /** Lines that left something unwritten and offered nothing but help. */
  deadEnds: number;
}

/** Counts the effort of a conversation that was held with these faults. */
export function effortOf({ lines }: Conversation, faults: readonly Fault[]): Effort {
  const wrote = linesOf(faults.filter(({ kind }) => kind === 'written'));
  const missing = faults.filter(
    ({ kind, line }) => (kind === 'missing' || kind === 'tap') && !wrote.has(line),
  );
  const offered = linesOf(missing.filter(({ kind, answer }) => kind === 'missing' && button.test(answer)));
  return {
    lines: lines.length,
    typed: lines.reduce((sum, { says }) => sum + [...(says ?? '')].length, 0),
    taps: lines.filter(({ taps }) => taps).length,
    wrote: wrote.size,
    offered: offered.size,
    deadEnds: linesOf(missing).size - offered.size,
  };
}

const linesOf = (faults: readonly Fault[]) => new Set(faults.map(({ line }) => line));

/** A button other than help, as a card is printed. */
const button = /\[(?!帮助\]|Help\])[^\]]+\]/;
