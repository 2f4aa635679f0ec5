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

test('completes several tasks after one tap, which undo takes back as one', async () => {
  await lei.says('商机 星河科技 ERP 20万 王总');
  await lei.says('提醒我明天给星河科技送合同');
  await lei.says('提醒我后天给星河科技打电话');
  await lei.says('完成T-1和T-2').sees('2 件待办', 'T-1', 'T-2');
  await lei.says('待办').sees('T-1', 'T-2');
  await lei.says('完成T-1和T-2');
  await lei.taps('完成（2 件）').sees('已完成 2 件待办');
  await lei.says('待办').misses('T-1');
  await lei.says('撤').sees('T-1 已恢复原样', 'T-2 已恢复原样');
  await lei.says('逾期的都推到明天').sees('没有符合的待办');
});

test('asks about a deal that looks the same, and creates one more only by a tap', async () => {
  await lei.says('商机 听涛科技 小程序 8万').sees('商机已创建');
  await lei.says('给听涛建个小程序商机8万').sees('已有相同的商机 D-1').misses('D-2');
  await lei.says('商机 听涛科技 小程序').sees('D-1', '[仍然新建]');
  await lei.taps('仍然新建').sees('# D-2');
  await lei.says('商机 听涛科技 CRM').sees('# D-3');
  await lei.says('9万吧').sees('金额 无 → 9万');
});

test('takes orders for a customer whose name begins like a polite word', async () => {
  await lei.says('商机 那记甜品 会员系统 9万 王总');
  await lei.says('把那记的金额改成10万').sees('金额 9万 → 10万');
  await lei.says('商机 好利来 收银 9万');
  await lei.says('好利来的金额改成11万').sees('金额 9万 → 11万');
});

test('hands over the deal that a pronoun means, and asks before it holds on', async () => {
  await w.rep('韩梅');
  await lei.says('商机 星河科技 ERP 20万');
  await lei.says('慢着').sees('要撤销刚才的操作吗？').misses('已撤销');
  await lei.says('D-1');
  await lei.says('那单给韩梅').sees('D-1 从李雷转给韩梅');
});

test('takes up a question that was set aside, also after other answers', async () => {
  await lei.says('商机').sees('请补充：客户');
  await lei.says('今天').sees('[接着办]');
  await lei.says('漏斗');
  await lei.says('我的商机');
  await lei.says('接着办').sees('请补充：客户');
});

test('writes what is told of several deals of a customer on each of them', async () => {
  await lei.says('商机 云帆物流 仓储系统 50万');
  await lei.says('商机 云帆物流 运费结算 12万');
  await lei
    .says('云帆两个单子，仓储谈到80万，运费签了')
    .sees('D-1 · 仓储系统', 'D-2 · 运费结算', '仓储系统 金额改为80万', '运费结算 赢单')
    .misses('运费结算 金额', '仓储系统 赢单');
});
