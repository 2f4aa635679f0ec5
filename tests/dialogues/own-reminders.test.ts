import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let min: Actor;
let lei: Actor;
let mei: Actor;
beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  min = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  await lei.says('商机 海棠地产 智慧社区 80万');
  await lei.says('提醒我明天给海棠地产打电话').sees('T-1');
  await lei.says('约 D-1 下周三 讲方案').sees('T-2');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a reminder that somebody asked for themselves', () => {
  it('stays theirs when the record goes to a colleague, other tasks go along', async () => {
    await min.says('提醒我周五给海棠地产发合同').sees('T-3');
    await min.says('派 D-1 韩梅').sees('D-1 从李雷转给韩梅');
    await lei.says('我的待办').sees('T-1').misses('T-2');
    await mei.says('我的待办').sees('T-2').misses('T-1', 'T-3');
    await min.says('我的待办').sees('T-3').misses('T-2');
  });

  it('stays theirs when the whole book is handed over, unless they leave', async () => {
    await min.says('交接 李雷 韩梅');
    await min.taps('交接').sees('韩梅');
    await lei.says('我的待办').sees('T-1').misses('T-2');
    await min.says('撤');
    const input = { who: lei.person.id, to: mei.person.id, leaves: true, confirmed: true };
    await min.calls({ command: 'handover', input }).sees('韩梅');
    await mei.says('我的待办').sees('T-1', 'T-2');
  });

  it('stays open when the deal is won, other tasks are dropped', async () => {
    await lei.says('赢 D-1 30万').sees('恭喜');
    await lei.says('我的待办').sees('T-1').misses('T-2');
  });
});

it('the next step shown is the one to come, not one that is overdue', async () => {
  w.later(4);
  await lei.says('今天拜访了海棠地产').sees('下一步: 12月2日 周三');
  await lei.says('D-1').sees('下一步: 周三');
  await lei.says('海棠地产').sees('11月27日 周五 提醒我明天给海棠地产打电话、周三 讲方案');
  await lei.says('海棠地产的下一步是什么').sees(/周三.*讲方案/);
  w.later(5);
  await lei.says('约 D-1 12月10日 送合同').sees('T-3');
  await lei.says('给海棠地产打了电话').sees('下一步: 12月10日 周四');
});

it('a task is moved by its customer and its day; of many those to come are offered first', async () => {
  for (const [at, day] of ['明天', '后天', '12月1日', '12月3日', '12月4日', '12月7日'].entries())
    await lei.says(`约 D-1 ${day} 第${at + 1}件`);
  await lei.says('把海棠地产12月3日的待办改到12月9日').sees('T-6', '12月9日');
  w.later(7);
  await lei.says('把海棠地产的待办改到12月10日').sees(/12月4日.*12月7日.*12月9日/s);
  await lei.taps('第6件').sees('T-8', '12月10日');
});
