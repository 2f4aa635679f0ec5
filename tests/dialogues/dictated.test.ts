import { afterEach, beforeEach, describe, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let li: Actor;
let zhou: Actor;
beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  li = await w.rep('李雷');
});
afterEach(async () => await w.close());

describe('a line that was dictated without marks', () => {
  it('names a new customer by what companies are called, not by sounds and amounts', async () => {
    const said =
      '喂今天上午我去了趟深圳宏达电子就是宝安那家见了他们采购的刘经理聊得还行预算在六十万左右然后哦对了他让我下周二之前给个方案';
    await li.says(said).sees('[新建「深圳宏达电子」]').misses('新建「六十万');
    await li.taps('新建「深圳宏达电子」').sees('已记录 · 深圳宏达电子', '方式: 拜访', '12月1日 周二');
  });

  it('offers each of two new customers, and keeps what was told of each', async () => {
    const said =
      '下午跑了两家一家是坂田的华星光电王工不在前台说下周再来另外一家是观澜的立讯模具见到了老板陈总说一百万以内都可以谈';
    await li.says(said).sees('[新建「华星光电」]', '[新建「立讯模具」]');
    await li.taps('新建「华星光电」').sees('华星光电 L-1 · 跟进', '[新建「立讯模具」]');
    await li.taps('新建「立讯模具」').sees('已记录 · 立讯模具', '预算: 约 100万').misses('报价');
  });

  it('is kept while its customer is asked for, and logged once the name is created', async () => {
    await li.says('今天去了趟公明的一个厂聊得不错').sees('哪个客户');
    await li.says('公明五金啊').sees('[新建「公明五金」]');
    await li.taps('新建「公明五金」').sees('已记录 · 公明五金', '方式: 拜访');
  });

  it('logs the visit of whom the words call new', async () => {
    await li.says('昨天上午我去福永见了一家叫德森电子的采购小林他们预算三十万想年前定');
    await li.taps('新建「德森电子」').sees('已记录 · 德森电子', '方式: 拜访', '预算: 30万');
  });

  it('is not about a customer whose name only begins alike', async () => {
    await li.says('商机 深圳宏达光电 MES 60万');
    await li.says('今天上午我去了趟深圳宏达电子聊得还行').misses('已记');
  });
});

describe('a correction', () => {
  beforeEach(async () => {
    await li.says('线索 鹏程精密');
    await li.says('商机 深圳宏达电子 MES 60万 1月底');
  });

  it('changes the amount that it denies, not that of another customer', async () => {
    await li.says('今天拜访了鹏程精密的张总，他说大概四十来万的样子');
    await li.says('金额说错了不是四十来万是四十五万').sees('已更正 · 鹏程精密', '45万');
    await li.says('D-1').sees('60万');
    await li.says('不是六十万是六十五万').sees('金额 60万 → 65万');
    await li.says('不是五十万是七十万').sees('要改哪一个').misses('已更正');
  });

  it('is asked about where somebody else was told of since then', async () => {
    await li.says('今天拜访了鹏程精密的张总');
    await li.says('不对金额是45万').sees('[鹏程精密]', '[深圳宏达电子]').misses('已更正');
    await li.says('我说的是鹏程').sees('已更正 · 鹏程精密', '45万');
  });

  it('goes to the customer who is named once it went to the wrong one', async () => {
    await li.says('商机 鹏程精密 ERP 40万');
    await li.says('商机 云海五金 ERP 30万');
    await li.says('改成45万').sees('已更正 · 云海五金');
    await li.says('哎呀不对我说的是鹏程不是云海你改错了').sees('已更正 · 鹏程精密', '40万 → 45万');
    await li.says('D-3').sees('30万');
  });

  it('says what an amount is', async () => {
    await li.says('今天去了鹏程精密报价一百万').sees('报价: 100万');
    await li.says('鹏程那个不是报价是他的预算').sees('已更正 · 鹏程精密', '预算: 100万').misses('报价: ');
  });
});

describe('days', () => {
  beforeEach(async () => {
    w.later(18);
    await li.says('线索 华星光电');
    await li.says('商机 深圳宏达电子 MES 60万');
  });

  it('that lie ahead are never the day of the visit', async () => {
    const said = '汇报一下今天华星光电谈成了意向三十万二十八号签';
    await li.says(said).sees('12月28日', '30万').misses('11月28日');
    await li.says('宏达10号签的').sees('12月10日');
  });

  it('are those on which the speaker settles', async () => {
    await li.says('另外华星光电王工说年后再联系给我定到三月一号吧').sees('下一步: 2027年3月1日');
    const said = '刚才又跟宏达的刘经理通了个电话老板那边下下周才能定你帮我记一下下周三再给他打';
    await li.says(said).sees('下一步: 12月23日');
  });
});

describe('nothing was done by', () => {
  beforeEach(async () => {
    await li.says('线索 华星光电');
    await li.says('线索 公明五金');
    await w.rep('韩梅');
  });

  it('a plan for the week, a reminder, a hand-over, a number', async () => {
    await li.says('周总我这周重点是华星和公明').sees('要约哪个客户').misses('已记');
    await li.says('公明的尾款三月份收帮我记个提醒三月十号').sees('已约 · 2027年3月10日').misses('已记');
    await li.says('给韩梅说一声公明五金让她去跟').sees('[转给韩梅]').misses('已记');
    await li.says('月底前给公明五金何总发报价').sees('已约 · 11月30日').misses('已记');
    await li
      .says('嗯那个公明五金刘经理的手机是13812345678')
      .sees('已添加联系人', '13812345678')
      .misses('已记');
  });

  it('where one goes first today', async () => {
    const said = '早上好我今天先去华星光电然后下午去公明五金送合同帮我看看今天几件事';
    await li.says(said).sees('华星光电 L-1 · 下一步', '公明五金 L-2 · 下一步').misses('· 跟进');
    await li.says('今天先去了华星光电，聊得不错').sees('已记');
  });
});

describe('a short form', () => {
  beforeEach(async () => void (await li.says('商机 深圳宏达电子 MES 60万 1月底')));

  it('means the customer in orders and questions too', async () => {
    await li.says('跟 深圳宏达电子 刘经理 电话');
    await li.says('把宏达的金额改成六十五万').sees('60万 → 65万');
    await li.says('宏达上次聊了啥').sees('深圳宏达电子').misses('没有找到');
    await li.says('宏达刘经理电话多少来着').sees('刘经理', '深圳宏达电子');
  });

  it('of a deal told to move on offers to move it', async () => {
    await li.says('宏达那个推到下一步吧方案给他了').sees('已记', '[推进到需求确认]');
    await li.says('跟宏达打了电话我这边推进到方案输出吧').sees('[推进到方案输出]');
  });

  it('of a deal that waits for the speaker approves it, and of no other', async () => {
    await li.says('跟 深圳宏达电子 刘经理 电话');
    for (let n = 0; n < 3; n++) await li.says('推 深圳宏达电子');
    await li.taps('申请审批');
    await zhou.says('宏达批了预算').misses('审批：');
    await li.says('好的宏达我批了').misses('审批：');
    await zhou.says('好的宏达我批了').sees('周敏已同意');
  });
});
