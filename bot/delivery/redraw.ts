import type { Card } from '../../kernel/card/card.js';
import type { Chat, Platform } from '../../kernel/chat/chat.js';
import type { Store } from '../../store/engine/store.js';
import { forgetPostedCard, messagesOfCard } from '../../store/messages/posted-cards.js';
import { personById } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import type { PostedCard } from '../../store/schema/row-types.js';
import type { Locale } from '../../texts/languages.js';

/** A changed card, whose messages are redrawn. */
export interface CardChange {
  /** 'deal:D-12'. */
  key: string;
  /** The message that already shows the change. */
  except?: string;
  /** The card as it is now, in a reader's language, or undefined if it is gone. */
  card(locale: Locale): Promise<Card | undefined>;
}

export interface RedrawOptions {
  store: Store;
  chats: ReadonlyMap<Platform, Chat>;
  locale: Locale;
  log: { warn(details: object, message: string): void };
}

/** Newest messages redrawn per card. */
const maxMessages = 5;

/**
 * Keeps posted cards up to date: when a record changes, redraws its newest messages, one after the other. A
 * message that cannot be redrawn is left, since a tap on an old card answers with the present one.
 */
export class Redraw {
  private readonly waiting = new Map<string, CardChange>();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly options: RedrawOptions) {}

  /** Queues a redraw; returns at once. Of several changes of one card, only the last is drawn. */
  changed(change: CardChange): void {
    if (this.stopped) return;
    this.waiting.delete(change.key);
    this.waiting.set(change.key, change);
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  /** Waits for the card being drawn; drops the queue. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      const [change] = this.waiting.values();
      if (!change || this.stopped) return;
      this.waiting.delete(change.key);
      try {
        await this.draw(change);
      } catch (error) {
        this.options.log.warn({ err: error, card: change.key }, 'a card could not be redrawn');
      }
    }
  }

  private async draw({ key, except, card }: CardChange): Promise<void> {
    const { store } = this.options;
    const drawn = new Map<Locale, Card | undefined>();
    for (const message of await messagesOfCard(store.db, key, maxMessages + 1)) {
      const chat = this.options.chats.get(message.platform as Platform);
      if (!chat?.update || message.messageId === except || this.stopped) continue;
      const { place, locale } = await this.readerOf(message);
      if (!drawn.has(locale)) drawn.set(locale, await card(locale));
      const present = drawn.get(locale);
      if (!present) return;
      const sent = await chat.update(place, message.messageId, present, locale);
      if (!sent.ok && sent.final) await store.tx((tx) => forgetPostedCard(tx, message));
    }
  }

  /** A private chat is read in its person's language, a group in the product's. */
  private async readerOf({ platform, placeExternalId }: PostedCard) {
    const { store, locale } = this.options;
    const place = await findPlace(store.db, platform, placeExternalId);
    const person = place?.personId ? await personById(store.db, place.personId) : undefined;
    const kind = place?.kind ?? ('group' as const);
    return { place: { id: placeExternalId, kind, name: place?.name }, locale: person?.locale ?? locale };
  }
}
