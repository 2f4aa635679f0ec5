import { expect, it } from 'vitest';
import { claimWish } from '../../language/order/claim-wish.js';

it.each([
  ['我来跟这单', ''],
  ['这单我跟了', ''],
  ['星河这单我来跟', '星河'],
  ['这个客户归我', ''],
  ['我来接手', ''],
  ['我跟进这个客户', ''],
  ['没人跟的话我来跟吧', ''],
])('%s is a wish to take it over', (line, name) => {
  expect(claimWish(line)).toEqual({ name });
});

it.each([
  '这单我跟了三个月了',
  '今天跟了星河',
  '我下周来跟进一下王总',
  '这单是我跟的吗',
  '我跟王总聊了',
  '这个客户我拜访过',
  '我要跟客户说一下价格',
])('%s is none', (line) => {
  expect(claimWish(line)).toBeUndefined();
});
