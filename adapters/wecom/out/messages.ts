import { createHash, randomBytes } from 'node:crypto';
import type { Call, Card, SayIn } from '../../../kernel/card/card.js';
import type { Form, PlaceRef } from '../../../kernel/chat/chat.js';
import { escapeMarkdown } from '../../../kernel/render/markdown-escape.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { codes, WecomRefused } from '../api/failure.js';
import type { WecomLink } from '../connection/link.js';
import { dropdownsOf, voteOf } from '../draw/choose.js';
import { renderWecom } from '../draw/render.js';
import type { AnyCard } from '../draw/template-card.js';
import type { Allowance } from './allowance.js';
import type { WecomPictures } from './pictures.js';

/** Where the vendor's own client leads where there is no page. */
const noPage = 'https://work.weixin.qq.com/';

/** A message as it is sent. */
export type Body =
  | { msgtype: 'markdown'; markdown: { content: string } }
  | { msgtype: 'template_card'; template_card: AnyCard }
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'file'; file: { media_id: string } };

export interface WecomDrawing {
  locale: Locale;
  /** The question the card asks, if it is one. */
  form?: Form;
  /** Ids of people who are to be told. */
  mention?: readonly string[];
}

/** Ids of cards are never used twice. */
export const newTaskId = (): string => `g-${randomBytes(12).toString('hex')}`;

const answers = 'answer:';

/** The key of an answer that is sent later, under the id it was tried with. */
export const answerKey = (taskId: string): string => answers + taskId;

/** The id of a post's card: an answer's own, else one that follows from the post. */
export const taskIdOf = (key: string, botId: string): string =>
  key.startsWith(answers) ? key.slice(answers.length) : `p-${hashOf(botId, key)}`;

/** The id of a card of an act's answer: the same however often the answer is shown, so that it is shown once. */
export const answerTaskId = (act: string, card: number, botId: string): string =>
  `a-${hashOf(botId, act, card)}`;

const hashOf = (...of: (string | number)[]): string =>
  createHash('sha256').update(of.join(' ')).digest('hex').slice(0, 40);

/** Cards as messages of WeCom, each chat's in order. */
export class WecomMessages {
  constructor(
    private readonly parts: {
      link: WecomLink;
      allowance: Allowance;
      pictures: WecomPictures;
      say: SayIn;
      cardUrl?: string;
    },
  ) {}

  /** The messages a card becomes, its pictures not among them. */
  draw(card: Card, { locale, form, mention = [] }: WecomDrawing, taskId: string): Body[] {
    const { cardUrl } = this.parts;
    const say = (call: Call) => this.parts.say(call, locale);
    const asked = (form && dropdownsOf(form, card, locale, taskId)) ?? voteOf(card, locale, taskId);
    const options = { say, locale, taskId, cardUrl };
    const drawn = asked ? withoutTaps(card) : card;
    const rest = asked && drawn.nodes.length === 0 ? [] : renderWecom(drawn, options).messages;
    const bodies: Body[] = rest.map((message) =>
      message.type === 'template_card'
        ? { msgtype: 'template_card', template_card: message.card }
        : { msgtype: 'markdown', markdown: { content: message.content } },
    );
    if (asked) bodies.unshift({ msgtype: 'template_card', template_card: asked });
    return mentioning(bodies, mention, form !== undefined ? textsIn(locale).wecom.asksYou : card.title);
  }

  /**
   * Sends a card into a chat under that id. Rejects with what went wrong with its first message; a card under an id that
   * was used has arrived before, and false is answered.
   */
  async post(place: PlaceRef, card: Card, drawing: WecomDrawing, taskId = newTaskId()): Promise<boolean> {
    const [first, ...rest] = this.draw(card, drawing, taskId);
    if (!first) throw new Error('a card without a message');
    const isFirst = await this.sendOnce(place, first);
    if (isFirst) {
      for (const body of rest) await this.send(place, body);
      for (const media_id of await this.parts.pictures.of(card, drawing.locale))
        await this.send(place, { msgtype: 'image', image: { media_id } });
    }
    return isFirst;
  }

  /** Uploads a file and sends it into a chat. */
  async file(place: PlaceRef, name: string, bytes: Uint8Array): Promise<void> {
    const options = { type: 'file' as const, filename: name };
    const { media_id } = await this.parts.link.request((client) =>
      client.uploadMedia(Buffer.from(bytes), options),
    );
    await this.send(place, { msgtype: 'file', file: { media_id } });
  }

