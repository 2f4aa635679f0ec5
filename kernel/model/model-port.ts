import { type Locale, wordsInEach } from '../../texts/languages.js';

/** What a model is asked for. It is never asked to do anything: all it can give is words. */
export type ModelPurpose = 'blanks' | 'week' | 'reply';

/** What may be kept from it. */
export type Masked = 'names' | 'phones' | 'amounts';

/** Names in the material that are masked, by what they are. */
export interface NamesIn {
  customers: string[];
  contacts: string[];
  colleagues: string[];
}

export interface ModelQuestion {
  purpose: ModelPurpose;
  /** One act asks once. */
  actId: string;
  personId: string;
  /** The record it is about ('D-12'). */
  record: string | null;
  locale: Locale;
  /** What is wanted, in our own words; nothing of anybody's stands in it. */
  task: string;
  /** What people wrote, and figures; leaves masked. */
  material: string;
  names: NamesIn;
  /** The answer is to be a JSON object. */
  json: boolean;
}

export interface ModelAnswer {
  /** The number of the call in the list of what was sent. */
  no: number;
  /** As it came, still masked. */
  said: string;
  /** The material as it left. */
  sent: string;
  /** Words of the answer with the names put back; undefined where they name what was never sent. */
  plain(words: string): string | undefined;
}

/** Why there is no answer. */
export type ModelFaultReason =
  | 'unreachable'
  | 'timeout'
  | 'key'
  | 'busy'
  | 'refused'
  | 'redirected'
  | 'failed'
  | 'huge'
  | 'unreadable'
  | 'empty'
  | 'limit'
  | 'repeated';

/** The model gave nothing that can be shown; nothing else has happened. */
export class ModelFault extends Error {
  override name = 'ModelFault';
  constructor(readonly reason: ModelFaultReason) {
    super(`model: ${reason}`);
  }
}

/** Tokens, in and out. */
export interface Tokens {
  in: number;
  out: number;
}

export interface ModelSetting {
  /** Where words go: 'localhost:11434'. */
  host: string;
  name: string;
  masks: readonly Masked[];
  timeoutSeconds: number;
  monthlyTokens: number;
  /** Per million tokens, in whatever currency the bill is. */
  prices: Tokens;
  monthlyCost: number | null;
}

/** A model that may be asked for proposals; where none is configured there is no such port. */
export interface Model {
  readonly setting: ModelSetting;
  /** Asks once and notes it before anything leaves. Throws ModelFault. Never called within a transaction. */
  ask(question: ModelQuestion): Promise<ModelAnswer>;
  usedThisMonth(): Promise<Tokens>;
}

/** What tokens cost at the prices of the setting. */
export const costOf = ({ prices }: Pick<ModelSetting, 'prices'>, tokens: Tokens): number =>
  (tokens.in * prices.in + tokens.out * prices.out) / 1_000_000;

/** What stands for a masked word: `[客户1]`, `[contact 2]`; the brackets may come back wide. */
export const maskToken = new RegExp(
  `[[［【]\\s?(${wordsInEach((t) => Object.values(t.modelTasks.tokens)).join('|')})\\s?(\\d{1,4})\\s?[\\]］】]`,
  'giu',
);
