import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { type Actor, type World, world } from '../support/world.js';

/** Undo changes records too: it asks again for the right of each change, of the person as they are now. */

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let nuo: Actor;

beforeEach(async () => {
  w = await world();
  chen = await w.admin('陈晨');
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await w.rep('韩梅');
  nuo = await w.rep('许诺', await w.team('华南'));
  await lei.says('商机 星河科技 ERP二期 30万 王总').sees('D-1');
  w.later(1);
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const deal = async () => {
  const found = await dealByNo(w.store.db, 1);
  if (!found) throw new Error('D-1 is gone');
  return found;
};

test('who only looks by now takes no change back, and removes nothing', async () => {
  await lei.says('改 D-1 28万');
  await chen.says('角色 @李雷 只读').sees('只读');
  await lei.says('撤').sees('没有权限');
  expect((await deal()).amount).toBe(28_000_000);
  await chen.says('角色 @李雷 销售');
  await lei.says('商机 云帆物流 8万').sees('D-2');
  await chen.says('角色 @李雷 只读');
  await lei.says('撤').sees('没有权限');
  expect(await dealByNo(w.store.db, 2)).toBeDefined();
});

test('who gave the record away since does not change it by undoing', async () => {
  await lei.says('改 D-1 28万');
  const call = lei.callOf('撤');
  await chen.says('派 D-1 许诺').sees('许诺');
  await lei.calls(call).sees('没有编号为 D-1 的记录');
  expect((await deal()).amount).toBe(28_000_000);
  await chen.says('派 D-1 韩梅').sees('韩梅');
  await lei.calls(call).sees('没有权限', '韩梅');
  expect((await deal()).amount).toBe(28_000_000);
  await chen.says('派 D-1 李雷').sees('李雷');
  await lei.calls(call).sees('已撤销');
  expect((await deal()).amount).toBe(30_000_000);
});

test('who has moved to another team takes back no transfer in the former one', async () => {
  await lei.says('派 D-1 韩梅').sees('韩梅');
  await w.store.tx((tx) => updatePerson(tx, lei.person.id, { teamId: nuo.person.teamId }));
  await lei.says('撤').misses('已撤销');
  expect((await deal()).ownerId).not.toBe(lei.person.id);
  await w.store.tx((tx) => updatePerson(tx, lei.person.id, { teamId: w.east.id }));
  await lei.says('撤').sees('已撤销');
  expect((await deal()).ownerId).toBe(lei.person.id);
});

test('who is no collaborator any more does not remove a follow-up', async () => {
  await lei.says('协作 星河科技 @许诺').sees('许诺');
  await nuo.says('跟 星河科技 电话 已约演示').sees('已记');
  await lei.says('取消协作 星河科技 @许诺').sees('不再是');
  await nuo.says('撤').misses('已撤销');
  const logs = await lastFollowUps(w.store.db, (await deal()).customerId, 9);
  expect(logs).toHaveLength(1);
});

test('what followed from an act that one still may do is taken back with it', async () => {
  await zhou.says('线索 云帆物流 张总 想看ERP').sees('L-1', '负责人');
  await zhou.says('撤').sees('已撤销', '删除 L-1');
  await zhou.says('派 D-1 韩梅').sees('韩梅');
  await zhou.says('撤').sees('已撤销');
  expect((await deal()).ownerId).toBe(lei.person.id);
  await lei.says('协作 星河科技 @许诺').sees('许诺');
  await nuo.says('跟 星河科技 赵工 电话 已约演示').sees('已记');
  await nuo.says('撤').sees('已撤销');
});
