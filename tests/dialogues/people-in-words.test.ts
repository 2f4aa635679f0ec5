import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('an admin says who is a manager, and who has left', async () => {
  w = await world();
  const chen = await w.admin('陈晨');
  const li = await w.rep('李雷');
  const han = await w.rep('韩梅');
  await li.says('商机 海棠地产 智慧社区 80万 李总');
  await li.says('每天9点汇总发我').sees('通知每天 09:00 合并成一条');
  await chen.says('把韩梅设为主管').sees('韩梅现在是经理');
  await chen.says('韩梅是销售').misses('韩梅现在是');
  await chen.says('李雷做销售').misses('李雷现在是');
  await han.says('让李雷当管理员').sees('没有权限');
  await li.says('海棠地产的李总离职了').sees('已记录 · 海棠地产');
  await chen.says('李雷离职了').sees('李雷的客户交给谁', '韩梅').misses('已停用');
  await chen.taps('韩梅').sees('韩梅: 客户 1', '李雷的账号会同时停用');
  await chen.taps('确认交接').sees('李雷的账号已停用');
  await li.says('我的客户').sees('您的账号已停用');
  await chen.says('撤').sees('已撤销');
  await li.says('我的客户').sees('海棠地产');
});

it('the same in English, and the language of a group', async () => {
  w = await world({ locale: 'en' });
  const rob = await w.admin('Rob Dale');
  const tom = await w.rep('Tom Baker');
  await tom.says('tell me once a day at 9').sees('one list a day at 9:00 AM');
  await tom.says('send me notifications once a day at 5pm').sees('5:00 PM');
  await rob.says('make Tom a manager').sees('Tom Baker is now a manager');
  await rob.says('make Tom a rep').sees('Tom Baker is now a rep');
  await rob.says('deactivate Tom').sees("Tom Baker's account will be deactivated");
  await rob.taps('Transfer all').sees('Tom Baker has nothing to transfer');
  await tom.says('my deals').sees('deactivated');
  await rob.says('make this channel English').sees('group');
});
