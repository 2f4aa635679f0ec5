import { expect, test } from 'vitest';
import { readLeaveWish } from '../../../language/order/leave-wish.js';
import { allSentences } from '../../language/set.js';

/** Thursday. */
const at = { today: '2026-11-26', locale: 'zh' as const };
const read = (line: string) => {
  const wish = readLeaveWish(line, at);
  return wish && `${wish.days ?? '?'}${wish.isUnsure ? ' ?' : ''}`;
};

test.each([
  ['明天我请假', '明天'],
  ['我明天请假', '明天'],
  ['我明天要请一天假', '明天'],
  ['下周三到周五休假', '下周三到周五'],
  ['我12月1号到5号请年假', '12月1号到5号'],
  ['后天请个假', '后天'],
  ['下周我休年假', '11月30日到12月6日'],
  ['我请假', '?'],
  ['我想明天请假', '明天 ?'],
  ['明天上午请假', '明天 ?'],
  ['明天我不在', '明天 ?'],
  ['后天我休息', '后天 ?'],
  ["I'm off tomorrow", 'tomorrow'],
  ['on vacation Mon-Wed', 'Mon-Wed'],
  ["I'll be on leave from Monday to Wednesday", 'Monday to Wednesday'],
  ["I'm on holiday next week", '11月30日到12月6日'],
  ["I'm taking the day off on Friday", 'Friday'],
  ["tomorrow I'm off", 'tomorrow'],
  ["I'll take the day off tomorrow", 'tomorrow ?'],
  ["I'm out of the office tomorrow", 'tomorrow ?'],
  ["I'm away Mon-Wed", 'Mon-Wed ?'],
  ["I'm off tomorrow morning", 'tomorrow ?'],
])('reads the leave in %s', (line, days) => expect(read(line)).toBe(days));

test.each([
  '客户明天请假',
  '王总下周休假',
  '李雷明天请假',
  '请假怎么请',
  '明天谁请假',
  '王总明天不在',
  '我明天去海棠地产',
  '明天不请假',
  "I'm off to Acme tomorrow",
  'the deal is off',
  'Tom is off tomorrow',
  'Jane is on vacation next week',
  "we're off tomorrow",
  'is Tom off tomorrow?',
  "I'm out of samples",
  'call Acme tomorrow',
])('reads no leave in %s', (line) => expect(read(line)).toBeUndefined());

test('takes no sentence that tells of work for it', () => {
  expect(
    allSentences()
      .map(({ say }) => say)
      .filter(read),
  ).toEqual([]);
});
