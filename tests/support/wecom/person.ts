import { createHash } from 'node:crypto';
import { localDate } from '../../../kernel/time/zone.js';
import type { Callback, Callbacks } from './callbacks.js';
import { type Control, controlsOf, questionsOf } from './card-view.js';
import type { Chat } from './chat.js';
import { Choices } from './choices.js';
import type { Company } from './company.js';
import type { Changes } from './fixtures.js';
import type { JsonObject } from './frames.js';
import type { MediaKind } from './limits.js';
import type { Bubble, Message } from './message.js';
import type { PeopleFiles } from './people-files.js';
import { quoteOf } from './quotes.js';
import type { Occasion } from './requests.js';

/** Where `mention: true` puts the mention; a text may also carry `@` and the bot's name itself. */
export type Mention = boolean | 'start' | 'middle' | 'end';

export interface Saying {
  /** A group; otherwise the private chat with the bot. */
  in?: Chat;
  mention?: Mention;
  quote?: Message;
}

/** What a person did: what it left in the chat, and what the bot was told, if it is told of such things. */
export interface Said {
  message: Message;
  callback: Callback | null;
}

const ratings = { good: 1, bad: 2, withdrawn: 3 } as const;

/** A member of the company with a phone in the hand. */
export class Person {
  private readonly choices = new Choices();
  private lastEntered = '';

  constructor(
    private readonly company: Company,
    private readonly callbacks: Callbacks,
    private readonly files: PeopleFiles,
    /** The private chat with the bot. */
    readonly chat: Chat,
    private readonly userId: string,
    readonly name: string,
  ) {}

  /** As frames carry it now: the plain userid or the encrypted one. */
  get id(): string {
    if (!this.company.encryptsIds) return this.userId;
    return `woDEMO${createHash('sha256').update(this.userId).digest('hex').slice(0, 26)}`;
  }

  /** Types a text. In a group the bot hears of it only with a mention. */
  async says(text: string, { in: chat = this.chat, mention = false, quote }: Saying = {}): Promise<Said> {
    const words = this.mentioned(text, mention);
    const body: Changes = { text: { content: words } };
    const recording = chat.kind === 'group' ? 'message-text-group' : 'message-text-private';
    const heard = chat.kind === 'single' || words.includes(this.company.mention);
    return await this.send(chat, { kind: 'text', text: words }, heard ? recording : null, body, quote);
  }

  /** Holds the microphone; the bot gets the words, in private chats only. */
  async speaks(words: string, { in: chat = this.chat, quote }: Saying = {}): Promise<Said> {
    const recording = chat.kind === 'single' ? 'message-voice' : null;
    return await this.send(chat, { kind: 'voice', words }, recording, { voice: { content: words } }, quote);
  }

  /** Sends a picture, file or video; the bot gets it in private chats only. */
  async sends(
    media: Exclude<MediaKind, 'voice'>,
    name: string,
    bytes: Buffer,
    { in: chat = this.chat, quote }: Saying = {},
  ): Promise<Said> {
    const recording = chat.kind === 'single' ? `message-${media}` : null;
    const body = { [media]: this.files.hold(name, bytes) };
    return await this.send(chat, { kind: 'media', media, name, bytes }, recording, body, quote);
  }

  /** Types a text with a picture below it. */
  async sendsWithPicture(
    text: string,
    picture: Buffer,
    { in: chat = this.chat, mention = false, quote }: Saying = {},
  ): Promise<Said> {
    const words = this.mentioned(text, mention);
    const image = { kind: 'media', media: 'image', name: 'picture.png', bytes: picture } as const;
    const items: JsonObject[] = [
      { msgtype: 'text', text: { content: words } },
      { msgtype: 'image', image: this.files.hold(image.name, picture) },
    ];
    const heard = chat.kind === 'single' || words.includes(this.company.mention);
    const recording = chat.kind === 'group' ? 'message-mixed-group' : 'message-mixed-private';
    const bubble: Bubble = { kind: 'mixed', parts: [{ kind: 'text', text: words }, image] };
    return await this.send(chat, bubble, heard ? recording : null, { mixed: { msg_item: items } }, quote);
  }

  /** Opens the private chat; the bot hears of the first time in a day. */
  async enters(): Promise<Callback | null> {
    const today = localDate(this.company.clock.now(), 'Asia/Shanghai');
    if (today === this.lastEntered) return null;
    this.lastEntered = today;
    return await this.callbacks.event('event-enter-chat', this.occasion('enter_chat', this.chat), {});
  }

