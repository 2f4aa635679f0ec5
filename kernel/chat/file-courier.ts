import { randomUUID } from 'node:crypto';
import { type Locale, textsIn } from '../../texts/languages.js';
import { aloneOf, type Card, type CardFile, context, text } from '../card/card.js';
import type { FileMaker, PlatformLog } from './adapter.js';
import type { ChatHost, PlaceRef, Platform, Sent } from './chat.js';

export interface FileCourierOptions {
  platform: Platform;
  host: Pick<ChatHost, 'later'>;
  make: FileMaker | undefined;
  /** Puts a file into a private chat; rejects with what the platform said. */
  send(place: PlaceRef, file: CardFile, bytes: Uint8Array): Promise<void>;
  /** What a failure of `send` means. */
  meaning(error: unknown): Sent;
  /** Shows a card in that chat. */
  say(place: PlaceRef, card: Card, locale: Locale): Promise<unknown>;
  log: PlatformLog;
}

/**
 * Brings the files of cards to the person who asked for them, and to nobody else: into a private chat, made with the rights
 * of that moment. What cannot be sent now goes out later by itself; of what never can the person is told.
 */
export class FileCourier {
  constructor(private readonly options: FileCourierOptions) {}

  /** Sends the files of a card that was shown under `key`. */
  async follow(place: PlaceRef, card: Card, key: string, locale: Locale): Promise<void> {
    const { host, platform, log } = this.options;
    for (const [at, file] of (card.files ?? []).entries()) {
      const sent = await this.attempt(place, file, locale);
      if (sent.ok) continue;
      log.info({ reason: sent.reason }, 'a file goes out later');
      await host.later(platform, { key: `${key}:file:${at}`, place, card: aloneOf(file), locale });
    }
  }

  /** Sends a file that goes without its card, from the outbox. */
  async alone(place: PlaceRef, file: CardFile, locale: Locale): Promise<Sent> {
    return await this.attempt(place, file, locale);
  }

  /** What failed for good is told, and counts as sent. */
  private async attempt(place: PlaceRef, file: CardFile, locale: Locale): Promise<Sent> {
    const { make, send, meaning, say, log } = this.options;
    const t = textsIn(locale).file;
    const told = async (why: string): Promise<Sent> => {
      await say(place, { ...aloneOf(file), files: [], nodes: [text(t.failed), context(why)] }, locale);
      return { ok: true, messageId: randomUUID() };
    };
    try {
      if (place.kind !== 'private') return await told(t.onlyPrivate);
      const bytes = await make?.(file);
      if (!bytes) return await told(t.notYours);
      await send(place, file, bytes);
      return { ok: true, messageId: randomUUID() };
    } catch (error) {
      const sent = meaning(error);
      if (sent.ok || (!sent.final && !sent.refused)) return sent;
      log.warn({ reason: sent.reason, file: file.name }, 'a file could not be sent');
      return await told(t.askAgain).catch(() => ({ ...sent, final: true }));
    }
  }
}
