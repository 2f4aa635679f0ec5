import type { Locale } from '../../texts/languages.js';
import type { Call, Card, SayIn } from '../card/card.js';
import type { Choice } from '../command/command.js';
import type { Unread } from './unread.js';

/** The id of a chat platform; which there are the list of adapters tells. */
export type Platform = string;

/** Who spoke, as the platform knows them. */
export interface Speaker {
  id: string;
  name?: string;
  email?: string;
  /** IANA zone, if the platform gives it. */
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
  /** Whether people of other companies read it, as far as the platform tells. */
  isShared?: boolean;
}

export interface Inbound {
  /** The platform's id of the event; a redelivery carries the same one. */
  id: string;
  platform: Platform;
  speaker: Speaker;
  place: PlaceRef;
  /** The thread of the place that it was said or tapped in; absent outside of threads. */
  thread?: string | undefined;
  act:
    | {
        kind: 'say';
        text: string;
        /** Whether it was spoken and transcribed by a machine. */
        spoken?: boolean;
        /** Message id of the card that is answered or quoted, if any. */
        replyTo?: string;
        /** The words of a quoted message, on platforms that give no message id. */
        quoted?: string;
        /** What came beside the words, or in their place, and is not read. */
        unread?: Unread;
        /** Said in a group to the others there: the bot was not called. Platforms that pass on only calls leave it out. */
        isOverheard?: boolean;
      }
    | { kind: 'tap'; call: Call; messageId?: string }
    /** A submitted form: `fields` are the raw words typed or picked for each field. */
    | { kind: 'form'; call: Call; fields: Record<string, string> };
  /** Colleagues mentioned in the words: they are known from then on. */
  mentions?: Speaker[];
  /** Whether the act is stored, and comes again if `receive` rejects. */
  isKept?: boolean;
}

/** A form of several fields, for platforms that can show one (a modal, a page form). */
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
    /** There may be more values than `choices`: `ChatHost.suggest` looks them up as one types. */
    search?: boolean;
    error?: string;
  }[];
}

/** The answer to one inbound: one card per line said, in order. */
export interface Answer {
  cards: Card[];
  /** The question of the last card as a form; text-only platforms ignore it. */
  form?: Form;
  /** The tapped message is drawn anew (`ChatHost.redraw`). */
  redraws?: boolean;
  /** Drawn anew, the tapped message tells the answer: its first card is shown only where that failed. */
  replaces?: boolean;
  /** Show it to the speaker only, though they asked in a group. */
  quiet?: boolean;
  /** Nothing was done yet: the answer asks back, or says why not. */
  open?: boolean;
  /** Others in the group may not read it even if it asks something: it goes to the speaker's private chat. */
  secret?: boolean;
}

/** A message that the bot sends on its own (an alert, a report), from the outbox. */
export interface Post {
  /** The same for every retry: platforms with idempotency keys receive it. */
  key: string;
  place: PlaceRef;
  card: Card;
  locale: Locale;
  /** Platform ids of people to mention. */
  mention?: string[];
}

/** An answer that was tried once already. */
export interface LatePost extends Post {
  /** Whether it may have arrived all the same; it then goes out under its own key alone. */
  mayHaveArrived?: boolean;
}

export type Sent =
  | { ok: true; messageId: string }
  /**
   * `retryAfter` in seconds. `final`: a retry cannot help, one of a few words that the adapter knows (no such chat, the
   * bot was removed, malformed). `refused`: the platform said no in words that the adapter does not know; a retry may
   * help, but not for ever. Else the platform could not be asked, and the post waits for it however long that takes.
   */
  | { ok: false; reason: string; retryAfter?: number; final?: boolean; refused?: boolean };

/**
 * Shows a card in a message that is there already. `isWhole` is false for a list whose rows were marked: what did not fit
 * into its first message stands below it as it was.
 */
export type ShowAnew = (card: Card, locale: Locale, isWhole: boolean) => Promise<Sent>;

