import type { Platforms } from '../../kernel/chat/adapter.js';
import type { Platform } from '../../kernel/chat/chat.js';
import { commandsFor, type Speaking } from '../../kernel/command/command.js';
import type { Model } from '../../kernel/model/model-port.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import type { Actor, Visibility } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';

/** What a command's `run` is given; everything it may know and touch. */
export interface Context extends Speaking {
  /** Reads and writes; inside a writing command it is the one transaction of the act. */
  db: Db;
  person: SpeakingPerson;
  /** In a group, what the least of those who read along may look at. */
  audience?: Actor;
  place: Place;
  platform: Platform;
  /** What the platforms can, the one above among them. */
  platforms: Platforms;
  now: Date;
  /** The speaker's zone. */
  zone: string;
  process: Process;
  /** The version of the process file in force. */
  processVersion: number;
  calendar: WorkCalendar;
  /** May be asked for proposals by a command that reads; absent where none is configured. */
  model?: Model;
  /** The words of the act: the line as said, or how a tap would be typed. */
  words: string;
  /** One per inbound line; an undo takes back all of it. */
  actId: string;
  /** The version of the record that the tapped card showed. */
  v?: number;
  /** What the answered card shows ('D-12'). */
  subject?: string;
  /** The words of the answered or quoted message, where the platform tells them. */
  quoted?: string;
  /** Set where the answer is not for everybody in the group. */
  isPrivate?: boolean;
  /** What is written once the answer is given, also by a command that reads; see `afterwards`. */
  after?(tx: Db): Promise<void>;
  /** Records of others that the answer shows. */
  seen?: { type: 'customer' | 'lead' | 'deal' | 'person' | 'pool'; id: string; ownerId: string | null }[];
}

/** Who speaks, and what they may look at. */
export type SpeakingPerson = Person & { sight?: Visibility };

/** Leaves something behind once the answer is given, after what is left behind already. */
export function afterwards(ctx: Context, leave: (tx: Db) => Promise<unknown>): void {
  const { after } = ctx;
  ctx.after = async (tx) => {
    await after?.(tx);
    await leave(tx);
  };
}

export const defineCommand = commandsFor<Context>();
