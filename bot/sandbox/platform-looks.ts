import type { PlatformLook } from '../../adapters/sandbox/room/options.js';
import { type Card, callsOf, type Picture } from '../../kernel/card/card.js';
import type { Adapter } from '../../kernel/chat/adapter.js';
import type { PreviewMessage } from '../../kernel/chat/preview.js';
import { sayOnCard } from '../../kernel/command/say-in.js';
import { registry } from '../product/product.js';

/** Each platform as a look of the sandbox page: cards drawn by the renderer that would send them. */
export const platformLooks = (adapters: readonly Adapter[]): PlatformLook[] =>
  adapters.map((adapter) => ({
    id: adapter.id,
    title: adapter.title,
    draw: (card, locale, picture) => {
      const { messages, losses } = adapter.render(card, {
        say: sayOnCard(registry, locale),
        locale,
        picture,
      });
      const shown = adapter.preview(messages, callsOf(card));
      // A picture that the card cannot hold follows as a message.
      const follow = losses.some(({ what, how }) => what === 'image' && how === 'as its description');
      return { messages: follow ? [...shown, ...picturesOf(card, picture)] : shown, losses };
    },
  }));

const picturesOf = (card: Card, picture: Picture): PreviewMessage[] =>
  card.nodes.flatMap((node) => {
    const url = node.kind === 'image' && 'chart' in node ? picture(node.chart) : undefined;
    return url && node.kind === 'image'
      ? [{ frame: 'bubble', blocks: [{ kind: 'image', alt: node.alt, url }] }]
      : [];
  });
