import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  actionsOf,
  type Call,
  type Card,
  type CardFile,
  chartsOf,
  type SayIn,
} from '../../../kernel/card/card.js';
import type { ChartDraw, PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Form, PlaceRef } from '../../../kernel/chat/chat.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';
import type { Usage } from '../../../kernel/job/usage-port.js';
import type { Locale } from '../../../texts/languages.js';
import type { Api } from '../api/client.js';
import { meaningOf } from '../api/failure.js';
import { formVariables } from '../draw/form.js';
import type { DingtalkMessage } from '../draw/messages.js';
import { renderActionCard, renderDingtalk, renderText } from '../draw/render.js';
import type { Courier, Delivery } from './courier.js';
import type { Ladder, Rung } from './ladder.js';

/** Ids of cards are never used twice. */
export const newCardId = (): string => `g-${randomBytes(12).toString('hex')}`;
/** The id of a card of an act's answer: the same however often the answer is shown, so that it is shown once. */
export const answerCardId = (act: string, card: number, clientId: string): string =>
  `a-${createHash('sha256').update(`${clientId} ${act} ${card}`).digest('hex').slice(0, 40)}`;
/** Ids of messages that cannot change begin so. */
const fixed = 'm-';
const chartPicture = { type: 'image', name: 'chart.png', mime: 'image/png' } as const;
const againMs = 1_500;
/** From so much of the quota on, only what has to be said is sent. */
const scarceFrom = 0.95;

/** Whether a message under that id can be redrawn. */
export const changes = (id: string): boolean => !id.startsWith(fixed);

/** The id of a card's first message; not new if an earlier attempt had shown it. */
export interface DingtalkShown {
  id: string;
  isNew: boolean;
}

/** Cards as messages of DingTalk: the best way that is open, and what does not fit below it. */
export class DingtalkMessages {
  constructor(
    private readonly parts: {
      api: Api;
      courier: Courier;
      ladder: Ladder;
      usage: Usage;
      say: SayIn;
      draw?: ChartDraw;
      formTemplate?: string;
      /** How much of the month's quota is used, 0 to 1. */
      spent(): number;
      log: PlatformLog;
    },
  ) {}

  /** Whether the quota has room for calls that one can do without. */
  get hasRoom(): boolean {
    return this.parts.spent() < scarceFrom;
  }

  /** Sends a card, and answers the id of its first message; rejects where no way is open. */
  async post(card: Card, delivery: Delivery, form?: Form): Promise<DingtalkShown> {
    const { ladder, log } = this.parts;
    let last: unknown = new Error('no way is open');
    for (const rung of this.waysFor(card, delivery, form)) {
      try {
        return await this.by(rung, card, delivery, form);
      } catch (error) {
        last = error;
        const meaning = meaningOf(error);
        const reason = plainReason(error);
        if (meaning === 'permission' || meaning === 'template') ladder.close(rung, reason);
        // A quota that is used up leaves the webhook; a text that a filter refuses passes in plain words at times.
        const goesOn = ['permission', 'template', 'content', 'quota', 'final', 'unknown'].includes(meaning);
        if (!goesOn || rung === 'text') throw error;
        log.warn({ reason, rung }, 'a card is shown another way');
      }
    }
    throw last;
  }

  /** Sends a file into a private chat. */
  async file(place: PlaceRef, { name, mime }: CardFile, bytes: Uint8Array): Promise<void> {
    const { api, courier } = this.parts;
    const media = await api.upload(bytes, { type: 'file', name, mime });
    await courier.file(media, name, place);
  }

  /** The variables of a card as it is now, for an answer to a tap or an update. */
  variables(card: Card, locale: Locale): { variables: Record<string, string>; rest: DingtalkMessage[] } {
    const { messages } = renderDingtalk(card, { say: (call) => this.parts.say(call, locale), locale });
    const [first, ...rest] = messages;
    if (first?.type === 'card') return { variables: { ...first.variables }, rest };
    const { title, tips } = { title: card.title, tips: '' };
    const blank = { title, markdown: card.title, tips, sys_full_json_obj: '{"msgButtons":[]}' };
    return { variables: blank, rest: messages };
  }

  /** Messages that follow a card which is there already: tried once more, and no reason to send it again. */
  async follow(rest: DingtalkMessage[], delivery: Delivery): Promise<void> {
    for (const message of rest) {
      if (message.type === 'card') continue;
      const send = () => this.parts.courier.message(message, delivery);
      try {
        await send().catch(async () => {
          await wait(againMs, undefined, { ref: false });
          await send();
        });
      } catch (error) {
        const reason = plainReason(error);
        this.parts.log.error({ reason, place: delivery.place.id }, 'a card could not be shown to its end');
        return;
      }
    }
  }

  /** A card that nobody has to tap needs none of its own where a webhook carries it for nothing. */
  private waysFor(card: Card, { webhook }: Delivery, form: Form | undefined): Rung[] {
    const ways = this.parts.ladder.ways;
    const taps = actionsOf(card).length > 0 || (form !== undefined && this.parts.formTemplate !== undefined);
    return webhook && (!taps || !this.hasRoom) ? ways.filter((rung) => rung !== 'card') : ways;
  }

  private async by(
    rung: Rung,
    card: Card,
    delivery: Delivery,
    form: Form | undefined,
  ): Promise<DingtalkShown> {
    const { courier, formTemplate } = this.parts;
    const { locale } = delivery;
    const options = { say: (call: Call) => this.parts.say(call, locale), locale };
    if (rung === 'card' && form && formTemplate) {
      const isNew = await courier.card(formVariables(form, delivery.locale), delivery, formTemplate);
      return { id: delivery.id, isNew };
    }
    const drawn =
      rung === 'card'
        ? renderDingtalk(card, options)
        : rung === 'action card'
          ? renderActionCard(card, options)
          : renderText(card, options);
    const [first, ...rest] = drawn.messages;
    if (!first) throw new Error('a card without a message');
    let isNew = true;
    if (first.type === 'card') isNew = await courier.card({ ...first.variables }, delivery);
    else await courier.message(first, delivery);
    const { mention: _, ...quietly } = delivery;
    await this.follow(rest, quietly);
    await this.pictures(card, delivery);
    return { id: first.type === 'card' ? delivery.id : `${fixed}${delivery.id}`, isNew };
  }

  /** Pictures follow as messages of their own; one that cannot is left out, since the card tells its figures as well. */
  private async pictures(card: Card, delivery: Delivery): Promise<void> {
    const { draw, api, courier, log } = this.parts;
    if (!draw || !this.hasRoom) return;
    for (const chart of chartsOf(card)) {
      try {
        await courier.picture(await api.upload(await draw(chart, delivery.locale), chartPicture), delivery);
      } catch (error) {
        log.warn({ reason: plainReason(error) }, 'a picture could not be shown');
      }
    }
  }
}
