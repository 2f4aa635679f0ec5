import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

describe('records are kept up in words', () => {
  beforeEach(async () => {
    await lei.says('商机 河谷制药 MES 20万 赵经理');
  });

  test('renames a customer, a deal and a contact, and never makes a second one', async () => {
    await lei.says('河谷制药改名叫河谷生物').sees('把「河谷制药」改名为「河谷生物」吗');
    await lei.taps('改名').sees('已改名：河谷制药 → 河谷生物');
    await lei.says('河谷制药').sees('C-1 · 河谷生物');
    await lei.says('把河谷生物改名为河谷医药').sees('已改名：河谷生物 → 河谷医药');
    await lei.says('撤').sees('客户改名');
    await lei.says('河谷生物').sees('C-1 · 河谷生物');
    await lei.says('商机MES改名为MES一期').sees('已改名：MES → MES一期');
    await lei.says('改名 赵经理 赵敏').sees('已改名：赵经理 → 赵敏');
    await lei.says('商机 星河科技 CRM 10万');
    await lei.says('改名 河谷生物 星河科技').sees('已有客户');
  });

  test('notes industry, region, source and grade, and asks before it overwrites what was told', async () => {
    await lei.says('河谷制药的行业是制药，总部在苏州').sees('资料: 制药 · 苏州');
    await lei.says('河谷制药 官网来的').sees('来源 无 → 官网');
    await lei.says('河谷制药的行业是医疗').sees('要修改河谷制药的资料吗');
    await lei.taps('修改').sees('行业 制药 → 医疗');
    await lei.says('把河谷制药的地区改成无锡').sees('地区 苏州 → 无锡');
    await lei.says('改 C-1 行业=生物').sees('行业 医疗 → 生物');
    await lei.says('客户 行业=生物').sees('C-1 河谷制药');
    await lei.says('无锡的客户').sees('C-1 河谷制药');
    await lei.says('客户 行业=航天').misses('C-1');
    await lei.says('客户 河谷制药 来源=天上').sees('没有「天上」这个来源');
  });

  test('adds and removes tags later, and lists by them', async () => {
    await lei.says('标签 河谷制药 +KA').sees('标签：#KA');
    await lei.says('给河谷制药打上标签 战略').sees('#KA #战略');
    await lei.says('去掉河谷制药的KA标签').sees('标签：#战略');
    await lei.says('标签 河谷制药 -没有').sees('没有「没有」这个标签');
    await lei.says('我的客户 #战略').sees('C-1 河谷制药');
    await lei.says('商机 华为 ERP 30万 #重点').sees('标签: #重点');
    await lei.says('商机 #重点').sees('华为 ERP');
  });

  test('opens a closed deal again, and asks where somebody only told of it', async () => {
    await lei.says('重开 河谷制药').sees('没有已赢单或已输单的商机');
    await lei.says('输 河谷制药 价格').sees('已记为输单');
    await lei.says('河谷制药的单子又活了').sees('要重开');
    await lei.taps('重开').sees('已重开，回到「初步沟通」');
    await lei.says('撤');
    await lei.says('D-1').sees('已输单');
    await lei.says('重开 河谷制药').sees('已重开');
  });

  test('voids a deal only by a choice, and a lead at once', async () => {
    await lei.says('河谷制药的商机作废').sees('没谈成的记为输单');
    await lei.says('D-1').sees('初步沟通');
    await lei.says('线索 白鹭旅游 13912345678');
    await lei.says('白鹭旅游的线索无效').sees('已标为无效');
  });

  test('deletes a contact, a lead and a customer with all it has, and undo brings all of it back', async () => {
    await lei.says('跟 河谷制药 电话 谈了价格 明天再约');
    await lei.says('删除联系人 赵经理').sees('已删除：赵经理 · 河谷制药');
    await lei.says('河谷制药').misses('赵经理');
    await lei.says('删 河谷制药').sees('1 个进行中的商机', '1 条跟进', '1 件待办');
    await lei.taps('删除').sees('已删除：C-1 河谷制药');
    await lei.taps('撤销').sees('C-1 已恢复原样', 'D-1 已恢复原样');
    await lei.says('河谷制药').sees('D-1 MES', '谈了价格');
    await lei.says('历史 D-1').sees('新商机');
  });

  test('takes the day by which a customer wants to sign as the close date, not as a task', async () => {
    await lei.says('河谷制药想12月15日前签').sees('预计成交日').misses('下一步: ');
  });
});

describe('what became of a record', () => {
  test('tells who changed what, when and from what, and pages through it', async () => {
    await lei.says('商机 河谷制药 MES 20万');
    await lei.says('金额改成25万');
    await lei.says('谁改的金额').sees('李雷 | 金额 20万 → 25万');
    await lei.says('撤');
    await lei.says('河谷制药的金额谁改的').sees('已撤销');
    for (const n of [30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40]) await lei.says(`改 D-1 ${n}万`);
    await lei.says('修改记录 D-1').sees('39万 → 40万', '第 1/2 页');
    await lei.taps('更早的').sees('新商机');
  });

  test('shows a record as it was on a day, and refuses a day to come', async () => {
    await lei.says('商机 河谷制药 MES 20万');
    w.clock.advance(3 * 86_400_000);
    await lei.says('改 D-1 50万');
    await lei.says('河谷制药 @昨天').sees('D-1 MES', '20万').misses('50万');
    await lei.says('D-1 @昨天').sees('金额: 20万');
    await lei.says('河谷制药 @明天').sees('还没到');
    await lei.says('河谷制药 @上个月').misses('D-1');
  });

  test('tells a manager what somebody did and who viewed a record', async () => {
    const min = await w.manager('周敏');
    await lei.says('商机 河谷制药 MES 20万');
    await min.says('河谷制药');
    await min.says('李雷今天做了什么').sees('新商机 D-1');
    await min.says('谁看过河谷制药').sees('周敏 | 1 次');
    await lei.says('我今天做了什么').sees('新客户');
    const mei = await w.rep('韩梅');
    await mei.says('谁看过河谷制药').misses('周敏 | 1');
  });
});

describe('the same in English', () => {
  test('renames, tags, reopens, deletes and lists', async () => {
    await w.close();
    w = await world({ locale: 'en' });
    const amy = await w.rep('Amy Chen');
    await amy.says('deal Globex rollout 40k');
    await amy.says('rename Globex to Globex Industries').sees('Renamed: Globex → Globex Industries');
    await amy.says('Globex Industries is in manufacturing, based in Boston').sees('manufacturing · Boston');
    await amy.says('Globex Industries came from a referral').sees('Source: none → Referral');
    await amy.says('add tag strategic to Globex Industries').sees('#strategic');
    await amy.says('remove the strategic tag from Globex Industries').sees('No tags left');
    await amy.says('customers in Boston').sees('Globex Industries');
    await amy.says('change the amount to 48k');
    await amy.says('who changed the amount of Globex Industries, when, from what?').sees('→');
    await amy.says('Globex Industries wants to close by 12/15').sees('Close date').misses('Next step: ');
    await amy.says('lost Globex Industries price');
    await amy.says('Globex Industries is back on').sees('Reopen "D-1 rollout"?');
    await amy.taps('Reopen').sees('Reopened in');
    await amy.says('void the Globex Industries deal').sees('Mark lost');
    await amy.says('delete Globex Industries').sees('This also deletes 1 open deal');
    await amy.taps('Delete').sees('Deleted: C-1 Globex Industries');
    await amy.taps('Undo').sees('C-1 restored');
    await amy.says('delete contact Jane Doe').sees('contact');
    await amy.says('what did I do today').sees('new deal D-1');
  });
});