/** Who is in a group, as the platform tells it. */
export type MembersRead =
  | {
      ok: true;
      /** Platform ids of the people in it, bots left out. */
      ids: string[];
      /** Whether a guest or somebody of another company is among them. */
      hasOutsiders: boolean;
    }
  /**
   * The platform does not tell it now: the bot lacks a right, is not in the group, too many people are, or the platform
   * does not answer.
   */
  | { ok: false; reason: UnreadMembers };

export type UnreadMembers = 'rights' | 'absent' | 'crowd' | 'busy';

/** People in a group beyond which nobody asks who each of them is. */
export const mostMembers = 300;

/** What a picker asks for. */
export interface Suggesting {
  platform: Platform;
  speaker: Speaker;
  place: PlaceRef;
  command: string;
  field: string;
  words: string;
}

export interface ChatHost {
  /**
   * Passes one inbound to the product; resolves once its effect is durable. A kept act is not answered while the database
   * is busy or not reachable: it rejects, and is tried again. Of others the speaker is told that nothing was written.
   */
  receive(inbound: Inbound): Promise<Answer>;
  /**
   * Whether an act is sure to be answered with a form, decided without the database: a platform whose windows
   * open for a few seconds only opens one before it knows the contents.
   */
  asks(act: Inbound['act']): boolean;
  /** Whether anybody has spoken to the bot there: whoever comes to a private chat first is welcomed. */
  knows(platform: Platform, place: PlaceRef): Promise<boolean>;
  /** Lists values for a form's field that match the typed words; none for unknown people. */
  suggest(wanted: Suggesting): Promise<Choice[]>;
  /** Records which card a message shows, so that replies and updates find it. */
  posted(platform: Platform, place: PlaceRef, messageId: string, card: Card): Promise<void>;
  /**
   * Draws a message anew for those who read it, and hands the card to `show`; of several at once, each is drawn when
   * the one before is shown. False if the message was not shown anew: nothing is known of it, nothing about it has
   * changed, or `show` failed.
   */
  redraw(platform: Platform, place: PlaceRef, messageId: string, show: ShowAnew): Promise<boolean>;
  /**
   * Queues an answer that could not be shown now; it is sent like a post. `key` is the same for every
   * attempt.
   */
  later(platform: Platform, post: LatePost): Promise<void>;
  /** Tells that somebody came into a group or left it: who is in it is asked again. */
  membersChanged(platform: Platform, place: PlaceRef): Promise<void>;
  /** Tells that a question stands in a window of the speaker: what they type in the chat is no answer to it. */
  askedInWindow(platform: Platform, place: PlaceRef, speakerId: string, thread?: string): Promise<void>;
  say: SayIn;
}

/** What an adapter implements: bytes in become Inbound, cards become the platform's payload. */
export interface Chat {
  readonly platform: Platform;
  /** Most messages per place and minute; the outbox obeys it. Source: the platform's facts page. */
  readonly postsPerMinute: number;
  /** More posts than this, due at once in one place, are sent as one digest; absent: never. */
  readonly digestOver?: number;
  /** Most messages redrawn for one act besides the tapped one; absent: as many as need it. */
  readonly mostRedraws?: number;
  /** Whether nothing can be sent now: posts wait, and no attempt is counted. */
  away?(): boolean;
  start(host: ChatHost): Promise<void>;
  /** Stops intake first, then waits for running work. */
  stop(): Promise<void>;
  send(post: Post): Promise<Sent>;
  /**
   * Redraws a card sent earlier; for one that cannot be, it answers final and the caller lets it be. Absent where a
   * platform changes a card only in answer to a tap on it.
   */
  update?(place: PlaceRef, messageId: string, card: Card, locale: Locale): Promise<Sent>;
  /** Lists who is in a group; absent where the platform tells that to no bot. */
  members?(place: PlaceRef): Promise<MembersRead>;
}
