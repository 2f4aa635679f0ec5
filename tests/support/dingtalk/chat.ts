import { eventually, matches } from '../slack/waiting.js';
import type { JsonObject } from './fixtures.js';
import type { Person } from './person.js';

/** What stands in a bubble. */
export type Bubble =
  | { kind: 'text'; text: string; at?: string[] }
  | { kind: 'markdown'; title: string; text: string; at?: string[] }
  | { kind: 'action card'; title: string; text: string; buttons: { title: string; url: string }[] }
  | { kind: 'image'; media: string }
  | { kind: 'file'; media: string; name: string }
  | { kind: 'card'; card: Card };

/** A button of the public template's `sys_full_json_obj`: dingtalk.md, section 6.4. */
export interface CardButton {
  text: string;
  color?: string;
  id?: string;
  request?: boolean;
  params?: JsonObject;
  url?: string;
}

/** One interactive card; its variables may differ in one person's eyes. */
export class Card {
  readonly views = new Map<Person, Record<string, string>>();
  updates = 0;

  constructor(
    readonly outTrackId: string,
    readonly template: string,
    /** Taps call back over the stream only where it was created so. */
    readonly callsBack: boolean,
    public variables: Record<string, string>,
    readonly mentioned: string[],
  ) {}

  seenBy(person?: Person): Record<string, string> {
    return (person && this.views.get(person)) ?? this.variables;
  }

  buttons(person?: Person): CardButton[] {
    const json = this.seenBy(person).sys_full_json_obj ?? '{}';
    return (JSON.parse(json) as { msgButtons?: CardButton[] }).msgButtons ?? [];
  }

  readable(person?: Person): string {
    const { title = '', markdown = '', tips = '', form } = this.seenBy(person);
    const buttons = this.buttons(person).map(({ text }) => `[${text}]`);
    return [title, markdown, form ?? '', tips, buttons.join(' ')].filter(Boolean).join('\n');
  }
}

export class Message {
  constructor(
    readonly chat: Chat,
    /** Null: the robot. */
    readonly author: Person | null,
    readonly bubble: Bubble,
  ) {}

  get card(): Card {
    if (this.bubble.kind !== 'card') throw new Error(`not a card:\n${this.readable()}`);
    return this.bubble.card;
  }

  /** Ids of whom it notifies. */
  get mentions(): string[] {
    const { bubble } = this;
    if (bubble.kind === 'card') return bubble.card.mentioned;
    return 'at' in bubble ? (bubble.at ?? []) : [];
  }

  readable(person?: Person): string {
    const { bubble } = this;
    switch (bubble.kind) {
      case 'text':
        return bubble.text;
      case 'markdown':
        return bubble.text;
      case 'action card':
        return [bubble.text, bubble.buttons.map(({ title }) => `[${title}]`).join(' ')].join('\n');
      case 'image':
        return `[图片 ${bubble.media}]`;
      case 'file':
        return `[文件 ${bubble.name}]`;
      case 'card':
        return bubble.card.readable(person);
    }
  }
}

/** A group with the robot, or somebody's chat with it. */
export class Chat {
  readonly messages: Message[] = [];

  constructor(
    readonly kind: 'private' | 'group',
    /** The conversationId; base64-like. */
    readonly id: string,
    readonly title: string,
    readonly members: Person[],
  ) {}

  get answers(): Message[] {
    return this.messages.filter(({ author }) => author === null);
  }

  get last(): Message {
    const last = this.answers.at(-1);
    if (!last) throw new Error('the robot has said nothing');
    return last;
  }

  post(author: Person | null, bubble: Bubble): Message {
    const message = new Message(this, author, bubble);
    this.messages.push(message);
    return message;
  }

  /** The robot's newest message that reads so; after that one, if one is given. */
  async waitFor(
    words: RegExp | string,
    { after, as }: { after?: Message | undefined; as?: Person } = {},
  ): Promise<Message> {
    const find = () =>
      this.messages
        .slice(after ? this.messages.indexOf(after) + 1 : 0)
        .findLast((message) => message.author === null && matches(message.readable(as), words));
    return await eventually(find, () => `${words} in ${this.title}:\n${this.readable(as)}`);
  }

  readable(person?: Person): string {
    return this.messages
      .map((message) => `${message.author?.name ?? '跟进'}: ${message.readable(person)}`)
      .join('\n');
  }
}
