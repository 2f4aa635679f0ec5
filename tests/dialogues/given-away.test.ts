import { afterEach, beforeEach, expect, test } from 'vitest';
import { Wall } from '../support/wall.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

/** What somebody gives away is answered with the rights that its readers have afterwards. */

const group = '华东群';

let w: World;
let lei: Actor;
let mei: Actor;
let zhou: Actor;
let chen: Actor;

async function open(sees: 'self' | 'team'): Promise<void> {
  const { access } = processOfTests;
  w = await world({
    process: { ...processOfTests, access: { ...access, rep: { ...access.rep, sees } } },
  });
  zhou = await w.manager('周敏');
  chen = await w.admin('陈晨');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  await w.rep('许诺', await w.team('华南'));
  await lei.says('商机 云杉科技 30万 王总').sees('D-1');
  await lei.says('线索 白鹭旅游 孙总 13912345678').sees('L-1');
}

beforeEach(async () => await open('self'));
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('the giver who may no longer see a deal reads one line, and can undo', async () => {
  await lei.says('派 D-1 韩梅').sees('D-1', '转给韩梅', '[撤销]').misses('云杉科技', '30万', '初步沟通');
  await lei.says('D-1').sees('没有编号为 D-1 的记录');
  await mei.says('D-1').sees('云杉科技', '30万');
  // The line before it was refused, so that it is asked what is meant.
  await lei.says('撤').sees('要撤销', '派 D-1 韩梅');
  await lei.taps('撤销').sees('已撤销');
  await lei.says('D-1').sees('30万');
});

test('the same of a lead and its phone number', async () => {
  await lei.says('派 L-1 韩梅').sees('L-1', '转给韩梅').misses('白鹭旅游', '13912345678');
});

test('a collaborator who leaves reads one line', async () => {
  await lei.says('协作 云杉科技 @韩梅').sees('韩梅');
  await mei.says('云杉科技').sees('D-1');
  await mei.says('取消协作 云杉科技 @韩梅').sees('不再是').misses('王总', '30万');
});

test('a tapped card of it is replaced, and a giver who still sees it gets the whole card', async () => {
  const wall = new Wall(w);
  const [card] = await wall.says(lei, 'private', 'D-1');
  await wall.says(lei, 'private', '派 D-1 韩梅');
  expect(Wall.words(card as never)).not.toContain('30万');
  await zhou.says('派 D-1 李雷').sees('云杉科技', '30万');
});

test('a group that may no longer see the record does not read its card', async () => {
  await w.close();
  await open('team');
  await zhou.in(group).says('绑群 华东');
  expect((await zhou.in(group).says('派 D-1 韩梅').sees('云杉科技')).quiet).toBe(false);
  const given = await chen.in(group).says('派 D-1 许诺').sees('转给许诺');
  expect(given.quiet).toBe(true);
});

test('the customer stays with an owner who has another open deal of it, and goes along with the last', async () => {
  await lei.says('商机 云杉科技 二期 20万').sees('D-2');
  await zhou.says('派 D-1 韩梅').sees('D-1 从李雷转给韩梅', '客户「云杉科技」仍由李雷负责');
  await zhou.says('派 D-2 韩梅').sees('客户「云杉科技」一并转给韩梅');
});

test('a customer without an open deal or lead is given away itself, with its tasks', async () => {
  await lei.says('输 D-1 价格');
  await lei.says('约 云杉科技 明天').sees('T-1');
  await zhou.says('把云杉科技从李雷手上转给韩梅').sees('C-1 从李雷转给韩梅', '负责人: 韩梅');
  await mei.says('今天').sees('T-1');
  await zhou.says('撤').sees('已撤销');
  await lei.says('云杉科技').sees('负责人: 李雷');
});
