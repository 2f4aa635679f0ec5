import { z } from 'zod';
import { actionsOf, type Card, type Loss, type Rendered, wordsOf } from '../../kernel/card/card.js';
import type { Adapter, RenderOptions } from '../../kernel/chat/adapter.js';
import type { Chat, ChatHost, Inbound, PlaceRef } from '../../kernel/chat/chat.js';
import { InboundQueue } from '../../kernel/chat/inbound-queue.js';
import { plainRun } from '../../kernel/chat/preview.js';
import { decodeCallAmong, encodeCallWithin } from '../../kernel/render/call-code.js';
import { actionLabel, linkLine } from '../../kernel/render/lines.js';
import type { Locale } from '../../texts/languages.js';

/** A card on paper: its words line by line, and a box to tick for each thing that can be done. */
export interface PaperMessage {
  lines: string[];
  boxes: { label: string; code: string }[];
}

/** A box has room for a token and for no call. */
const callBytes = 24;

function renderPaper(card: Card, { say, locale }: RenderOptions): Rendered<PaperMessage> {
  const changed = new Set<Loss['what']>(['style', ...(card.tone === 'neutral' ? [] : ['tone' as const])]);
  for (const { kind } of card.nodes)
    if (kind === 'table' || kind === 'divider' || kind === 'image') changed.add(kind);
  const lines = wordsOf(card);
  const boxes: PaperMessage['boxes'] = [];
  for (const action of actionsOf(card)) {
    if (action.kind !== 'button') changed.add(action.kind);
    else if (action.confirm !== undefined) changed.add('confirm');
    if (action.kind === 'link') lines.push(linkLine(action, locale));
    else
      for (const item of action.kind === 'select' ? action.options : [action])
        boxes.push({ label: actionLabel(item, say), code: encodeCallWithin(item.call, callBytes) });
  }
  const losses = [...changed].map((what) => ({ what, how: 'as ink on paper' }));
  return { messages: [{ lines, boxes }], losses };
}

/** A chat platform for tests, whose messages lie on a table; nothing of the product knows it. */
export class PaperPlatform {
  readonly sheets = new Map<string, { place: string; message: PaperMessage }>();
  readonly failures: unknown[] = [];
  private readonly queue = new InboundQueue({ failed: (error) => this.failures.push(error) });
  private host: ChatHost | undefined;
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
    preview: (messages, calls) =>
      messages.map(({ lines, boxes }) => {
        const text = lines.map((line) => ({ kind: 'text' as const, runs: plainRun(line) }));
        const items = boxes.flatMap(({ label, code }) => {
          const call = decodeCallAmong(code, calls);
          return call ? [{ kind: 'button' as const, label, call }] : [];
        });
        return { frame: 'plain', blocks: [...text, { kind: 'controls', items }] };
      }),
    create: async (): Promise<Chat> => ({
      platform: 'paper',
      postsPerMinute: 600,
      start: async (host) => {
        this.host = host;
      },
      stop: () => this.queue.drain(),
      send: async ({ place, card, locale }) => this.written(place, card, locale),
      update: async (place, id, card, locale) => this.written(place, card, locale, id),
    }),
  };

  /** Somebody says a line or ticks a box; resolves when the answer lies there. */
  async act(person: string, place: PlaceRef, act: Inbound['act']): Promise<void> {
    const id = `act-${++this.count}`;
    await this.queue.once(id, () => this.queue.inTurn(person, () => this.answer(id, person, place, act)));
  }

  private async answer(id: string, person: string, place: PlaceRef, act: Inbound['act']): Promise<void> {
    const speaker = { id: person, name: person };
    const answer = await this.host?.receive({ id, platform: 'paper', speaker, place, act });
    const where: PlaceRef = answer?.quiet ? { id: person, kind: 'private' } : place;
    const tapped = act.kind === 'tap' && answer?.redraws ? act.messageId : undefined;
    const redrawn =
      tapped !== undefined &&
      (await this.host?.redraw('paper', place, tapped, async (card, locale) =>
        this.written(place, card, locale, tapped),
      ));
    for (const card of (answer?.cards ?? []).slice(redrawn && answer?.replaces ? 1 : 0)) {
      const { messageId } = this.written(where, card, 'zh');
      await this.host?.posted('paper', where, messageId, card);
    }
  }

  private written(place: PlaceRef, card: Card, locale: Locale, messageId = `sheet-${++this.count}`) {
    const [message] = renderPaper(card, { say: (call) => this.host?.say(call) ?? '', locale }).messages;
    if (message) this.sheets.set(messageId, { place: place.id, message });
    return { ok: true as const, messageId };
  }
}
