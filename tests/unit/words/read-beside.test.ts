import { expect, test } from 'vitest';
import { readPhone } from '../../../kernel/pieces/phone.js';
import { scan } from '../../../kernel/pieces/scan.js';
import { readTaskOrder } from '../../../language/correction/task-order.js';

const at = { today: '2026-11-30', locale: 'en' } as const;

test.each([
  ['tues 12/8 at 3pm', '2026-12-08', '15:00'],
  ['fri 12/4 2pm', '2026-12-04', '14:00'],
  ['mon 12/7 at 11', '2026-12-07', '11:00'],
  ['dec 10 at 4', '2026-12-10', '16:00'],
  ['12/8 (tue) 3pm', '2026-12-08', '15:00'],
  ['tuesday, 12/8 at 3:30', '2026-12-08', '15:30'],
  ['fri the 4th at 2', '2026-12-04', '14:00'],
  ['on monday december 7 at 11', '2026-12-07', '11:00'],
  ['sat 12/5 at 10', '2026-12-05', '10:00'],
  ['12月8号周二下午3点', '2026-12-08', '15:00'],
  ['下周二12月8日上午10点', '2026-12-08', '10:00'],
])('a weekday beside its date keeps the time: %s', (words, value, time) => {
  expect(scan(words, new Set(['date']), at)).toMatchObject([{ words, piece: { value, time } }]);
});

test.each(['tues at 5 Broad Street', 'friday at 5k', 'mon at 10 users'])('no time of day: %s', (words) => {
  expect(scan(words, new Set(['date']), at)[0]?.piece).not.toHaveProperty('time');
});

test.each([
  ['617 555 0166', '+16175550166'],
  ['617-555-0142 x204', '+16175550142-204'],
  ['(617) 555-0142 ext. 12', '+16175550142-12'],
  ['+16175550142-204', '+16175550142-204'],
  ['1 617 555 0142 ext 9', '+16175550142-9'],
])('an American phone with spaces or an extension: %s', (words, value) => {
  expect(readPhone(words)).toBe(value);
});

test.each([
  ['moved nantucket demo to wed 12/9 3pm', { kind: 'move', to: '2026-12-09T15:00' }],
  ['nantucket demo got pushed to wed 12/9', { kind: 'move', to: '2026-12-09' }],
  ['demo is at 2pm', { kind: 'move', time: '14:00' }],
  ['the call is at 4', { kind: 'move', time: '16:00' }],
  ['演示是下午两点', { kind: 'move', time: '14:00' }],
  ['cancel the call tmrw 10am', { kind: 'drop', on: '2026-12-01' }],
  ['drop T-7', { kind: 'drop', about: 'T-7' }],
  ['把T-7取消了', { kind: 'drop', about: 'T-7' }],
  ['T-7 done', { kind: 'done', about: 'T-7' }],
])('an order about a task: %s', (line, order) => {
  expect(readTaskOrder(line, at)).toMatchObject(order);
});

test.each([
  'they moved the go-live to january',
  'drop off samples at Larkspur tomorrow',
  'the price is at 4',
  'cancel that',
  '客户取消了订单',
])('no order about a task: %s', (line) => {
  expect(readTaskOrder(line, at)).toBeUndefined();
});
