import type { Locale } from '../../texts/languages.js';
import type { Call, Card, Say } from '../card/card.js';
import type { Choice } from '../command/command.js';

/** The id of a chat platform; which there are the list of adapters tells. */
export type Platform = string;

/** Who spoke, as the platform knows them. */
export interface Speaker {
  id: string;
  name?: string;
  email?: string;
  /** IANA zone, where the platform tells it. */
  timeZone?: string;
  locale?: Locale;
  /** A bot, a guest, or somebody of another company: gets the neutral answer, never figures. */
  outsider?: boolean;
}

/** Where it was said: a group (channel) or a private chat with the bot. */
export interface PlaceRef {
  id: string;
  kind: 'group' | 'private';
  name?: string;
}

export interface Inbound {
  /** The platform's own id of the event; a redelivery carries the same one. */
  id: string;
  platform: Platform;
  speaker: Speaker;
  place: PlaceRef;
  act:
    | {
        kind: 'say';
        text: string;
        /** It was spoken, and a machine wrote it down. */
        spoken?: boolean;
        /** The message id of the card that is answered or quoted, if any. */
        replyTo?: string;
        /** The words of a quoted message, on platforms that tell no id of it. */
        quoted?: string;
      }
    | { kind: 'tap'; call: Call; messageId?: string }
    /** A submitted form: `fields` are the words typed or picked for each field, not yet read. */
    | { kind: 'form'; call: Call; fields: Record<string, string> };
  /** Colleagues whom the words mention: they are known from then on, though they have said nothing yet. */
  mentions?: Speaker[];
}

/** A question with several blanks, for platforms that can show one (a modal, a page form). */
export interface Form {
  call: Call;
  title: string;
  submit: string;
  fields: {
    name: string;
    label: string;
    hint?: string;
    kind: 'text' | 'long' | 'money' | 'date' | 'choice' | 'number';
    required: boolean;
    value?: string;
    choices?: Choice[];
    /** It may have more values than `choices`: they are looked up as one types (`ChatHost.suggest`). */
    search?: boolean;
    error?: string;
  }[];
}

/** The answer to one inbound: cards in the order of the lines said. */
export interface Answer {
  cards: Card[];
  /** The same question as the last card asks, as a form; text-only platforms ignore it. */
  form?: Form;
  /** The tap's own card should be replaced by the first card of the answer. */
  replaces?: boolean;
  /** Only the speaker should see it, though it was asked in a group. */
  quiet?: boolean;
  /** Nothing was done yet: it asks back, or says why not. */
  open?: boolean;
}

/** Something the bot says of its own accord (an alert, a report), from the outbox. */
export interface Post {
  /** Stable over retries: a platform with idempotency keys passes it on. */
  key: string;
  place: PlaceRef;
  card: Card;
  locale: Locale;
  /** Platform ids of people to be mentioned. */
  mention?: string[];
}

export type Sent =
  | { ok: true; messageId: string }
  /** `retryAfter` in seconds; `final` = trying again cannot help. */
  | { ok: false; reason: string; retryAfter?: number; final?: boolean };

/** A picker's question. */
export interface Suggesting {
  platform: Platform;
  speaker: Speaker;
  place: PlaceRef;
  command: string;
  field: string;
  words: string;
}

export interface ChatHost {
  /** Hands one inbound to the product; resolves when its effect is durable. Never rejects. */
  receive(inbound: Inbound): Promise<Answer>;
  /**
   * Whether an act is sure to be answered with a form, told at once and without a look at the database: a
   * platform whose windows can be opened for some seconds only opens one before it knows what goes in.
   */
  asks(act: Inbound['act']): boolean;
  /** Values that a form's field may take, by what was typed so far; none for somebody nobody knows. */
  suggest(wanted: Suggesting): Promise<Choice[]>;
  /** The card that an answer's message turned out to be, so that replies and updates find it. */
  posted(platform: Platform, place: PlaceRef, messageId: string, card: Card): Promise<void>;
  /**
   * An answer that could not be shown now: it goes out like a post, as soon as it can. `key` is the same for every
   * attempt of that answer.
   */
  later(platform: Platform, post: Post): Promise<void>;
  say: Say;
}

/** What an adapter implements: bytes in become Inbound, Cards become the platform's payload. */
export interface Chat {
  readonly platform: Platform;
  /** Most messages a place may get in a minute; the outbox obeys it. Source: each platform's facts page. */
  readonly postsPerMinute: number;
  /** More posts than that, due at once in one place, are sent as one digest; without it never. */
  readonly digestOver?: number;
  /** Nothing can be sent now: posts wait, and no attempt is counted. */
  away?(): boolean;
  start(host: ChatHost): Promise<void>;
  /** Stops intake first, then waits for what runs. */
  stop(): Promise<void>;
  send(post: Post): Promise<Sent>;
  /**
   * Redraws a card sent earlier; for one that cannot be, it answers final and the caller lets it be. Absent where a
   * platform changes a card only in answer to a tap on it.
   */
  update?(place: PlaceRef, messageId: string, card: Card, locale: Locale): Promise<Sent>;
}
