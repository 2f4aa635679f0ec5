import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('is grouped, and made of one’s own newest customer', async () => {
  await lei.says('帮').sees('每天用', '报表', '华为').misses('管理');
  await lei.says('商机 星河科技 30万');
  await lei.says('帮').sees('跟 星河科技 电话').misses('跟 华为');
});

test('shows only what one’s role may do', async () => {
  const chen = await w.admin('陈晨');
  await lei.says('help').misses('团队 华北', '绑群', '角色');
  await chen.says('help').sees('管理', '团队', '绑群', '角色');
});

test('of one verb: usage, examples, other ways to say it', async () => {
  await lei.says('帮 漏斗').sees('漏斗', '[时间]', '漏斗 本月', 'funnel');
  await lei.says('帮助 log').sees('客户或商机', '跟 D-1');
});

test('of a verb that is none: the nearest ones', async () => {
  await lei.says('帮 漏斗儿').sees('漏斗');
  await lei.says('取消');
  await lei.says('帮 团队').sees('没有「团队」这个说法');
});

test('in a group it is for the speaker alone', async () => {
  const answer = await lei.in('华东群').says('帮');
  expect(answer.quiet).toBe(true);
});
