import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let alice: Actor;

beforeEach(async () => {
  w = await world();
  alice = await w.rep('爱丽丝');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('names the nearest verbs for one it does not know', async () => {
  await alice.says('leda 华为').sees('没有「leda」这个说法', '线索');
  await alice.says('今天天气不错').sees('没看懂', '原话已保留：今天天气不错');
});

it('has one effect and one answer for an event that comes twice', async () => {
  const first = await alice.says('商机 华为 ERP 30万', { id: 'same' });
  const again = await alice.says('商机 华为 ERP 30万', { id: 'same' });
  expect(again.cards).toEqual(first.cards);
  await alice.says('D-2').sees('没有编号为 D-2 的记录');
});

it('has one effect for a tap that comes twice, and for two taps at once', async () => {
  await alice.says('商机 华为 ERP 30万');
  const tap = { command: 'won', input: { deal: 'D-1' } };
  const [one, two] = await Promise.all([alice.calls(tap, { id: 'x' }), alice.calls(tap, { id: 'x' })]);
  expect(printed(one.cards[0] as never)).toBe(printed(two.cards[0] as never));
  const late = await alice.calls(tap, { id: 'y' });
  expect(printed(late.cards[0] as never)).toContain('已赢单，不能再改');
});

it('shows the words of people as words', async () => {
  await alice.says('商机 "<!channel> & [x](http://evil)" ERP 30万').sees('<!channel> & [x](http://evil)');
});

it('answers a form with the field that is wrong', async () => {
  await alice.says('约').sees('还缺');
  await alice.fills({ subject: '不存在', next: '明天' }).sees('没有找到客户');
  expect(alice.last.form?.fields.find((field) => field.name === 'subject')?.error).toContain('没有找到客户');
});

it('has nothing to cancel when nothing is asked', async () => {
  await alice.says('取消').sees('没有等着补充的内容');
});

it('keeps a question over a restart of the dispatcher', async () => {
  await alice.says('商机 华为 ERP 30万');
  await alice.says('输 华为');
  const reborn = w.restarted();
  await reborn.actor('爱丽丝').says('价格').sees('已记为输单');
});

it('does not mind empty lines, marks and very long words', async () => {
  for (const line of [
    '',
    '   ',
    '>',
    '"',
    '跟',
    '推 >',
    '。',
    '@',
    '#',
    'D-',
    '跟 '.repeat(500),
    '华'.repeat(5000),
    '\u0000跟\u0000',
  ]) {
    await alice.says(line);
    expect(alice.last.cards.length).toBeGreaterThan(0);
  }
});
