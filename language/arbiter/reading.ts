import type { Call } from '../../kernel/card/card.js';
import type { Speaking } from '../../kernel/command/command.js';

/** What a message may mean. At equal strength the one that stands first here is meant. */
const kinds = [
  /** What a button of the last answer is called. */
  'label',
  /** A command, by its verb. */
  'command',
  /** Takes back or corrects what was recorded last. */
  'correction',
  /** Changes one thing of the last report or question. */
  'change',
  /** A list or a record that is asked for in words. */
  'lookUp',
  /** An order in words, which a command carries out. */
  'order',
  /** The answer to the open question. */
  'answer',
  /** A question about figures or articles. */
  'question',
  /** The bare name or number of a record. */
  'name',
  /** Tells of something done, said or planned. */
  'statement',
  /** Words in answer to a card, or that go on about the record shown last. */
  'reply',
  /** A greeting, thanks, a question about the assistant itself. */
  'talk',
] as const;
export type ReadingKind = (typeof kinds)[number];

/**
 * How well words fit a reading.
 * - `exact`: they can hardly mean anything else.
 * - `strong`: all of them fit, and what they name is known.
 * - `fair`: they may mean it, with something unsaid or wrong.
 * - `weak`: nothing speaks for it but that something was expected.
 */
const strengths = ['exact', 'strong', 'fair', 'weak'] as const;
export type Strength = (typeof strengths)[number];

/** One reading of a message; `act` is what is done if it wins. */
export interface MessageReading<T> {
  kind: ReadingKind;
  strength: Strength;
  /** People say as much to each other: in a group it is answered only if it was said to the assistant. */
  isAside?: boolean;
  act: T;
}

/** Sorts the readings of a message, the one that is meant first. */
export const weighed = <T>(readings: readonly MessageReading<T>[]): MessageReading<T>[] =>
  readings.toSorted(
    (a, b) =>
      strengths.indexOf(a.strength) - strengths.indexOf(b.strength) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );

/** What a line without a verb stands for. */
export type WordReading = Omit<MessageReading<never>, 'act'> & { call: Call };

/** One way to read a line without a verb; undefined if it cannot be read so. */
export type WordReader<C extends Speaking> = (
  said: { line: string; isSpoken: boolean },
  context: C,
) => Promise<WordReading | undefined>;
