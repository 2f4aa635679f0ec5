import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

/** What was said to the bot in a private chat is read there, and by no group. */

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
  zhou = await w.manager('周敏');
  await zhou.in('华东群').says('绑群 华东');
  zhou.alone();
  await lei.says('商机 华为 ERP 30万');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('a group is shown that a customer was followed up, not what was said in private', async () => {
  await lei.says('跟 华为 拜访 采购要回扣').sees('采购要回扣');
  await zhou.says('华为').sees('采购要回扣');
  for (const line of ['上次跟华为聊了什么', '公海记录'])
    await zhou.in('华东群').says(line).misses('采购要回扣');
  for (const line of ['华为', '查 华为', 'C-1', 'D-1', '华为最近怎么样']) {
    expect((await zhou.in('华东群').says(line)).quiet).toBe(true);
    await zhou.taps('发到群').misses('采购要回扣');
  }
  await zhou.in('华东群').says('华为');
  await zhou.taps('发到群').sees('李雷 拜访');
  await lei.in('华东群').says('跟 华为 电话 报价已发').sees('报价已发');
  await zhou.in('华东群').says('华为');
  await zhou.taps('发到群').sees('报价已发').misses('采购要回扣');
});

test('undo and a correction in a group concern what was said in that group', async () => {
  await lei.says('跟 华为 拜访 采购要回扣').sees('已记');
  await lei.in('华东群').says('撤').sees('没有').misses('采购要回扣');
  await lei.in('华东群').says('不对，是昨天').misses('采购要回扣');
  await lei.alone().says('华为').sees('采购要回扣');
  await lei.in('华东群').says('跟 华为 电话 报价已发').sees('已记');
  await lei.alone().says('撤').sees('采购要回扣');
  await lei.in('华东群').says('撤').sees('报价已发');
});
