import type { Call, Card } from '../../kernel/card/card.js';
import type { Answer, Platform } from '../../kernel/chat/chat.js';
import type { Command, Heard, Lookups, Missed, Registry, Speaking } from '../../kernel/command/command.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import type { Changed } from '../delivery/redraw.js';
import type { Draft } from './open-drafts.js';

/** A look at somebody else's record. */
export interface Seen {
  type: 'customer' | 'lead' | 'deal' | 'person' | 'pool';
  id: string;
  ownerId: string | null;
}

/** What the dispatcher knows of an act; the product's own context is made from it. */
export interface Given {
  db: Db;
  person: Person;
  place: Place;
  platform: Platform;
  now: Date;
  /** The line as it was said, or how the tap would be typed. */
  words: string;
  /** One per inbound line: what one undo takes back. */
  actId: string;
  /** The version of the record that the tapped card showed. */
  v?: number;
  /** What the answered or quoted card shows, e.g. 'D-12'. */
  subject?: string;
  /** The words of the answered or quoted message, where the platform tells them. */
  quoted?: string;
  /** Set by the act: the answer is not for everybody in the group. */
  isPrivate?: boolean;
  /** Records of others that the answer shows; noted once it is given. */
  seen?: Seen[];
  /** What an answer that only reads leaves behind all the same; written once it is given. */
  after?(tx: Db): Promise<void>;
}

/** Something that a line may have meant: how it is said, and what a tap does. */
export interface Suggestion {
  line: string;
  call: Call;
}

export interface DispatchOptions<C extends Speaking & Given> {
  store: Store;
  clock: Clock;
  registry: Registry<C>;
  lookups: Lookups<C>;
  context(given: Given): Promise<C>;
  /** Logs an unexpected fault and returns its incident number. */
  incident(error: unknown, about: Record<string, unknown>): string;
  locale: Locale;
  timeZone: string;
  /** Names of the commands that stand for a bare name and for a reply to a card without a verb. */
  onName: string;
  onReply: string;
  /** Reads a line that has no verb and is no name; undefined where it says nothing that concerns anybody here. */
  onSentence?(line: string, context: C, isSpoken: boolean): Promise<Heard | undefined>;
  /** What a line that nobody understood is nearest to, the nearest first. */
  onUnknown?(missed: Missed, context: C): Promise<Suggestion[]>;
  /** How what was missed several times in a row is said. */
  onMissedAgain?(missed: Missed, context: C): Promise<Card | undefined>;
  /** Told after an act was committed: the outbox may have something to send. */
  committed?(): void;
  /** Told of a record whose card may stand in older messages. */
  changed?(change: Changed): void;
}

/** An act as it was understood: what to run, or an answer that needs no run. */
export interface InboundAct<C extends Speaking> {
  context: C;
  lookups: Lookups<C>;
  command?: Command<C>;
  call?: Call;
  draft?: Draft;
  endsDraft?: boolean;
  answer?: Answer;
  /** The answer is that the line was not understood. */
  missed?: Missed;
}
