import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Intent =
  | 'log'
  | 'plan'
  | 'lead'
  | 'deal'
  | 'contact'
  | 'question'
  | 'correction'
  | 'forward'
  | 'none';

/** One act of the record that a sentence should become; what is not there should be blank. */
export interface Expected {
  act: Intent;
  customer?: string;
  contacts?: string[];
  channel?: string;
  /** The day it happened. */
  at?: string;
  /** The next step's day; in a plan, its day. */
  next?: string;
  time?: string;
  /** In major units. */
  amount?: number;
  approximate?: boolean;
  stage?: string;
  competitor?: string;
  obstacle?: string;
  phone?: string;
  /** A colleague who did it. */
  by?: string;
  /** What is asked back: which customer, a near or a new one, whose act, which day, which contact. */
  ask?: string;
}

export interface Sentence {
  say: string;
  /** It was spoken, and written down by a machine. */
  voice?: boolean;
  /** Not looked at while rules were written: tells what fits the language from what fits the set. */
  held?: boolean;
  kind: string;
  expect: {
    intent: Intent;
    acts: Expected[];
    /** What a hasty reader would write here, and must not. */
    not?: string[];
  };
}

const folder = join(import.meta.dirname, 'sentences');

/** Every sentence of the set, one file per language and kind of difficulty. */
export function allSentences(from = folder): Sentence[] {
  return readdirSync(from)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(from, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ ...(JSON.parse(line) as Sentence), kind: file.replace('.jsonl', '') })),
    );
}
