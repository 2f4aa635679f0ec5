import { type Card, localeOfCard } from '../../../kernel/card/card.js';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Answer, ChatHost, Form, PlaceRef } from '../../../kernel/chat/chat.js';
import type { FileCourier } from '../../../kernel/chat/file-courier.js';
import type { Locale } from '../../../texts/languages.js';
import { dingtalkSent } from '../api/failure.js';
import { submittedVariables } from '../draw/form.js';
import type { Webhook } from '../in/read.js';
import type { Courier } from './courier.js';
import { answerCardId, changes, type DingtalkMessages } from './messages.js';

/** Where an answer goes. */
export interface DingtalkPlace {
  /** The id of the act that is answered. */
  act: string;
  /** userId; absent for people outside the company. */
  user?: string | undefined;
  name?: string | undefined;
  place: PlaceRef;
  webhook?: Webhook | undefined;
  /** The card that was tapped. */
  card?: string | undefined;
  /** Whether it was a form that was submitted. */
  submitted?: boolean;
  /** Answers the tap: what the card becomes for the person who tapped. Nothing once it is too late. */
  acknowledge(response?: object): boolean;
}

/** Puts answers where the people who asked see them. */
export class DingtalkShow {
  constructor(
    private readonly parts: {
      host: ChatHost;
      messages: DingtalkMessages;
      files: FileCourier;
      courier: Courier;
      clientId: string;
      locale: Locale;
      log: PlatformLog;
    },
  ) {}

  async answer(
    { cards, form, quiet, open, secret, redraws, replaces }: Answer,
    where: DingtalkPlace,
  ): Promise<void> {
    const redrawn = redraws === true && (await this.redraw(where));
    if (!redrawn)
      where.acknowledge(where.submitted ? response(submittedVariables(this.parts.locale)) : undefined);
    // Each message is a call of the month's quota: what a marked row tells is not told once more.
    const isTold = redrawn && (replaces === true || (isLine(cards) && quiet !== true));
    for (const [at, card] of cards.entries()) {
      if (isTold && at === 0) continue;
      const asked = at === cards.length - 1 ? form : undefined;
      const id = answerCardId(where.act, at, this.parts.clientId);
      await this.deliver(
        card,
        asked,
        { quiet: quiet === true, open: open === true && secret !== true },
        where,
        id,
      );
    }
  }

  /**
   * The tapped card shows what has become of it: at once in the eyes of who tapped, by the answer to the tap, and then for
   * all others, who see nothing of that answer. In private there are no others.
   */
  private async redraw(where: DingtalkPlace): Promise<boolean> {
    const { messages, courier, host, log } = this.parts;
    const { card: id, place, webhook } = where;
    if (!id || !changes(id) || where.submitted) return false;
    return await host.redraw('dingtalk', place, id, async (card, locale, isWhole) => {
      const { variables, rest } = messages.variables(card, locale);
      const inTime = where.acknowledge(response(variables));
      try {
        if (!inTime || (place.kind === 'group' && messages.hasRoom)) await courier.update(id, variables);
      } catch (error) {
        log.warn({ reason: sentReason(error) }, 'a tapped card could not be changed for everybody');
        if (!inTime) return dingtalkSent(error);
      }
      if (isWhole) await messages.follow(rest, { place, id, locale, webhook });
      return { ok: true, messageId: id };
    });
  }

  /**
   * Nothing in a group is for one pair of eyes: what is private goes to the private chat. A question is asked where the
   * answer will be given, and says whom it asks, unless others may not read it.
   */
  private async deliver(
    card: Card,
    form: Form | undefined,
    { quiet, open }: { quiet: boolean; open: boolean },
    where: DingtalkPlace,
    id: string,
  ): Promise<void> {
    const { user, name, place, webhook } = where;
    const aside = quiet && place.kind === 'group';
    if (aside && !open && user) return await this.post(card, { id: user, kind: 'private' }, id, {});
    const mention = aside && user ? [{ id: user, name: name ?? user }] : [];
    await this.post(card, place, id, { webhook, mention, form });
  }

  private async post(
    card: Card,
    place: PlaceRef,
    id: string,
    more: {
      webhook?: Webhook | undefined;
      mention?: { id: string; name: string }[];
      form?: Form | undefined;
    },
  ): Promise<void> {
    const { messages, files, host, log } = this.parts;
    const locale = localeOfCard(card, this.parts.locale);
    const { form, webhook, mention = [] } = more;
    try {
      const shown = await messages.post(card, { place, id, locale, webhook, mention }, form);
      await host.posted('dingtalk', place, shown.id, card);
      if (shown.isNew) await files.follow(place, card, `answer:${id}`, locale);
    } catch (error) {
      const sent = dingtalkSent(error);
      if (sent.ok || sent.final) throw error;
      log.info({ reason: sent.reason }, 'an answer goes out later');
      const ids = mention.map((one) => one.id);
      const mayHaveArrived = !sent.refused && sent.retryAfter === undefined;
      await host.later('dingtalk', {
        ...{ key: `answer:${id}`, place, card, locale, mention: ids, mayHaveArrived },
      });
    }
  }
}

/** Whether the answer only says in one line what was done. */
const isLine = ([card, ...more]: readonly Card[]): boolean =>
  card !== undefined && more.length === 0 && card.key.startsWith('receipt:') && card.nodes.length <= 1;

const response = (variables: Record<string, string>): object => ({
  cardUpdateOptions: { updateCardDataByKey: true },
  cardData: { cardParamMap: variables },
});

const sentReason = (error: unknown): string => {
  const sent = dingtalkSent(error);
  return sent.ok ? '' : sent.reason;
};
