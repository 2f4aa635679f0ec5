import type { Locale } from '../../../texts/languages.js';

/** A typed piece of a line, recognisable wherever it stands. */
export type Piece =
  | {
      kind: 'amount' /** minor units */;
      value: number;
      approximate?: boolean /** what the words call its currency, if they do: a code, $, ¥, 元, kr */;
      currency?: string;
    }
  | { kind: 'date' /** 'YYYY-MM-DD' */; value: string /** 'HH:mm' */; time?: string }
  | { kind: 'phone' /** digits, with + before a country other than China */; value: string }
  | { kind: 'tag'; value: string }
  | { kind: 'stage' /** the words after > */; value: string }
  | { kind: 'channel'; value: Channel }
  | { kind: 'discount' /** share left to pay: 0.9 for 9折 ("10% off") */; value: number }
  | { kind: 'probability' /** 0–1 */; value: number }
  | { kind: 'record' /** 'D-12' */; value: string }
  | { kind: 'mention' /** the name, or the id if the platform gave one */; value: string; id?: string }
  | { kind: 'contact'; value: string; surname?: string; title?: string }
  | { kind: 'asof'; value: string; time?: string };

export type Kind = Piece['kind'];
export type Channel = 'call' | 'visit' | 'wechat' | 'email' | 'meeting';

export interface FoundPiece {
  piece: Piece;
  /** The words as typed: `text.slice(from, to)`. */
  words: string;
  from: number;
  to: number;
}

/** What a reader needs to know about the moment and the speaker. */
export interface ReadAt {
  /** The speaker's local date, 'YYYY-MM-DD'. */
  today: string;
  /** The speaker's local time, 'HH:mm'; what is counted from it is not read without: "in 2 hours". */
  now?: string;
  locale: Locale;
  /** The company's currency, which a bare figure and its own sign mean. */
  currency?: string;
  /** The first month of the company's fiscal year, 1–12; January if it is not given. */
  fiscalStart?: number;
  /** The speaker's time zone ('Europe/London'), to which an hour told in another one is moved. */
  zone?: string;
  /** Whether the speaker writes 4 May as 4/5; of their place where it is known, else of nobody. */
  isDayFirst?: boolean;
  /** Direction of a date without a year; as-of dates and logs look back. Default 'future'. */
  prefer?: 'future' | 'past';
}

/** A candidate piece and its position in the text. */
export interface Match<P extends Piece = Piece> {
  piece: P;
  from: number;
  to: number;
}

export type PieceOf<K extends Kind> = Extract<Piece, { kind: K }>;

/** Lists every match of a pattern that `read` accepts; `read` returns undefined for false matches. */
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

/** Finds the piece that spans the whole text, spaces aside, or undefined. */
export function whole<P extends Piece>(text: string, found: Match<P>[]): P | undefined {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  return found.find((match) => match.from === from && match.to === to)?.piece;
}
