import type { Reduced } from '../../crm/access/reduced-audience.js';
import type { Call, Card } from '../../kernel/card/card.js';
import type { ShownLabel } from '../../kernel/card/shown-label.js';
import type { Platforms } from '../../kernel/chat/adapter.js';
import type { Answer, Platform } from '../../kernel/chat/chat.js';
import type { Command, Lookups, Missed, Registry, Speaking } from '../../kernel/command/command.js';
import type { NameOfKey } from '../../kernel/command/say-in.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import type { Store } from '../../store/engine/store.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Unit } from '../../store/unit/unit.js';
import type { Locale } from '../../texts/languages.js';
import type { MembersKeeper } from '../members/members-keeper.js';
import type { Views } from '../views/views.js';
import type { WallChange } from '../views/wall-changes.js';
import type { Draft } from './open-drafts.js';

/** A view of a record. */
export interface ViewedRecord {
  type: 'customer' | 'lead' | 'deal' | 'person' | 'pool';
  id: string;
  ownerId: string | null;
}

/** What the dispatcher knows of an act; the product builds its own context from it. */
export interface ActGiven {
  db: Db;
  person: Person;
  place: Place;
  /** Whether people of other companies read the place. */
  isShared?: boolean;
  /** Why the group may see less than its team; absent if it does not. */
  reduced?: Reduced;
  /** The thread of the place; absent outside of threads. */
  thread?: string | undefined;
  platform: Platform;
  now: Date;
  /** The line as typed, or the typed form of a tap. */
  words: string;
  /** One per inbound line: what one undo undoes. */
  actId: string;
  /** The version of the record that the tapped card showed. */
  v?: number;
  /** The record that the answered or quoted card shows ('D-12'). */
  subject?: string;
  /** The record that the speaker named, tapped or was answered last in this talk ('D-12'). */
  topic?: string | undefined;
  /** The task whose card was posted to the speaker in private since the last answer ('T-12'). */
  posted?: string | undefined;
  /** Of a group: the record that was shown to all there last, whoever named it; questions may be about it. */
  groupTopic?: string | undefined;
  /** The words of the answered or quoted message, if the platform gives them. */
  quoted?: string;
  /** The language of the answers that a whole group reads; absent in private. */
  groupLocale?: Locale;
  /** Whether times in a shared answer name the speaker's zone. */
  namesZone?: boolean;
  /** Whether the answered card is a question. */
  answersQuestion?: boolean;
  /** What the buttons of the last answer in this talk are called, and what they do. */
  labels?: ShownLabel[];
  /** Whether the words were said in a group to the others there, and are no answer to a card. */
  isOverheard?: boolean;
  /** Whether the speaker's last lines in this talk were not understood. */
  hasMissed?: boolean;
  /** Whether nothing of the speaker's last line in this talk was written: not understood, refused, or still asked about. */
  isUnwritten?: boolean;
  /** Set by the act: the answer must not be seen by the whole group. */
  isPrivate?: boolean;
  /** The act is a form that was filled in: its words are no line that somebody said. */
  isForm?: boolean;
  /** A button or an option was tapped. */
  isTapped?: boolean;
  /** Whoever tapped was asked whether they mean it. */
  isSure?: boolean;
  /** Records of others that the answer shows; logged once it is given. */
  seen?: ViewedRecord[];
  /** Writes what an answer without an effect leaves behind; runs once the answer is given. */
  after?(unit: Unit): Promise<void>;
  /** Changes records; replaced by one of the act's transaction while a writing command runs. */
  unit?: Unit;
}

/** A reading that a line may have meant: its words and its call. */
export interface Suggestion {
  line: string;
  call: Call;
}

export interface DispatchOptions<C extends Speaking & ActGiven> {
  store: Store;
  clock: Clock;
  registry: Registry<C>;
  lookups: Lookups<C>;
  context(given: ActGiven): Promise<C>;
  /** The context of an act whose answer the speaker alone reads. */
  alone(context: C): C;
  /** The context of an act in its transaction, in which the command may change what it has declared. */
  within(context: C, tx: Db, command: Pick<Command<C>, 'changes'>): C;
  /** What keys in calls are called; `fresh` is awaited before an act. */
  keyNames: { nameOf: NameOfKey; fresh(): Promise<void> };
  /** Throws if the speaker may make no change that the command declares on a record that its input names. */
  demandRights(context: C, command: Command<C>, input: Call['input']): Promise<void>;
  /** A card that an act answers with, as its readers may see it once the act is done; it may make the answer private. */
  afterAct(card: Card, context: C): Promise<Card>;
  /** An error in the speaker's words, where only the product knows them. */
  worded(error: unknown, context: C): Promise<unknown>;
  /** The record that a question is about ('L-4 华星光电'), or undefined if the speaker may see none in its call. */
  askedAbout?(call: Call, context: C): Promise<string | undefined>;
  /** Logs an unexpected fault and returns its incident number. */
  incident(error: unknown, about: Record<string, unknown>): string;
  locale: Locale;
  timeZone: string;
  /** The platforms, by what they can. */
  platforms: Platforms;
  /** Keeps who is in a group; absent: what is stored holds. */
  members?: Pick<MembersKeeper, 'fresh' | 'again'>;
  /** Names of the commands for a bare name, and for a reply to a card without a verb. */
  onName: string;
  onReply: string;
  /** Name of the command that asks whether a message which somebody else wrote is to be written down. */
  onPassedOn: string;
  /** The ways in which a line without a verb or name can be read. */
  inWords: readonly WordReader<C>[];
  /** Whether a line that was overheard in a group is said to a colleague. */
  isForColleague?(line: string, context: C): Promise<boolean>;
  /** Lists what a line that was not understood may have meant, nearest first. */
  onUnknown?(missed: Missed, context: C): Promise<Suggestion[]>;
  /** Explains how to say what was not understood several times in a row. */
  onMissedAgain?(missed: Missed, context: C): Promise<Card | undefined>;
  /** Called after an act was committed: the outbox may have posts to send. */
  committed?(): void;
  /** The cards on the wall. */
  views: Views;
  /** Called after an act was committed: what it changed may stand on cards. */
  changed?(change: WallChange): void;
}

/** An act as it was understood: what to run, or an answer that needs no run. */
export interface InboundAct<C extends Speaking> {
  context: C;
  lookups: Lookups<C>;
  command?: Command<C>;
  call?: Call;
  draft?: Draft;
  endsDraft?: boolean;
  /** Set if the line corrects what was done before it: refused, it tells of nothing new. */
  corrects?: boolean;
  /** Set if the act would have written, and was refused or lacks something. */
  isRefused?: boolean;
  /** The open question, which the act is no answer to. */
  setsAside?: Draft;
  answer?: Answer;
  /** Set if the answer is that the line was not understood. */
  missed?: Missed;
}
