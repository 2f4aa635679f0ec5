import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  await zhou.in('东群').says('绑群 华东');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('several reports in one message of a group post one card, and offer the others', async () => {
  const { cards } = await zhou.in('东群').says('漏斗\n排行\n预测');
  expect(cards.map(({ title }) => title.slice(0, 2))).toEqual(['漏斗', '其他']);
  await zhou.taps('排行').sees('排行 · 华东');
  await zhou.says('漏斗');
  expect((await zhou.alone().says('漏斗\n排行')).cards).toHaveLength(2);
});
