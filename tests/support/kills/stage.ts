/** An act that a person did while the bot was being killed. */
export interface Act {
  /** Stands in the words of the act, and in those of its answer. */
  mark: string;
  person: number;
  /** Whether the platform took it as received by the bot. */
  isAcknowledged(): boolean;
  /** Delivers it once more. */
  again(): Promise<unknown>;
}

/** An emulated platform with some people on it. */
export interface Stage {
  platform: string;
  /** Whether it acknowledges what the bot receives. */
  acknowledges: boolean;
  /** Whether it shows a card once that is sent twice under one id. */
  isIdempotent: boolean;
  env: Record<string, string>;
  people: readonly { id: string; chat: string; name: string }[];
  /** Resolves when the bot is connected. */
  connected(): Promise<void>;
  /** Resolves when no bot is connected. */
  disconnected(): Promise<void>;
  says(person: number, words: string, mark: string): Promise<Act>;
  /** The bot's messages to a person as they read now. */
  answers(person: number): string[];
  /** Something goes wrong with the next message of the bot: refused, lost, or its answer lost. */
  disturb(roll: number): void;
  cutSockets(): void;
  close(): Promise<void>;
}

/** Picks one of several by a number from 0 to 1. */
export const pick = <T>(roll: number, of: readonly T[]): T =>
  of[Math.min(of.length - 1, Math.floor(roll * of.length))] as T;
