import { z } from 'zod';
import { type Card, localeOfCard } from '../../kernel/card/card.js';
import type { Adapter } from '../../kernel/chat/adapter.js';
import type { Chat, ChatHost, Inbound, PlaceRef, Sent } from '../../kernel/chat/chat.js';
import { DurableActs } from '../../kernel/chat/durable-acts.js';
import { InboundQueue } from '../../kernel/chat/inbound-queue.js';
import type { Locale } from '../../texts/languages.js';
import { callBytes, type PaperMessage, previewPaper, renderPaper } from './paper-card.js';

/** What somebody does on paper, as it is kept until its answer lies there. */
export interface PaperAct extends Pick<Inbound, 'id' | 'place' | 'act'> {
  person: string;
}

/** A chat platform for tests, whose messages lie on a table; nothing of the product knows it. */
export class PaperPlatform {
  readonly sheets = new Map<string, { place: string; message: PaperMessage }>();
  readonly failures: unknown[] = [];
  /** So many of the next sheets tear. */
  tears = 0;
  private acts!: DurableActs<PaperAct>;
  private host!: ChatHost;
  private count = 0;

  readonly adapter: Adapter<{ ink: string }, PaperMessage> = {
    id: 'paper',
    title: { zh: '纸', en: 'Paper' },
    can: { shows: [], callBytes },
    variables: [
      { name: 'PAPER_INK', about: { zh: '墨水颜色', en: 'Ink' }, check: z.enum(['black', 'blue']) },
    ],
    settings: ({ PAPER_INK: ink }) => (ink === undefined ? undefined : { ink: String(ink) }),
    render: renderPaper,
    preview: previewPaper,
    create: async (_settings, { acts: store }): Promise<Chat> => {
      const failed = (error: unknown) => this.failures.push(error);
      const queue = new InboundQueue({ failed });
      this.acts = new DurableActs({ store, queue, failed, again: (act) => this.answer(act) });
      return {
        platform: 'paper',
        postsPerMinute: 600,
        start: async (host) => {
          this.host = host;
          await this.acts.start();
        },
        stop: async () => {
          this.acts.stop();
          await queue.drain();
        },
        send: async ({ place, card, locale, mention }) => this.written(place, card, locale, { mention }),
        update: async (place, id, card, locale) => this.written(place, card, locale, { id }),
      };
    },
  };

  /** Delivers an act; resolves when it is acknowledged: it is stored by then. Rejects if it has to come again. */
  async deliver(act: PaperAct): Promise<void> {
    await new Promise<void>((acknowledge, refuse) => {
      void this.acts.take(act.id, act, async (isNew) => {
        isNew.then(() => acknowledge(), refuse);
        if (await isNew) await this.answer(act);
      });
    });
  }

  private async answer({ id, person, place, act }: PaperAct): Promise<void> {
    const speaker = { id: person, name: person };
    const answer = await this.acts.inTurn(person, id, () =>
      this.host.receive({ id, platform: 'paper', speaker, place, act, isKept: true }),
    );
    const tapped = act.kind === 'tap' && answer.redraws ? act.messageId : undefined;
    const isRedrawn =
      tapped !== undefined &&
      (await this.host.redraw('paper', place, tapped, async (card, locale) =>
        this.written(place, card, locale, { id: tapped }),
      ));
    const aside = answer.quiet === true && place.kind === 'group';
    const where: PlaceRef =
      aside && (!answer.open || answer.secret) ? { id: person, kind: 'private' } : place;
    const mention = aside && answer.open && !answer.secret ? [person] : [];
    for (const [at, card] of answer.cards.entries()) {
      if (isRedrawn && answer.replaces && at === 0) continue;
      const locale = localeOfCard(card, 'zh');
      const sent = this.written(where, card, locale, { mention });
      if (sent.ok) await this.host.posted('paper', where, sent.messageId, card);
      else await this.host.later('paper', { key: `${id}.${at}`, place: where, card, locale, mention });
    }
  }

  private written(
    place: PlaceRef,
    card: Card,
    locale: Locale,
    { id = `sheet-${++this.count}`, mention = [] }: { id?: string; mention?: string[] | undefined },
  ): Sent {
    if (this.tears > 0) return { ok: false, reason: `the sheet tore, ${--this.tears} more will` };
    const [message] = renderPaper(card, { say: this.host.say, locale }).messages;
    message?.lines.unshift(...mention.map((name) => `@${name}`));
    if (message) this.sheets.set(id, { place: place.id, message });
    return { ok: true, messageId: id };
  }
}
