import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { customerByNo } from '../../store/customers/customer-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { Wall, type WallMessage } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

/** What a card offers belongs to the act that the card tells of: it ends with it, and makes a record once. */

let w: World;
let wall: Wall;
let lei: Actor;

beforeEach(async () => {
  w = await world();
  wall = new Wall(w);
  lei = await w.rep('李雷');
  await wall.says(lei, 'private', '商机 云杉科技 ERP 30万 王总');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const first = ([message]: WallMessage[]): WallMessage => {
  if (!message) throw new Error('nothing was posted');
  return message;
};

const dues = async () =>
  (await openTasksOf(w.store.db, (await customerByNo(w.store.db, 1))?.id ?? '')).map(
    ({ dueDate }) => dueDate,
  );

/** A platform that cannot edit keeps showing the button. */
const old = (message: WallMessage): WallMessage => ({ ...message, card: message.posted });

test('an offer of a follow-up that was corrected writes nothing and says so', async () => {
  const receipt = first(await wall.says(lei, 'private', '今天拜访了云杉科技，报价50万'));
  expect(Wall.words(receipt)).toContain('金额改为50万');
  await wall.says(lei, 'private', '不对，是报价55万');
  const answer = first(await wall.taps(lei, old(receipt), '金额改为50万'));
  expect(Wall.words(answer)).toContain('已撤销或更正');
  expect(Wall.words(answer)).toContain('查看 D-1');
  expect((await dealByNo(w.store.db, 1))?.amount).toBe(30_000_000);
});

test('an offer of a follow-up that was undone writes nothing, and asks nothing', async () => {
  const receipt = first(await wall.says(lei, 'private', '今天拜访了云杉科技，报价50万'));
  await wall.says(lei, 'private', '撤');
  for (const label of ['金额改为50万', '明天']) {
    const answer = first(await wall.taps(lei, old(receipt), label));
    expect(Wall.words(answer)).toContain('已撤销或更正');
  }
  expect((await dealByNo(w.store.db, 1))?.amount).toBe(30_000_000);
  expect(await dues()).toEqual([]);
});

test('an offer of a next step is taken once, and again after it was undone', async () => {
  const receipt = first(await wall.says(lei, 'private', '今天拜访了云杉科技，报价偏高'));
  const made = first(await wall.taps(lei, receipt, '下周'));
  expect(await dues()).toHaveLength(1);
  expect(Wall.words(receipt)).not.toContain('下周');
  const again = first(await wall.taps(lei, old(receipt), '下周'));
  expect(Wall.words(again)).toContain('已经做过了');
  expect(await dues()).toHaveLength(1);
  // The other day is another offer.
  await wall.taps(lei, old(receipt), '明天');
  expect(await dues()).toHaveLength(2);
  await wall.taps(lei, made, '撤销');
  await wall.taps(lei, old(receipt), '下周');
  expect(await dues()).toHaveLength(2);
});

test('looking at the record stays possible after the act was undone', async () => {
  await wall.says(lei, 'private', '约 云杉科技 明天 送样品');
  const receipt = first(await wall.says(lei, 'private', '云杉科技有个新仓库'));
  await wall.taps(lei, receipt, '记为跟进');
  await wall.says(lei, 'private', '撤');
  const seen = first(await wall.taps(lei, old(receipt), '查看'));
  expect(Wall.words(seen)).toContain('云杉科技');
});
