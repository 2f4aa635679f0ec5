import type { Channel, PieceOf } from '../../kernel/pieces/base/piece.js';

/** What a sentence without a command is about. */
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

/** A customer that a name may mean. */
export interface NameHit {
  /** The looked-up key that matched. */
  key: string;
  id: string;
  /** 'C-7' */
  number: string;
  name: string;
  /** 0 the speaker's own, 1 the team's, 2 somebody else's. */
  distance: 0 | 1 | 2;
}

/** The names the team knows; looked up in batches, as a sentence has many words that could be one. */
export interface Names {
  /** Customers of exactly this name, alias or learnt short form. */
  exact(words: string[]): Promise<NameHit[]>;
  /** Customers whose name begins with the words; a few for each. */
  starting(words: string[]): Promise<NameHit[]>;
  /** Customers that sound alike, are one letter off, or match by pinyin or its initials. */
  like(words: string[]): Promise<NameHit[]>;
  /** The speaker's own customers, by name and alias; none if they are too many to compare. */
  own(): Promise<NameHit[]>;
  /**
   * The speaker's own customers that begin with the same sound, are one letter off, or are shortened to the
   * words.
   */
  ownLike(words: string[]): Promise<NameHit[]>;
  /** The contacts of a customer. */
  contacts(id: string): Promise<{ name: string; title: string | null }[]>;
}

/** A customer named in the sentence. */
export interface Mention {
  words: string;
  from: number;
  to: number;
  /** 'sure': one hit. 'which': several. 'near': only similar, always asked about. 'new': unknown. */
  how: 'sure' | 'which' | 'near' | 'new';
  hits: NameHit[];
}

/** What may be asked back; the first of several is asked first. */
export type Ask = 'customer' | 'near' | 'which' | 'new' | 'whose' | 'date' | 'contact';

/** A sure value is written at once, a proposed one waits for a tap; an unsaid one is absent. */
export interface ReadValue<T> {
  value: T;
  how: 'sure' | 'proposed';
}

export interface Money {
  /** Minor units. */
  minor: number;
  approximate: boolean;
  /** What the words call its currency, if they do: a code, $, ¥, 元, kr. */
  currency?: string;
  /** What they can spend, no price of ours. */
  isBudget?: true;
}

/** An amount that was found in the words. */
export const moneyOf = ({ value, approximate, currency }: PieceOf<'amount'>): Money => ({
  minor: value,
  approximate: approximate === true,
  ...(currency === undefined ? {} : { currency }),
});

/** One act in the sentence. */
export interface ActRead {
  act: 'log' | 'plan' | 'lead' | 'deal' | 'contact';
  /** 'proposed': nothing says for sure that it happened, so it is written only after a tap. */
  how: 'sure' | 'proposed';
  mention?: Mention;
  /** The clauses about this customer, where the sentence is about several. */
  words?: string;
  /** As said: 王总 ("Mr Wang"), Tom. */
  contacts: string[];
  channel?: Channel;
  /** The day it happened, 'YYYY-MM-DD'; logs only. */
  at?: string;
  /** The next step, 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:mm'. */
  next?: ReadValue<string>;
  /** All next steps, the earliest first, where the words plan several; `next` is the first of them. */
  steps?: { value: string; words: string }[];
  /** The day on which they decide, 'YYYY-MM-DD'; never sure to be the deal's close date. */
  decides?: string;
  amount?: ReadValue<Money>;
  /** What the words call a new deal, and the day on which it is expected to close, 'YYYY-MM-DD'. */
  newDeal?: { name?: string; close?: string };
  /** A stage's key, 'won' or 'lost'; never sure. */
  stage?: ReadValue<string>;
  competitor?: ReadValue<string>;
  /** Key of a loss reason: price, budget, timing, fit, silent, decision. */
  obstacle?: ReadValue<string>;
  phone?: string;
  /** Whose number it is, as said; undefined if that is unclear. */
  phoneOf?: string;
  /** People whom the words introduce by name, with the role that was said. */
  introduces?: { name: string; title?: string }[];
  /** How and when a new prospect was met, which is told along with the lead. */
  contact?: { at: string | undefined; channel: Channel };
  /** The words say outright that it is a new prospect, by name. */
  isStatedLead?: true;
  /** The words only introduce somebody; nothing was done. */
  isOnlyContact?: true;
  /** People whom the words say what they are at the customer's, so that they may well be new there: "the new CFO Priya Raman". */
  introduced?: string[];
  /** The words only order another sum for a deal. */
  ordersSum?: true;
  /** The colleague who did it or is to do it, unless it is the speaker. */
  by?: string;
  /** What that colleague is to do, where the words give it to them: "call Acme" of "remind Tom to call Acme". */
  given?: string;
  asks: Ask[];
}

/** The values that a correction gives the last record. */
export interface Correction {
  mention?: Mention;
  /** The customer that is denied: 不是松石 ("not Songshi"). */
  denies?: Mention;
  /** The wrong word, as it was said: 不是孙经理是宋经理 ("not manager Sun but manager Song"), "not Jane, Janet". */
  wrong?: string;
  /** What stands in place of the denied customer, and is nobody's name. */
  stranger?: string;
  /** 'T-5': the record whose customer was wrong. */
  record?: string;
  contact?: string;
  channel?: Channel;
  at?: string;
  next?: string;
  amount?: Money;
  /** The amount that the words deny: the value that is corrected. */
  former?: Money;
  /** What the amount told of is: 不是报价是他的预算 ("no quote, it's their budget"). */
  amountIs?: 'budget' | 'price';
  /** A time of day alone, 'HH:mm': the day stays. */
  time?: string;
  /** An hour without its half of the day, 'h:mm'. */
  hour?: string;
  /** Days later, or earlier if negative. */
  shift?: number;
  /** A figure without its unit, which is that of the value it corrects: "make it 6.5". */
  number?: number;
  /** Another name for the record. */
  name?: string;
  phone?: string;
  /** The last digits of the phone number, the others stay. */
  phoneEnd?: string;
  /** True if the value is one that the record had before: "Friday was right". */
  isFormer?: boolean;
  /** The day that the words deny: "not Monday". */
  not?: string;
}

export interface SentenceReading {
  intent: Intent;
  acts: ActRead[];
  /** The words name no customer and go on about the record that the talk is about. */
  goesOn?: boolean;
  /** The words pair days with customers, and there are not as many of each. */
  isUnpaired?: true;
  /** Says to colleagues that somebody's work was good; what is told in it is no report of the speaker's. */
  isPraise?: boolean;
  mend?: Correction;
}

/** What is known of the speaker and the moment. */
export interface SpeakerContext {
  names: Names;
  /** Names of the speaker's colleagues. */
  colleagues: string[];
  /** Stages by key, with every word for them. */
  stages: { key: string; words: string[] }[];
  /** The speaker's time of day, 'HH:mm': decides whether three o'clock has passed. */
  time?: string;
  /** The next step logged last: "no, Thursday" means its week. */
  lastNext?: string;
  /** Whether the talk is about a record already, so that words need not name it. */
  hasTopic?: boolean | undefined;
  /** The customers whose contacts the words name, where they name no customer: "called Omar". */
  of?: readonly string[] | undefined;
  /** Voice input, transcribed by a machine. */
  voice?: boolean;
  /** The words are the speaker's own, even if they look forwarded. */
  isMine?: boolean;
}
