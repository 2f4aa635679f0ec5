import type { ShownLabel } from '../../kernel/card/shown-label.js';
import type { Platforms } from '../../kernel/chat/adapter.js';
import type { Platform } from '../../kernel/chat/chat.js';
import { commandsFor, type Speaking } from '../../kernel/command/command.js';
import type { Model } from '../../kernel/model/model-port.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import type { ChangeKind } from '../../sales/people/change-kinds.js';
import type { Actor, Visibility } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Unit } from '../../store/unit/unit.js';
import type { Locale } from '../../texts/languages.js';
import type { Reduced } from './reduced-audience.js';

/** What a command's `run` receives: everything a command may know and touch. */
export interface Context extends Speaking {
  /** Reads the database; in a writing command, within the act's one transaction. */
  db: Db;
  /** Changes records, in the act's transaction; a command that only reads can change none. */
  unit: Unit;
  person: SpeakingPerson;
  /** In a group, the narrowest rights among those who read along; absent in private. */
  audience?: Actor;
  /** Why the group may see less than its team; absent if it does not. */
  reduced?: Reduced;
  place: Place;
  /** Whether people of other companies read the place, as far as the platform tells. */
  isShared?: boolean;
  /** The thread of the place; absent outside of threads. */
  thread?: string | undefined;
  platform: Platform;
  /** What the platforms can, the one above among them. */
  platforms: Platforms;
  now: Date;
  /** The speaker's time zone. */
  zone: string;
  /** The language and time zone of people who have none of their own. */
  company: { locale: Locale; timeZone: string };
  process: Process;
  /** The version of the process file in force. */
  processVersion: number;
  calendar: WorkCalendar;
  /** The configured model, which a reading command may ask for proposals; absent if none is configured. */
  model?: Model;
  /** The words of the act: the line as typed, or what a tap would be if typed. */
  words: string;
  /** One id per inbound line; undo reverts the whole act. */
  actId: string;
  /** The record's version that the tapped card showed. */
  v?: number;
  /** The record on the card that the speaker answers ('D-12'). */
  subject?: string;
  /** The record that the speaker named, tapped or was answered last in this talk: what words without a name are about. */
  topic?: string | undefined;
  /** The task whose card was posted to the speaker in private since the last answer ('T-12'). */
  posted?: string | undefined;
  /** Of a group: the record that was shown there last, whoever named it. */
  groupTopic?: string | undefined;
  /** Whether colleagues may have said the line to each other. */
  isOverheard?: boolean;
  /** Whether the speaker's last lines in this talk were not understood. */
  hasMissed?: boolean;
  /** Whether nothing of the speaker's last line was written: words that correct it reach nothing older unasked. */
  isUnwritten?: boolean;
  /** What the buttons of the last answer are called, and do. */
  labels?: ShownLabel[];
  /** The words of the answered or quoted message, if the platform sends them. */
  quoted?: string;
  /**
   * People's words from after that moment are not shown: a group's card that is drawn anew carries none to where they were
   * not said. Absent in private.
   */
  quotesUntil?: Date;
  /** In a group, the language of the answers that everybody there reads; absent in private. */
  groupLocale?: Locale;
  /** In a group whose people live in another zone than the speaker: times in the answer name theirs. */
  namesZone?: boolean;
  /** True if a form was filled in: its words are no line that somebody said. */
  isForm?: boolean;
  /** A button or an option was tapped. */
  isTapped?: boolean;
  /** Whoever tapped was asked whether they mean it. */
  isSure?: boolean;
  /** True if the answer must not be posted to the group. */
  isPrivate?: boolean;
  /** Writes that follow the answer, also for a command that only reads; see `afterwards`. */
  after?(unit: Unit): Promise<void>;
  /** Other people's records that the answer shows, for the view log. */
  seen?: { type: 'customer' | 'lead' | 'deal' | 'person' | 'pool'; id: string; ownerId: string | null }[];
}

/** The speaker, with what they may look at. */
export type SpeakingPerson = Person & { sight?: Visibility };

/** Adds a write that follows the answer, after those added before. */
export function afterwards(ctx: Context, leave: (unit: Unit) => Promise<unknown>): void {
  const { after } = ctx;
  ctx.after = async (unit) => {
    await after?.(unit);
    await leave(unit);
  };
}

export const defineCommand = commandsFor<Context, ChangeKind>();
