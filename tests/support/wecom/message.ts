import type { TemplateCard } from './card-shape.js';
import { controlsOf, readCard } from './card-view.js';
import type { Chat } from './chat.js';
import type { MediaKind } from './limits.js';
import { readMarkdown } from './markdown-view.js';
import type { Person } from './person.js';

/** What stands in a bubble. */
export type Bubble =
  | { kind: 'text'; text: string }
  | { kind: 'markdown'; markdown: string; mentions: boolean }
  | { kind: 'card'; card: TemplateCard }
  | { kind: 'voice'; words: string }
  | { kind: 'media'; media: MediaKind; name: string; bytes: Buffer }
  | { kind: 'mixed'; parts: Bubble[] };

const mediaNames: Record<MediaKind, string> = { image: '图片', voice: '语音', video: '视频', file: '文件' };

/** One message in a chat, as the clients of its members show it now. */
export class Message {
  /** Everything it showed to everybody, the present last. */
  private readonly shown: Bubble[];
  /** What single members see instead: updates limited to some userids. */
  private readonly views = new Map<Person, Bubble>();
  /** People may rate it: a reply that carries a feedback id. */
  feedbackId: string | undefined;
  /** A stream that may still change. */
  streaming = false;

  constructor(
    readonly chat: Chat,
    /** Null: the bot. */
    readonly author: Person | null,
    bubble: Bubble,
    readonly at: Date,
    readonly quotes: Message | null = null,
  ) {
    this.shown = [bubble];
  }

  get bubble(): Bubble {
    return this.shown[this.shown.length - 1] as Bubble;
  }

  /** How often it was changed in place for everybody. */
  get updates(): number {
    return this.shown.length - 1;
  }

  /** As the person sees it; without one, as everybody whose view is not their own. */
  seenBy(person?: Person): Bubble {
    return (person && this.views.get(person)) ?? this.bubble;
  }

  /** Changes the bubble in place, for everybody or for some. */
  change(bubble: Bubble, only?: Person[]): void {
    if (only) for (const person of only) this.views.set(person, bubble);
    else {
      this.views.clear();
      this.shown.push(bubble);
    }
    this.chat.changed.notify();
  }

  card(person?: Person): TemplateCard {
    const bubble = this.seenBy(person);
    if (bubble.kind !== 'card') throw new Error(`not a card:\n${this.readable()}`);
    return bubble.card;
  }

  /** Newest first, what the person's card was: a phone that missed an update still shows one of the older. */
  earlierCards(person: Person): TemplateCard[] {
    const bubbles = [this.seenBy(person), ...this.shown.toReversed()];
    return bubbles.flatMap((bubble) => (bubble.kind === 'card' ? [bubble.card] : []));
  }

  /** Labels of what can be tapped on it. */
  buttons(person?: Person): string[] {
    const bubble = this.seenBy(person);
    return bubble.kind === 'card' ? controlsOf(bubble.card).map((control) => control.label) : [];
  }

  /** What a person reads. */
  readable(options: { as?: Person } = {}): string {
    const words = this.read(this.seenBy(options.as));
    return this.quotes ? `「${this.quotes.readable(options)}」\n${words}` : words;
  }

  private read(bubble: Bubble): string {
    const nameOf = (id: string) => this.chat.nameOf(id);
    switch (bubble.kind) {
      case 'text':
        return bubble.text;
      case 'markdown': {
        const words = readMarkdown(bubble.markdown, bubble.mentions ? nameOf : () => undefined);
        // A stream without a visible word stays a "thinking" bubble: wecom.md, section 7.
        return words === '' ? '[思考中]' : words;
      }
      case 'card':
        return readCard(bubble.card, nameOf);
      case 'voice':
        return `[语音] ${bubble.words}`;
      case 'media':
        return `[${mediaNames[bubble.media]}] ${bubble.name}`;
      case 'mixed':
        return bubble.parts.map((part) => this.read(part)).join('\n');
    }
  }
}
