import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Actor, printed, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let alice: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  alice = await w.rep('爱丽丝');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('an unknown verb is answered with the nearest verbs', async () => {
  await alice.says('leda 华为').sees('没看懂「leda」', '线索');
  await alice.says('今天天气不错').sees('没理解您的意思', '已保留您的消息：今天天气不错');
});

it('a message delivered twice has one effect and one answer', async () => {
  const first = await alice.says('商机 华为 ERP 30万', { id: 'same' });
  const again = await alice.says('商机 华为 ERP 30万', { id: 'same' });
  expect(again.cards).toEqual(first.cards);
  await alice.says('D-2').sees('没有编号为 D-2 的记录');
});

it('a button tapped twice, or twice at once, has one effect', async () => {
  await alice.says('商机 华为 ERP 30万');
  const tap = { command: 'won', input: { deal: 'D-1', sure: true } };
  const [one, two] = await Promise.all([alice.calls(tap, { id: 'x' }), alice.calls(tap, { id: 'x' })]);
  expect(printed(one.cards[0] as never)).toBe(printed(two.cards[0] as never));
  const late = await alice.calls(tap, { id: 'y' });
  expect(printed(late.cards[0] as never)).toContain('已赢单，不能再改');
});

it('markup typed by people is shown as plain text', async () => {
  await alice.says('商机 "<b>粗</b> & _斜_ 公司" ERP 30万').sees('<b>粗</b> & _斜_ 公司');
});

it('an invalid form is answered with the error beside the wrong field', async () => {
  await alice.says('约').sees('请补充');
  await alice.fills({ subject: '不存在', next: '明天' }).sees('没有找到客户');
  expect(alice.last.form?.fields.find((field) => field.name === 'subject')?.error).toContain('没有找到客户');
});

it('「取消」 says so if no question is open', async () => {
  await alice.says('取消').sees('没有待回答的问题');
});

it('an open question is still answered after a restart', async () => {
  await alice.says('商机 华为 ERP 30万');
  await alice.says('输 华为');
  const reborn = w.restarted();
  await reborn.actor('爱丽丝').says('价格').sees('已记为输单');
});

it('empty lines, stray punctuation and very long words are answered without an incident', async () => {
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