  /** Chooses in the card's dropdowns, by title and option text; nothing is sent before a button is tapped. */
  picks(card: Message, choices: Record<string, string>): this {
    for (const [title, option] of Object.entries(choices)) this.choices.pick(card, this, title, [option]);
    return this;
  }

  /** Taps the submit button of a form or vote. */
  async submits(card: Message): Promise<Callback> {
    return await this.tapControl(card, (control) => control.kind === 'submit', 'submit button');
  }

  /** Chooses options of a vote and submits it. */
  async votes(card: Message, ...options: string[]): Promise<Callback> {
    this.choices.pick(card, this, '', options);
    return await this.submits(card);
  }

  /**
   * Taps a button, a menu item or a "ask the bot" line. A stale phone still shows what an update has taken away;
   * such cards stay tappable (wecom.md, section 6).
   */
  async taps(card: Message, label: string, { stale = false } = {}): Promise<Callback> {
    const named = (control: Control) => control.label === label;
    return await this.tapControl(card, named, `"${label}"`, stale);
  }

  /** Rates an answer: thumbs stand below those that carry a feedback id. */
  async rates(
    answer: Message,
    rating: keyof typeof ratings,
    { content = '', reasons = [] }: { content?: string; reasons?: number[] } = {},
  ): Promise<Callback> {
    const id = answer.feedbackId;
    if (id === undefined) throw new Error(`nothing to rate:\n${answer.readable()}`);
    const detail = { id, type: ratings[rating], content, inaccurate_reason_list: reasons };
    const recording = answer.chat.kind === 'group' ? 'event-feedback-group' : 'event-feedback-private';
    const occasion = this.occasion('feedback', answer.chat);
    return await this.callbacks.event(recording, occasion, { feedback_event: detail });
  }

  private async tapControl(
    message: Message,
    wanted: (control: Control) => boolean,
    what: string,
    stale = false,
  ): Promise<Callback> {
    this.mustBeIn(message.chat);
    const cards = stale ? message.earlierCards(this) : [message.card(this)];
    for (const card of cards) {
      const control = controlsOf(card).find(wanted);
      if (!control) continue;
      if (control.kind === 'question') return await this.asks(message.chat, control.asks);
      const group = message.chat.kind === 'group' ? 'group' : 'private';
      const asked = control.kind === 'menu' ? [] : questionsOf(card);
      const chosen = this.choices.selected(message, asked);
      const detail = { card_type: card.card_type, event_key: control.key, task_id: card.task_id };
      const items = chosen.length > 0 ? { selected_items: { selected_item: chosen } } : {};
      const recording = `event-card-${chosen.length > 0 ? 'choices' : 'button'}-${group}`;
      const occasion = { ...this.occasion('card', message.chat), card: message };
      return await this.callbacks.event(recording, occasion, {
        template_card_event: { ...detail, ...items },
      });
    }
    throw new Error(`no ${what} on:\n${message.readable({ as: this })}`);
  }

  /** A line of a notice puts a question to the bot, as if it were typed. */
  private async asks(chat: Chat, question: string): Promise<Callback> {
    const said = await this.says(question, { in: chat, mention: chat.kind === 'group' });
    if (!said.callback) throw new Error('the bot is not told');
    return said.callback;
  }

  private async send(
    chat: Chat,
    bubble: Bubble,
    recording: string | null,
    body: Changes,
    quote: Message | undefined,
  ): Promise<Said> {
    this.mustBeIn(chat);
    const message = chat.post(this, bubble, quote);
    if (recording === null) return { message, callback: null };
    chat.open = true;
    const quoted = quote && quoteOf(quote, this.files);
    const callback = await this.callbacks.message(recording, this.occasion('message', chat), body, quoted);
    return { message, callback };
  }

  private mentioned(text: string, mention: Mention): string {
    const at = this.company.mention;
    if (mention === false) return text;
    if (mention === 'end') return `${text} ${at}`;
    const gap = text.indexOf(' ');
    if (mention === 'middle' && gap > 0) return `${text.slice(0, gap)} ${at}${text.slice(gap)}`;
    return `${at} ${text}`;
  }

  private occasion(kind: Occasion['kind'], chat: Chat): Occasion {
    return { kind, chat, person: this };
  }

  private mustBeIn(chat: Chat): void {
    if (!chat.members.includes(this)) throw new Error(`${this.name} is not in that chat`);
  }
}
