import { afterEach, expect, test } from 'vitest';
import { dingtalk } from '../../adapters/dingtalk/dingtalk.js';
import { previewDingtalk } from '../../adapters/dingtalk/draw/preview.js';
import { renderActionCard } from '../../adapters/dingtalk/draw/render.js';
import type { PlatformLook } from '../../adapters/sandbox/room/options.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { registry } from '../../bot/product/product.js';
import { platformLooks } from '../../bot/sandbox/platform-looks.js';
import { actions, button, type Call, type Card, callsOf } from '../../kernel/card/card.js';
import { sayOnCard } from '../../kernel/command/say-in.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { locales } from '../../texts/languages.js';
import { seenInPreview } from '../support/seen-preview.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

/** A tap that ends a record is asked about on every platform, however the platform carries the tap. */

let w: World | undefined;
afterEach(async () => {
  expect(w?.incidents ?? []).toEqual([]);
  await w?.close();
});

/** DingTalk without cards of its own: a tap makes the person say a line. */
const actionCards: PlatformLook = {
  id: 'dingtalk',
  title: dingtalk.title,
  draw: (card, locale) => {
    const { messages, losses } = renderActionCard(card, { say: sayOnCard(registry, locale), locale });
    return { messages: previewDingtalk(messages, callsOf(card)), losses };
  },
};
const looks = [...platformLooks(adapters), actionCards];

/** A card with nothing but the call. */
const cardOf = ({ command, input }: Call): Card => ({
  key: 'list',
  title: 'Deals',
  tone: 'info',
  nodes: actions(button('Close', command, input)),
});

/** Taps the only control of the card as it is drawn, and returns the answer's card. */
async function tapped(actor: Actor, look: PlatformLook, card: Card, locale: 'zh' | 'en'): Promise<Card> {
  const { messages } = look.draw(card, locale, () => undefined);
  const [control] = seenInPreview(messages).controls;
  if (!control) throw new Error(`nothing to tap on ${card.title}`);
  const { cards } = control.call ? await actor.calls(control.call) : await actor.says(control.says ?? '');
  return cards[0] as Card;
}

const closing = registry.commands.filter(({ closes }) => closes).map(({ name }) => name);

test('what wins or loses a deal is declared to close it', () => {
  expect(closing).toEqual(['won', 'lost']);
});

test.each(locales)('a tap that closes a deal asks first, on every look (%s)', async (locale) => {
  const at = await world({ process: winsAtOnce });
  w = at;
  const lei = await at.rep('李雷');
  if (locale === 'en') await lei.says('language English');
  const calls: Call[] = [
    { command: 'won', input: {} },
    { command: 'won', input: { amount: 300_000_00 } },
    { command: 'lost', input: { reason: 'price' } },
    { command: 'lost', input: {} },
    { command: 'move', input: { stage: 'won' } },
  ];
  const cases = looks.flatMap((look) => calls.map((one) => ({ ...one, look })));
  await lei.says('商机 星河科技 ERP 20万');
  const status = async () => (await dealByNo(at.store.db, 1))?.status;
  for (const { command, input, look } of cases) {
    if (command === 'move' && look === actionCards) continue;
    const called = `${look.id} ${command} ${JSON.stringify(input)}`;
    const record = command === 'move' ? 'record' : 'deal';
    const asked = await tapped(lei, look, cardOf({ command, input: { ...input, [record]: 'D-1' } }), locale);
    expect([called, asked.key]).toEqual([called, expect.stringMatching(/^ask:/)]);
    expect([called, await status()]).toEqual([called, 'open']);
    await tapped(lei, look, asked, locale);
    expect([called, await status()]).toEqual([called, command === 'lost' ? 'lost' : 'won']);
    await lei.says('撤').sees(/D-1/);
  }
});
