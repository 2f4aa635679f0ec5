import { eventually, matches } from '../waiting.js';
import type { Message, MessageParts } from './message.js';
import type { User } from './user.js';

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

/** What a channel needs from its workspace. */
export interface ProductDeps {
  post(parts: Omit<MessageParts, 'ts'>): Message;
  botUser: User;
}

/** A conversation of any kind. */
export class Channel {
  readonly members = new Set<User>();
  readonly messages: Message[] = [];
  /** Messages that one person sees, not kept by Slack (slack.md, section 3). */
  readonly ephemerals: Message[] = [];
  isArchived = false;
  /** Shared with another company through Slack Connect. */
  isExtShared = false;

  constructor(
    private readonly deps: ProductDeps,
    readonly id: string,
    readonly name: string,
    readonly kind: ChannelKind,
  ) {}

  get isDirect(): boolean {
    return this.kind === 'im';
  }

  /** The other one of a conversation of two. */
  get partner(): User | undefined {
    return [...this.members].find((user) => user !== this.deps.botUser);
  }

  has(user: User): boolean {
    return this.members.has(user);
  }

  join(...users: User[]): this {
    for (const user of users) this.members.add(user);
    return this;
  }

  leave(...users: User[]): this {
    for (const user of users) this.members.delete(user);
    return this;
  }

  inviteBot(): this {
    return this.join(this.deps.botUser);
  }

  removeBot(): this {
    return this.leave(this.deps.botUser);
  }

  archive(): void {
    this.isArchived = true;
  }

  /** Posts without any check; ids and rights are looked at by the methods of the Web API. */
  post(parts: Omit<MessageParts, 'ts' | 'channel'>): Message {
    const message = this.deps.post({ ...parts, channel: this });
    (message.isEphemeral ? this.ephemerals : this.messages).push(message);
    return message;
  }

  find(ts: string): Message | undefined {
    return this.messages.find((message) => message.ts === ts && !message.deleted);
  }

  /** What stands in it, oldest first. */
  get shown(): Message[] {
    return this.messages.filter((message) => !message.deleted);
  }

  /** Replies of a thread, without its first message. */
  repliesTo(ts: string): Message[] {
    return this.shown.filter((message) => message.threadTs === ts && message.ts !== ts);
  }

  /** The newest message that reads so, waited for; those of people only with `anybody`. */
  async waitFor(
    words: RegExp | string,
    options: { anybody?: boolean; thread?: string } = {},
  ): Promise<Message> {
    const look = () =>
      this.shown.findLast(
        (message) =>
          (options.anybody || message.bot !== undefined) &&
          (options.thread === undefined || message.threadTs === options.thread) &&
          matches(message.readable(), words),
      );
    return await eventually(look, () => `${words} in #${this.name}, where stands:\n${this.readable()}`);
  }

  /** Everything that stands in it. */
  readable(): string {
    return this.shown.map((message) => message.readable()).join('\n---\n');
  }
}
