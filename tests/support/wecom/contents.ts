import { bodies, checkContent, checkFeedback, isBlank, read } from './bodies.js';
import { checkCard } from './card-rules.js';
import type { TemplateCard } from './card-shape.js';
import { limits, type MediaKind } from './limits.js';
import type { Bubble } from './message.js';
import { Refusal } from './refusal.js';
import type { Uploads } from './uploads.js';

export interface Content {
  bubble: Bubble;
  feedbackId?: string;
}

const isMedia = (kind: string): kind is MediaKind => Object.hasOwn(limits.mediaBytes, kind);

/** Reads what a bot may send, and remembers which task ids it has used. */
export class Contents {
  private readonly usedTaskIds = new Set<string>();

  constructor(private readonly uploads: Uploads) {}

  /** Markdown, a card or a media message: all that replies and pushes share (wecom.md, section 6). */
  message(body: unknown): Content {
    const { msgtype } = read(bodies.kind, body);
    if (msgtype === 'markdown') return this.markdown(body);
    if (msgtype === 'template_card') return this.newCard(body);
    if (isMedia(msgtype)) return this.media(body, msgtype);
    throw new Refusal(40008);
  }

  /** Text or a card: https://developer.work.weixin.qq.com/document/path/101031. */
  welcome(body: unknown): Content {
    const { msgtype } = read(bodies.kind, body);
    if (msgtype === 'template_card') return this.newCard(body);
    if (msgtype !== 'text') throw new Refusal(40008);
    const { content } = read(bodies.text, body).text;
    if (isBlank(content)) throw new Refusal(44004);
    checkContent(content);
    return { bubble: { kind: 'text', text: content } };
  }

  /** A card in place of another: its task id is that of the other. */
  replacement(card: TemplateCard): Content {
    checkCard(card);
    checkFeedback(card.feedback);
    return { bubble: { kind: 'card', card }, feedbackId: card.feedback?.id };
  }

  /** It was shown: its task id is used for ever, even if the bot never learns so. */
  use({ bubble }: Content): void {
    if (bubble.kind === 'card' && bubble.card.task_id !== undefined)
      this.usedTaskIds.add(bubble.card.task_id);
  }

  private markdown(body: unknown): Content {
    const { content, feedback } = read(bodies.markdown, body).markdown;
    if (isBlank(content)) throw new Refusal(44004);
    checkContent(content);
    checkFeedback(feedback);
    return { bubble: { kind: 'markdown', markdown: content, mentions: true }, feedbackId: feedback?.id };
  }

  private newCard(body: unknown): Content {
    const card = read(bodies.card, body).template_card;
    const content = this.replacement(card);
    if (card.task_id !== undefined && this.usedTaskIds.has(card.task_id)) throw new Refusal(42014);
    return content;
  }

  private media(body: unknown, kind: MediaKind): Content {
    const { [kind]: sent } = read(bodies.any, body);
    const { name, bytes } = this.uploads.media(read(bodies.media, sent, `body.${kind}`).media_id, kind);
    return { bubble: { kind: 'media', media: kind, name, bytes } };
  }
}
