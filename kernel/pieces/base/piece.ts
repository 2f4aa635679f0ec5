import type { Locale } from '../../../texts/languages.js';

/** What can be told apart in a line without regard to its place in it. */
export type Piece =
  | { kind: 'amount' /** minor units */; value: number; approximate?: boolean }
  | { kind: 'date' /** 'YYYY-MM-DD' */; value: string /** 'HH:mm' */; time?: string }
  | { kind: 'phone' /** digits, with + before a country other than China */; value: string }
  | { kind: 'tag'; value: string }
  | { kind: 'stage' /** the words after > */; value: string }
  | { kind: 'channel'; value: Channel }
  | { kind: 'discount' /** what is left to pay: 0.9 for 9折 */; value: number }
  | { kind: 'probability' /** 0..1 */; value: number }
  | { kind: 'record' /** 'D-12' */; value: string }
  | { kind: 'mention' /** the name, or the id where the platform gave one */; value: string; id?: string }
  | { kind: 'contact'; value: string; surname?: string; title?: string }
  | { kind: 'asof'; value: string; time?: string };

export type Kind = Piece['kind'];
export type Channel = 'call' | 'visit' | 'wechat' | 'email' | 'meeting';

export interface FoundPiece {
  piece: Piece;
  /** The words as they were typed: `text.slice(from, to)`. */
  words: string;
  from: number;
  to: number;
}

/** What a reader has to know about the moment and the speaker. */
export interface ReadAt {
  /** The speaker's own date, 'YYYY-MM-DD'. */
  today: string;
  locale: Locale;
  /** Which way a date without a year points; as-of dates and logs look back. Default 'future'. */
  prefer?: 'future' | 'past';
}

/** A candidate: what was read, and where it stands in the text. */
export interface Match<P extends Piece = Piece> {
  piece: P;
  from: number;
  to: number;
}

export type PieceOf<K extends Kind> = Extract<Piece, { kind: K }>;

/** Every match of a pattern that `read` makes a piece of; `read` gives undefined for what only looks like one. */
export function matches<P extends Piece>(
  text: string,
  pattern: RegExp,
  read: (found: RegExpExecArray) => P | undefined,
): Match<P>[] {
  const all: Match<P>[] = [];
  for (const found of text.matchAll(pattern)) {
    const piece = read(found);
    if (piece) all.push({ piece, from: found.index, to: found.index + found[0].length });
  }
  return all;
}

/** The piece that the whole text is, spaces aside. */
export function whole<P extends Piece>(text: string, found: Match<P>[]): P | undefined {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  return found.find((match) => match.from === from && match.to === to)?.piece;
}
