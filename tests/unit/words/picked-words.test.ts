import { expect, test } from 'vitest';
import { pickedByWords, putsOff } from '../../../language/arbiter/picked-words.js';

const labels = ['D-3 · 运费结算 · 12万 · 初步接触', 'D-2 · 仓储系统 · 50万 · 需求确认'];
const said = '输 云帆物流 价格';

test.each([
  ['运费那个', 0],
  ['就是12万那个吧', 0],
  ['仓储的', 1],
  ['选仓储系统那单', 1],
  ['第二个', 1],
  ['the second one', 1],
  ['最后一个', 1],
  ['云帆那个', undefined],
  ['价格', undefined],
  ['今天', undefined],
  ['D', undefined],
])('%s picks %s', (line, at) => {
  expect(pickedByWords(labels, line, said)).toBe(at);
});

test.each([
  '先别输',
  '等会儿',
  '哎等会儿 先别输 撤回来',
  '哎 算了先放着',
  'hold on, not yet',
  "don't lose it",
])('%s puts off what was asked', (line) => expect(putsOff(line)).toBe(true));
test.each(['等会儿去拜访星河科技', '先别输，等王总回话', '今天', 'wait', 'later today I call Jane', '那个'])(
  '%s does not',
  (line) => expect(putsOff(line)).toBe(false),
);
