import type { PlatformLook } from '../../adapters/sandbox/room/options.js';
import { callsOf } from '../../kernel/card/card.js';
import type { Adapter } from '../../kernel/chat/adapter.js';
import { sayIn } from '../../kernel/command/say-in.js';
import { registry } from '../product/product.js';

/** Each platform as a look of the sandbox page: cards drawn by the renderer that would send them. */
export const platformLooks = (adapters: readonly Adapter[]): PlatformLook[] =>
  adapters.map((adapter) => ({
    id: adapter.id,
    title: adapter.title,
    draw: (card, locale, picture) => {
      const { messages, losses } = adapter.render(card, { say: sayIn(registry, locale), locale, picture });
      return { messages: adapter.preview(messages, callsOf(card)), losses };
    },
  }));
