import { type Card, localeOfCard } from '../../../kernel/card/card.js';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Answer, ChatHost, Form, PlaceRef } from '../../../kernel/chat/chat.js';
import type { FileCourier } from '../../../kernel/chat/file-courier.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { asError, codes, WecomRefused, wecomSent } from '../api/failure.js';
import { answerKey, answerTaskId, type WecomMessages } from './messages.js';

/** Where an answer goes. */
export interface WecomPlace {
  /** The id of the act that is answered. */
  act: string;
  user: string;
  place: PlaceRef;
  reqId: string;
  /** The card that was tapped. */
  taskId?: string;
  /** How long the answer took to be known, in ms. */
  tookMs: number;
}

/** A tapped card can be changed within five seconds; some of them are for the way there. */
const updateMs = 4_500;

/** Puts answers where the people who asked see them. */
export class WecomShow {
  constructor(
    private readonly parts: {
      host: ChatHost;
      messages: WecomMessages;
      files: FileCourier;
      botId: string;
      locale: Locale;
      log: PlatformLog;
    },
  ) {}

  async answer(
    { cards, form, quiet, open, secret, redraws, replaces }: Answer,
    where: WecomPlace,
  ): Promise<void> {
    if (cards.length === 0) return;
    const redrawn = redraws === true && (await this.redraw(where));
    for (const [at, card] of cards.entries()) {
      if (redrawn && replaces === true && at === 0) continue;
      const asked = at === cards.length - 1 ? form : undefined;
      const taskId = answerTaskId(where.act, at, this.parts.botId);
      await this.deliver(
        card,
        asked,
        { quiet: quiet === true, open: open === true && secret !== true },
        where,
        taskId,
      );
    }
  }

  async welcome({ cards: [card] }: Answer, reqId: string): Promise<void> {
    if (card) await this.parts.messages.welcome(reqId, card, this.parts.locale);
  }

  /** The tapped card shows what has become of it, for everybody who has it. */
  private async redraw({ taskId, reqId, place, tookMs }: WecomPlace): Promise<boolean> {
    const { messages, host, log } = this.parts;
    if (!taskId || tookMs > updateMs) return false;
    return await host.redraw('wecom', place, taskId, async (card, locale, isWhole) => {
      try {
        await messages.update({ reqId, taskId, place, isWhole }, card, locale);
        return { ok: true, messageId: taskId };
      } catch (error) {
        log.info({ reason: asError(error).message }, 'a tapped card could not be changed');
        return { ok: false, reason: asError(error).message };
      }
    });
  }

  /**
   * Nothing in a group is for one pair of eyes: what is private goes to the private chat. A question is asked where
   * the answer will be given, and says whom it asks, unless others may not read it.
   */
  private async deliver(
    card: Card,
    form: Form | undefined,
    { quiet, open }: { quiet: boolean; open: boolean },
    { user, place }: WecomPlace,
    taskId: string,
  ): Promise<void> {
    const { messages, locale } = this.parts;
    const aside = quiet && place.kind === 'group';
    if (!aside || open) return await this.post(place, card, taskId, { form, mention: aside ? [user] : [] });
    try {
      await this.post({ id: user, kind: 'private' }, card, taskId, {});
    } catch (error) {
      if (!(error instanceof WecomRefused) || error.code !== codes.unknownChat) throw error;
      await messages.say(place, `<@${user}> ${textsIn(locale).wecom.askPrivately}`);
    }
  }

  /** Once now, and else through the outbox under the same id: a card that arrived is not sent twice. */
  private async post(
    place: PlaceRef,
    card: Card,
    taskId: string,
    more: { form?: Form; mention?: string[] },
  ): Promise<void> {
    const { messages, files, host, log } = this.parts;
    const locale = localeOfCard(card, this.parts.locale);
    // Before it is sent: a quick thumb taps a card before its acknowledgement is here.
    await host.posted('wecom', place, taskId, card);
    try {
      const isNew = await messages.post(place, card, { locale, ...more }, taskId);
      if (isNew) await files.follow(place, card, answerKey(taskId), locale);
    } catch (error) {
      const sent = wecomSent(error);
      if (sent.ok || sent.final) throw error;
      log.info({ reason: sent.reason }, 'an answer goes out later');
      const mayHaveArrived = !sent.refused && sent.retryAfter === undefined;
      await host.later('wecom', {
        ...{ key: answerKey(taskId), place, card, locale, mention: more.mention, mayHaveArrived },
      });
    }
  }
}
