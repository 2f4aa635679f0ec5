import { afterEach, describe, it } from 'vitest';
import type { Card } from '../../kernel/card/card.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let li: Actor;
afterEach(async () => await w.close());

/** Plans a task, then logs with somebody else, whose card offers to close a task of its own; returns the task's card. */
async function planned(lines: readonly string[], later: string) {
  for (const line of lines) await li.says(line);
  const [card] = li.last.cards;
  if (!card) throw new Error('no card');
  const replyTo = await w.posted({ id: `private-${li.id}`, kind: 'private' }, card);
  await li.says(later);
  return { replyTo, quoted: printed(card) };
}

const zh = [
  '商机 星河科技 ERP 30万',
  '商机 海棠地产 社区 20万',
  '约 星河科技 明天 送样品',
  '约 海棠地产 明天 带彩页',
];
const en = ['deal Redwood Kiosk 30k', 'deal Larkspur Booking 20k', 'plan Redwood tomorrow send the deck'];

describe('words in answer to the card of a task', () => {
  it.each(['完成', '做完了', '搞定'])('mean that task: %s', async (line) => {
    w = await world();
    li = await w.rep('李雷');
    const { replyTo, quoted } = await planned(zh, '跟 星河科技 电话 很满意');
    await li.says(line, { replyTo }).sees('T-2', '完成：带彩页');
    await li.says('撤');
    await li.says('跟 星河科技 电话 又聊了一次');
    await li.says(line, { quoted }).sees('T-2', '完成：带彩页');
  });

  it.each(['done', "that's done", 'push to monday'])('mean that task: %s', async (line) => {
    w = await world({ locale: 'en' });
    li = await w.rep('Amy Chen');
    const lines = [...en, 'plan Larkspur tomorrow bring the brochures'];
    const { replyTo } = await planned(lines, 'log Redwood call they like it');
    await li.says(line, { replyTo }).sees('T-2', 'bring the brochures').misses('Logged', 'Redwood');
  });

  it('give its deal another amount, and ask about no other customer', async () => {
    w = await world({ locale: 'en' });
    li = await w.rep('Amy Chen');
    const lines = [...en, 'plan Larkspur tomorrow bring the brochures'];
    const { replyTo } = await planned(lines, 'log Redwood call they like it, quoted 30k');
    await li.says('make it 40k', { replyTo }).sees('Larkspur', '¥20,000 → ¥40,000').misses('Redwood');
  });
});

describe('the card of a task that somebody was sent', () => {
  it.each([
    ['done', 'zh'],
    ['完成', 'zh'],
    ['做完了', 'zh'],
    ['改到周一', 'zh'],
    ['done', 'en'],
    ["that's done", 'en'],
    ['push it to monday', 'en'],
  ] as const)('is what their next words mean: %s (%s)', async (line, locale) => {
    w = await world({ locale });
    const min = await w.manager(locale === 'zh' ? '周敏' : 'Linda Fox');
    li = await w.rep(locale === 'zh' ? '李雷' : 'Amy Chen');
    if (locale === 'zh') {
      await li.says('商机 海棠地产 社区 20万');
      await min.says('李雷你明天去一趟海棠地产').sees('T-1');
      await li.says('约 海棠地产 明天 带彩页').sees('T-2', '[完成]');
    } else {
      await li.says('deal Larkspur Booking 20k');
      await min.says('Amy Chen please visit Larkspur tomorrow').sees('T-1');
      await li.says('plan Larkspur tomorrow bring the brochures').sees('T-2', '[Done]');
    }
    w.clock.advance(20_000);
    const [given] = await w.store.db.q.select().from(w.store.db.t.outbox);
    await w.posted({ id: `private-${li.id}`, kind: 'private' }, given?.card as Card);
    await li.says(line).sees('T-1').misses('T-2');
  });
});