  /** Plain words. */
  async say(place: PlaceRef, content: string): Promise<void> {
    await this.send(place, { msgtype: 'markdown', markdown: { content } });
  }

  /**
   * The tapped card becomes another one, for everybody who has it; possible only as the answer to the tap, within
   * five seconds. What does not fit is sent after it, unless it was sent before.
   */
  async update(
    { reqId, taskId, place, isWhole }: { reqId: string; taskId: string; place: PlaceRef; isWhole: boolean },
    card: Card,
    locale: Locale,
  ): Promise<void> {
    const [first, ...rest] = this.draw(card, { locale }, taskId);
    const shown = first?.msgtype === 'template_card' ? first.template_card : this.plain(card, locale, taskId);
    await this.parts.link.request((client) =>
      client.reply(
        { headers: { req_id: reqId } },
        { response_type: 'update_template_card', template_card: shown },
        'aibot_respond_update_msg',
      ),
    );
    const isAllShown = first?.msgtype === 'template_card' || isTitle(card);
    const left = isAllShown ? rest : first ? [first, ...rest] : rest;
    for (const body of isWhole ? left : []) await this.send(place, body);
  }

  /** The first thing somebody sees who opens the chat; the answer to that event, within five seconds. */
  async welcome(reqId: string, card: Card, locale: Locale): Promise<void> {
    const [first] = this.draw(card, { locale }, newTaskId());
    const shown =
      first?.msgtype === 'template_card' ? first.template_card : this.plain(card, locale, newTaskId());
    await this.parts.link.request((client) =>
      client.replyWelcome({ headers: { req_id: reqId } }, {
        msgtype: 'template_card',
        template_card: shown,
      } as never),
    );
  }

  /** A card that is text by nature still has to be one to take another's place: its title, and where the rest is. */
  private plain(card: Card, locale: Locale, taskId: string): AnyCard {
    const { cardUrl = noPage } = this.parts;
    const say = (call: Call) => this.parts.say(call, locale);
    const head = { ...card, nodes: card.nodes.filter((node) => node.kind === 'context').slice(-1) };
    const [message] = renderWecom(head, { say, locale, taskId, cardUrl }).messages;
    if (message?.type === 'template_card') return message.card;
    return {
      card_type: 'text_notice',
      main_title: { title: card.title.slice(0, 26) },
      task_id: taskId,
      card_action: { type: 1, url: cardUrl },
    };
  }

  private async sendOnce(place: PlaceRef, body: Body): Promise<boolean> {
    try {
      await this.send(place, body);
      return true;
    } catch (error) {
      if (error instanceof WecomRefused && error.code === codes.usedTaskId) return false;
      throw error;
    }
  }

  private async send({ id, kind }: PlaceRef, body: Body): Promise<void> {
    const { link, allowance } = this.parts;
    // The SDK's types lack chat_type; without it a group is tried first.
    const sent = { chat_type: kind === 'group' ? 2 : 1, ...body };
    await allowance.inTurn(id, () => link.request((client) => client.sendMessage(id, sent as never)));
  }
}

/** Whether a card says nothing but its title, and one note. */
const isTitle = ({ subtitle = '', nodes }: Card): boolean =>
  subtitle === '' && nodes.length <= 1 && nodes.every(({ kind }) => kind === 'context');

/** A list to choose from takes the taps; what else the card says stands below it. */
const withoutTaps = (card: Card): Card => ({
  ...card,
  nodes: card.nodes.filter((node) => node.kind !== 'actions' && node.kind !== 'context'),
});

/** Cards cannot mention; the text below them can, or a line of its own that says what for. */
function mentioning(bodies: Body[], ids: readonly string[], what: string): Body[] {
  const people = ids.map((id) => `<@${id}>`).join(' ');
  if (people === '') return bodies;
  const at = bodies.findIndex((body) => body.msgtype === 'markdown');
  const text = bodies[at];
  if (text?.msgtype !== 'markdown')
    return [
      ...bodies,
      { msgtype: 'markdown', markdown: { content: `${people} ${escapeMarkdown(what, ' ')}` } },
    ];
  const content = `${people}  \n${text.markdown.content}`;
  return bodies.map((body, n) => (n === at ? { msgtype: 'markdown', markdown: { content } } : body));
}
