import { setTimeout as wait } from 'node:timers/promises';
import type { Card } from '../../../bot/kernel/card.js';
import type { Answer, ChatHost, Form, PlaceRef } from '../../../bot/kernel/chat.js';
import type { Locale } from '../../../bot/kernel/texts.js';
import { asError, codes, Refused, sentOf } from '../connection/failure.js';
import type { WecomLog } from '../logger.js';
import { wecomTexts } from '../texts.js';
import { type Messages, newTaskId } from './messages.js';

/** Where an answer goes. */
export interface Where {
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
/** Waits between the attempts of one answer, in ms: about as long as a connection takes to come back. */
const pauses = [500, 2_000, 5_000, 10_000, 20_000];

/** Puts answers where the people who asked see them. */
export class Show {
  constructor(
    private readonly parts: { host: ChatHost; messages: Messages; locale: Locale; log: WecomLog },
  ) {}

  async answer({ cards, form, quiet, open, replaces }: Answer, where: Where): Promise<void> {
    const [first, ...rest] = cards;
    if (!first) return;
    const replaced = replaces === true && (await this.replace(first, where));
    const left = replaced ? rest : cards;
    for (const [at, card] of left.entries()) {
      const asked = at === left.length - 1 ? form : undefined;
      await this.deliver(card, asked, { quiet: quiet === true, open: open === true }, where);
    }
  }

  async welcome({ cards: [card] }: Answer, reqId: string): Promise<void> {
    if (card) await this.parts.messages.welcome(reqId, card, this.parts.locale);
  }

  async words(place: PlaceRef, text: string): Promise<void> {
    await this.insist(() => this.parts.messages.say(place, text));
  }

  /** The tapped card becomes the first card of the answer. */
  private async replace(card: Card, { taskId, reqId, place, tookMs }: Where): Promise<boolean> {
    const { messages, host, locale, log } = this.parts;
    if (!taskId || tookMs > updateMs) return false;
    try {
      await messages.update(reqId, taskId, place, card, locale);
      await host.posted('wecom', place, taskId, card);
      return true;
    } catch (error) {
      log.info({ reason: asError(error).message }, 'a tapped card could not be changed');
      return false;
    }
  }

  /**
   * Nothing in a group is for one pair of eyes: what is private goes to the private chat. A question is asked where
   * the answer will be given, and says whom it asks.
   */
  private async deliver(
    card: Card,
    form: Form | undefined,
    { quiet, open }: { quiet: boolean; open: boolean },
    { user, place }: Where,
  ): Promise<void> {
    const { messages, locale } = this.parts;
    const aside = quiet && place.kind === 'group';
    if (!aside || open) return await this.post(place, card, { form, mention: aside ? [user] : [] });
    try {
      await this.post({ id: user, kind: 'private' }, card, {});
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== codes.unknownChat) throw error;
      await this.insist(() => messages.say(place, `<@${user}> ${wecomTexts(locale).askPrivately}`));
    }
  }

  private async post(place: PlaceRef, card: Card, more: { form?: Form; mention?: string[] }): Promise<void> {
    const { messages, host, locale } = this.parts;
    const taskId = await this.insist((id) => messages.post(place, card, { locale, ...more }, id));
    await host.posted('wecom', place, taskId, card);
  }

  /** Tries again while that may help, under the same id: a card that arrived is not sent twice. */
  private async insist<T>(send: (taskId: string) => Promise<T>): Promise<T> {
    const taskId = newTaskId();
    for (let attempt = 0; ; attempt++) {
      try {
        return await send(taskId);
      } catch (error) {
        const sent = sentOf(error);
        const pause = pauses[attempt];
        if (pause === undefined || (!sent.ok && sent.final)) throw error;
        await wait(pause, undefined, { ref: false });
      }
    }
  }
}
