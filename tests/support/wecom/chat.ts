import { type Bubble, Message } from './message.js';
import type { Person } from './person.js';
import { Signal } from './signal.js';

export type Words = RegExp | string;

/** A private chat of one person with the bot, or a group the bot is in. */
export abstract class Chat {
  readonly messages: Message[] = [];
  readonly changed = new Signal();
  /** Somebody has sent the bot a message here; before that it may not push: wecom.md, section 3. */
  open = false;

  constructor(
    readonly kind: 'single' | 'group',
    private readonly now: () => Date,
    private readonly botName: string,
  ) {}

  /** What the bot sends to. */
  abstract get id(): string;
  abstract get members(): Person[];
  abstract nameOf(userId: string): string | undefined;

  /** The bot's, oldest first. */
  get answers(): Message[] {
    return this.messages.filter((message) => message.author === null);
  }

  /** The bot's latest. */
  get last(): Message {
    const last = this.answers.at(-1);
    if (!last) throw new Error(`the bot has said nothing:\n${this.readable()}`);
    return last;
  }

  post(author: Person | null, bubble: Bubble, quotes: Message | null = null): Message {
    const message = new Message(this, author, bubble, this.now(), quotes);
    this.messages.push(message);
    this.changed.notify();
    return message;
  }

  /** The bot's newest message that carries the words, now or in a while; after that message, if one is given. */
  async waitFor(words: Words, { as, after }: { as?: Person; after?: Message } = {}): Promise<Message> {
    const find = () =>
      this.messages
        .slice(after ? this.messages.indexOf(after) + 1 : 0)
        .findLast((message) => message.author === null && carries(message.readable({ as }), words));
    return await this.changed.until(find, () => `waited for ${words} in:\n${this.readable({ as })}`);
  }

  /** Nothing new and nothing changed for so long. */
  async staysQuiet(forMs: number): Promise<void> {
    await this.changed.quiet(forMs, () => `not quiet:\n${this.readable()}`);
  }

  /** All of it, as a person scrolls through it. */
  readable(options: { as?: Person } = {}): string {
    const said = this.messages.map((message) => {
      const words = message.readable(options).replaceAll('\n', '\n  ');
      return `${message.author?.name ?? this.botName}: ${words}`;
    });
    return said.join('\n');
  }
}

function carries(text: string, words: Words): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}
