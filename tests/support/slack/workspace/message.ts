import type { JsonObject } from '../json.js';
import type { NameOf } from '../text/mrkdwn.js';
import { notifiedByMessage } from '../text/notified.js';
import { readMessage } from '../text/read-blocks.js';
import type { Channel } from './channel.js';
import type { SlackFile } from './files.js';
import { FormState } from './form-state.js';
import type { App, User } from './user.js';

/** What a message shows at one moment; people may still tap on one that was replaced meanwhile. */
export interface Drawing {
  readonly text: string;
  readonly blocks: JsonObject[];
  readonly attachments: JsonObject[];
}

export interface Content extends Drawing {
  metadata?: JsonObject | undefined;
}

export interface MessageParts extends Content {
  ts: string;
  channel: Channel;
  author: User;
  /** Set when an app posted it: this one, or another bot of the workspace. */
  bot?: Pick<App, 'botId'> & Partial<App>;
  threadTs?: string | undefined;
  /** The only one who sees it. */
  onlyFor?: User | undefined;
  files?: SlackFile[];
}

/** One message, as it stands in the channel now. */
export class Message {
  readonly ts: string;
  readonly channel: Channel;
  readonly author: User;
  readonly bot: MessageParts['bot'];
  readonly threadTs: string | undefined;
  readonly onlyFor: User | undefined;
  readonly files: SlackFile[];
  /** Everything it ever showed, the present last. */
  readonly drawings: Drawing[];
  metadata: JsonObject | undefined;
  deleted = false;
  edited: { user: string; ts: string } | undefined;
  /** When it last changed, in the workspace's count. */
  changedAt: number;
  private readonly states = new Map<string, FormState>();

  constructor(
    parts: MessageParts,
    private readonly nameOf: NameOf,
    private readonly tick: () => number,
  ) {
    const { ts, channel, author, bot, threadTs, onlyFor, files = [] } = parts;
    this.ts = ts;
    this.channel = channel;
    this.author = author;
    this.bot = bot;
    this.threadTs = threadTs;
    this.onlyFor = onlyFor;
    this.files = files;
    this.metadata = parts.metadata;
    this.drawings = [drawingOf(parts)];
    this.changedAt = tick();
  }

  get drawing(): Drawing {
    return this.drawings[this.drawings.length - 1] as Drawing;
  }

  get text(): string {
    return this.drawing.text;
  }

  get blocks(): JsonObject[] {
    return this.drawing.blocks;
  }

  get attachments(): JsonObject[] {
    return this.drawing.attachments;
  }

  /** How often it was changed in place. */
  get updates(): number {
    return this.drawings.length - 1;
  }

  get isEphemeral(): boolean {
    return this.onlyFor !== undefined;
  }

  /** What a person reads: entities decoded, blocks in order, what can be tapped in brackets. */
  readable(drawing: Drawing = this.drawing): string {
    const files = this.files.map((file) => `[file: ${file.title}]`);
    return [readMessage(drawing, this.nameOf), ...files].filter(Boolean).join('\n');
  }

  /** Whom it notifies: ids, `@here`, `@channel`, `@everyone`. */
  get notifies(): string[] {
    return notifiedByMessage(this.drawing);
  }

  /** What that person has picked on it so far. */
  stateOf(user: User): FormState {
    const state = this.states.get(user.id) ?? new FormState();
    this.states.set(user.id, state);
    return state;
  }

  change(content: Content): void {
    this.drawings.push(drawingOf(content));
    if (content.metadata) this.metadata = content.metadata;
    this.changedAt = this.tick();
  }

  delete(): void {
    this.deleted = true;
    this.changedAt = this.tick();
  }
}

const drawingOf = ({ text, blocks, attachments }: Content): Drawing => ({ text, blocks, attachments });
