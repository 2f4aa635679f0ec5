import { type Locale, wordsInEach } from '../../texts/languages.js';

/** What a model may be asked for. It only returns words and is never asked to act. */
export type ModelPurpose = 'blanks' | 'week' | 'reply';

/** What can be masked before a text is sent to the model. */
export type Masked = 'names' | 'phones' | 'amounts';

/** Names in the material to mask, by kind. */
export interface NamesIn {
  customers: string[];
  contacts: string[];
  colleagues: string[];
}

export interface ModelQuestion {
  purpose: ModelPurpose;
  /** Each act asks at most once. */
  actId: string;
  personId: string;
  /** Number of the record it is about ('D-12'), or null. */
  record: string | null;
  locale: Locale;
  /** The task in our own words; contains nobody's data. */
  task: string;
  /** What people wrote, and figures; masked before it is sent. */
  material: string;
  names: NamesIn;
  /** The answer must be a JSON object. */
  json: boolean;
}

export interface ModelAnswer {
  /** Number of the call in the list of sent calls. */
  no: number;
  /** The answer as received, still masked. */
  said: string;
  /** The material as sent. */
  sent: string;
  /** Unmasks words of the answer, or undefined if they contain a mask that was never sent. */
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

/** The model gave no usable answer; nothing else happened. */
export class ModelFault extends Error {
  override name = 'ModelFault';
  constructor(readonly reason: ModelFaultReason) {
    super(`model: ${reason}`);
  }
}

/** Number of tokens, in and out. */
export interface Tokens {
  in: number;
  out: number;
}

export interface ModelSetting {
  /** Host that receives the words: 'localhost:11434'. */
  host: string;
  name: string;
  masks: readonly Masked[];
  timeoutSeconds: number;
  monthlyTokens: number;
  /** Per million tokens, in the currency of the bill. */
  prices: Tokens;
  monthlyCost: number | null;
}

/** A model that can be asked for proposals; absent if none is configured. */
export interface Model {
  readonly setting: ModelSetting;
  /**
   * Asks once, and records the call before anything is sent. Throws ModelFault. Must not be called inside a
   * transaction.
   */
  ask(question: ModelQuestion): Promise<ModelAnswer>;
  usedThisMonth(): Promise<Tokens>;
}

/** Computes what tokens cost, in the currency of the prices. */
export const costOf = ({ prices }: Pick<ModelSetting, 'prices'>, tokens: Tokens): number =>
  (tokens.in * prices.in + tokens.out * prices.out) / 1_000_000;

/** A masked word: `[客户1]` ("customer 1"), `[contact 2]`; models may return full-width brackets. */
export const maskToken = new RegExp(
  `[[［【]\\s?(${wordsInEach((t) => Object.values(t.modelTasks.tokens)).join('|')})\\s?(\\d{1,4})\\s?[\\]］】]`,
  'giu',
);
