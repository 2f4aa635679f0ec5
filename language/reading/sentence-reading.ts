import type { Channel } from '../../kernel/pieces/base/piece.js';

/** What a sentence without a verb of ours turned out to be. */
export type Intent = 'log' | 'plan' | 'lead' | 'deal' | 'question' | 'correction' | 'forward' | 'none';

/** A customer that a name may mean. */
export interface NameHit {
  /** The key that hit, as it was looked up. */
  key: string;
  id: string;
  /** 'C-7' */
  number: string;
  name: string;
  /** 0 the speaker's own, 1 the team's, 2 somebody else's. */
  distance: 0 | 1 | 2;
}

/** The names the team knows; looked up in batches, because a sentence has many words that may be one. */
export interface Names {
  /** Customers called exactly so: by name, alias, or a short form the team has taught. */
  exact(words: string[]): Promise<NameHit[]>;
  /** Customers whose name begins with the words; a few for each. */
  starting(words: string[]): Promise<NameHit[]>;
  /** Customers that sound like it, are one letter off, or are meant by pinyin or its initials. */
  like(words: string[]): Promise<NameHit[]>;
  /** The speaker's own customers, by name and alias; none where they are too many to look through. */
  own(): Promise<NameHit[]>;
  /** The speaker's own customers whose name begins as the words sound, with one letter off, or is shortened so. */
  ownLike(words: string[]): Promise<NameHit[]>;
  /** The contacts of a customer. */
  contacts(id: string): Promise<{ name: string; title: string | null }[]>;
}

/** A customer as the sentence names it. */
export interface Mention {
  words: string;
  from: number;
  to: number;
  /** 'sure': `hits` has one. 'which': several. 'near': only like it, always asked. 'new': nobody knows it. */
  how: 'sure' | 'which' | 'near' | 'new';
  hits: NameHit[];
}

/** What may be asked back; where several are open, the first comes first. */
export type Ask = 'customer' | 'near' | 'which' | 'new' | 'whose' | 'date' | 'contact';

/** A value is written at once where it is sure; a proposed one waits for a tap; a blank one is not there. */
export interface ReadValue<T> {
  value: T;
  how: 'sure' | 'proposed';
}

export interface Money {
  /** Minor units. */
  minor: number;
  approximate: boolean;
}

/** One act that the sentence tells of. */
export interface ActRead {
  act: 'log' | 'plan' | 'lead' | 'deal';
  /** Proposed: nothing tells for sure that something happened, so it is written only when tapped. */
  how: 'sure' | 'proposed';
  mention?: Mention;
  /** As said: 王总, Tom. */
  contacts: string[];
  channel?: Channel;
  /** The day it happened, 'YYYY-MM-DD'; of a log only. */
  at?: string;
  /** The next step, 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:mm'. */
  next?: ReadValue<string>;
  amount?: ReadValue<Money>;
  /** A stage's key, 'won' or 'lost'; never sure. */
  stage?: ReadValue<string>;
  competitor?: ReadValue<string>;
  /** The key of a reason: price, budget, timing, fit, silent, decision. */
  obstacle?: ReadValue<string>;
  phone?: string;
  /** The colleague who did it, where it was not the speaker. */
  by?: string;
  asks: Ask[];
}

/** What a correction puts in the place of what was noted last. */
export interface Mend {
  mention?: Mention;
  contact?: string;
  channel?: Channel;
  at?: string;
  next?: string;
  amount?: Money;
}

export interface SentenceReading {
  intent: Intent;
  acts: ActRead[];
  mend?: Mend;
}

/** What is known of the speaker and the moment. */
export interface About {
  names: Names;
  /** The speaker's colleagues. */
  colleagues: string[];
  /** Stages by key, with every word for them. */
  stages: { key: string; words: string[] }[];
  /** The speaker's time of day, 'HH:mm': whether three o'clock is past. */
  time?: string;
  /** The next step that was noted last: 'no, Thursday' is of its week. */
  lastNext?: string;
  /** It was spoken and written down by a machine. */
  voice?: boolean;
  /** Whatever it looks like, it is the speaker's own to note. */
  isMine?: boolean;
}
