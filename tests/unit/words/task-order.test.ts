import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTaskOrder } from '../../../language/correction/task-order.js';
import { conversationsIn } from '../../conversations/conversation.js';

/** Thursday. */
const at = { today: '2026-11-26', locale: 'zh' as const };

describe('an order about a task', () => {
  it.each([
    ['做完了', {}],
    ['搞定了', {}],
    ['办好了', {}],
    ['done', {}],
    ['done with that', {}],
    ["that's done", {}],
    ['all done', {}],
    ['mark it as done', {}],
    ['送合同那个完成了', { about: '送合同' }],
    ['海棠地产的待办做完了', { about: '海棠地产' }],
    ['tick off the contract one', { about: 'contract' }],
    ['finished the contract task', { about: 'contract' }],
    ['mark the Larkspur call as done', { about: 'Larkspur call' }],
    ['done with the contract', { about: 'contract' }],
    ['送合同的任务标完成', { about: '送合同' }],
  ])('is done: %s', (line, about) => expect(readTaskOrder(line, at)).toEqual({ kind: 'done', ...about }));

  it.each([
    ['海棠地产的合同明天不送了，改后天', { about: '海棠地产的合同', on: '2026-11-27', to: '2026-11-28' }],
    ['合同改成下周一再送', { about: '合同', to: '2026-11-30' }],
    ['海棠送合同改到下周一 李总明天出差', { about: '海棠送合同', to: '2026-11-30' }],
    ['那个送合同的事就往后挪吧，挪到下周一', { about: '送合同', to: '2026-11-30' }],
    ['push the contract to monday, bill is away', { about: 'contract', to: '2026-11-30' }],
    ['新报价改到下周一发', { about: '新报价', to: '2026-11-30' }],
    ['走之前把海棠的合同改成今天送', { about: '海棠的合同', to: '2026-11-26' }],
    ['给王总打电话那个提前到今天下午', { about: '给王总打电话', to: '2026-11-26' }],
    ['远山那个往后推一周', { about: '远山', shift: 7 }],
    ['不好意思，请把刚才提醒的时间改到下周二上午', { to: '2026-12-01' }],
    ['把明天的演示推迟到下周三下午两点', { about: '演示', on: '2026-11-27', to: '2026-12-02T14:00' }],
    ['push the Friday demo to monday', { about: 'demo', on: '2026-11-27', to: '2026-11-30' }],
    ['push the Larkspur call to Friday', { about: 'Larkspur call', to: '2026-11-27' }],
    ['push the contract to monday', { about: 'contract', to: '2026-11-30' }],
    ['can you move the site visit back to next tuesday', { about: 'site visit', to: '2026-12-01' }],
    ['snooze the contract task until Monday', { about: 'contract', to: '2026-11-30' }],
    ['push the contract out by a week', { about: 'contract', shift: 7 }],
    ['make the contract Monday', { about: 'contract', to: '2026-11-30' }],
  ])('moves to another day: %s', (line, move) =>
    expect(readTaskOrder(line, at)).toEqual({ kind: 'move', ...move }),
  );

  it.each([
    '客户说改到下周',
    '他们想把会改到周五',
    '王总要求演示推迟一周',
    'they want to move the demo to Friday',
    'sue asked to push the visit to monday',
    'demo done went great',
    'ok im done changing things',
    '方案做完了发给他们了',
    '合同谈完了',
    'move sandford press to Negotiation',
    'should I push the contract to Monday?',
    '要不要把合同改到周一',
    'move Larkspur to Tom',
    'I finished the call with Jane',
    'finished the demo at Larkspur',
    'change Larkspur Hotels amount to 35k',
  ])('is something else: %s', (line) => expect(readTaskOrder(line, at)).toBeUndefined());

  it('takes no sentence that tells of work for it', () => {
    const folder = join(import.meta.dirname, '../../language/sentences');
    const all = readdirSync(folder)
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
      .map((line) => JSON.parse(line) as { say: string; expect: { intent: string } })
      .filter(({ expect: { intent } }) => intent !== 'correction');
    expect(all.map(({ say }) => say).filter((say) => readTaskOrder(say, at))).toEqual([]);
  });

  it('takes no line of a held conversation for it that writes a new record', () => {
    const folder = join(import.meta.dirname, '../../conversations/held');
    const changing = /moved|changed|target|undo|done/;
    const lines = readdirSync(folder)
      .flatMap((file) => conversationsIn(join(folder, file)))
      .flatMap((held) => held.lines)
      .filter(
        ({ says, writes }) =>
          says && writes !== 'any' && writes.length > 0 && !writes.some((one) => changing.test(one)),
      );
    expect(lines.map(({ says }) => says ?? '').filter((says) => readTaskOrder(says, at))).toEqual([]);
  });
});
