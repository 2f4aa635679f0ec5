import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let han: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  han = await w.rep('韩梅');
  await lei.says('线索 华为技术 王总 13800000001 想看ERP').sees('L-1');
  await lei.says('商机 华为技术 ERP 40万 11月30日').sees('D-1');
  await han.says('商机 中兴通讯 CRM 20万').sees('D-2');
  await lei.says('跟 华为技术 拜访 价格偏高').sees('已记');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('questions in Chinese', () => {
  test('answers who did the most, and counts and amounts by stage', async () => {
    await lei
      .says('谁这周拜访最多')
      .sees('最多的是李雷，拜访次数 1', '本周', '华东', '拜访次数')
      .misses('没看懂');
    await zhou.says('这周新增几条线索').sees('新增线索 1');
    await lei.says('谈判阶段还有多少钱').sees('0元，0 单', '阶段=谈判签约', '管道金额');
    await lei.says('本月各阶段商机金额').sees('初步沟通，60万', '本月（2026年11月新建）');
    await lei.says('我手上有几个商机').sees('1 个。', '负责人李雷', '商机数');
    await lei.says('哪个销售打的电话最少').sees('没有', '按负责人').misses('没看懂');
  });

  test('set aside what asks why or what was done, and are no answer to it', async () => {
    await lei.says('输 华为技术').sees('为什么');
    await lei.says('韩梅怎么老是不记录呢').misses('已输单', '输单 ·');
    await lei.says('D-1').sees('初步沟通');
    await lei.says('跟 华为技术').sees('跟进了什么');
    await lei.says('韩梅怎么老是不记录呢').misses('已记');
    await lei.says('跟 华为技术').sees('跟进了什么');
    await lei.says('本月谁拜访最多').sees('最多的是李雷', '先放下了');
    await lei.says('跟 华为技术').sees('跟进了什么');
    await lei.says('价格多少有点贵').sees('已记', '价格多少有点贵');
  });

  test('answers a trend for the team, and says that a person’s name was left out', async () => {
    await zhou.says('赢单走势').sees('统计口径：华东 · 走势 · 赢单金额').misses('未使用');
    await zhou.says('李雷的赢单走势').sees('走势', '未使用「李雷」');
  });

  test('answers loss reasons, won deals and comparisons with an earlier period', async () => {
    await han.says('输 D-2 价格').sees('输单');
    await zhou.says('本月丢单主要因为什么').sees('最多的是「价格」，1 单里有 1 单');
    await lei.says('赢 D-1 40万').sees('赢单');
    await zhou.says('这个月比上个月多签了多少').sees('40万，1 单', '2026年10月是 0元，多了 40万');
    await zhou.says('因为价格丢了哪些单').sees('D-2', '中兴通讯', '输单原因=价格');
    await zhou.says('客单价多少').sees('40万（1 单平均）');
  });

  test('answers which tasks are due and which deals are stalled', async () => {
    await lei.says('约 华为技术 明天 送合同').sees('T-1');
    await lei.says('明天我要做什么').sees('1 件待办', '送合同');
    await lei.says('哪些商机下周要签').sees('D-1', '11月30日', '1 个商机，共 40万');
    await lei.says('本月要签的100万以上的单子').sees('没有符合条件', '100万');
    await lei.says('今天有什么安排').sees('今天 ·');
    w.later(20);
    await zhou.says('谈判阶段卡了哪些单').sees('没有停滞');
    await zhou.says('哪些商机停滞了').sees('D-1', '60万，2 单');
  });

  test('answers what is known of a customer, also by a short name', async () => {
    await han.says('华为谁在跟').sees('华为技术：李雷', '统计口径：华为技术').misses('未使用');
    await han.says('中兴呢').sees('中兴通讯：韩梅');
    await lei.says('华为的商机到哪一步了').sees('D-1', '初步沟通', '40万');
    await lei.says('华为下次什么时候约').sees('没有约好的下一步');
    await lei.says('王总电话多少').sees('13800000001', '华为技术');
    await lei.says('华为上次聊了什么').sees('价格偏高');
    await lei.says('今年在华为签了多少').sees('0元，0 单', '华为技术');
    await lei.says('这周拜访了几次华为').sees('拜访次数 1', '华为技术');
  });
});

describe('questions in English', () => {
  test('are answered in everyday wording', async () => {
    await w.close();
    w = await world({ locale: 'en', process: winsAtOnce });
    zhou = await w.manager('Zoe');
    lei = await w.rep('Li Lei');
    await lei.says('deal Acme ERP 600k 2026-11-30').sees('D-1');
    await lei.says('log Acme visit they want a discount').sees('Acme');
    await zhou.says('who won the most this quarter').sees('Nothing for', 'won amount');
    await zhou.says('how many visits did Li Lei make this week').sees('number of visits: 1', 'owner Li Lei');
    await zhou.says("what's stuck in negotiation").sees('No stalled deals');
    await zhou.says('deals over 500k closing this month').sees('D-1', 'Acme', '500,000 or more');
    await zhou.says('how is the team doing against target').sees('target');
    await zhou.says('average deal size this year').sees('Not enough data', '2026');
    await zhou.says('what did we lose to price').sees('loss reason = Price');
    await zhou.says('what about last month').sees('Oct 2026', 'loss reason = Price');
    await zhou.says('what is our profit').sees("I don't track profit");
    await zhou.taps('won amount').sees('0 (no deals)');
  });
});

describe('a follow-up question', () => {
  test('changes the time, the person or the metric of the question before', async () => {
    await lei.says('赢 D-1 40万').sees('赢单');
    await zhou.says('李雷这个月赢了多少').sees('40万，1 单', '负责人李雷');
    await zhou.says('韩梅呢').sees('0元，0 单', '负责人韩梅', '2026年11月');
    await zhou.says('不对，是上个月').sees('2026年10月', '负责人韩梅');
    await zhou.says('拜访呢？').sees('拜访次数 0', '2026年10月', '负责人韩梅');
    await zhou.says('本月呢').sees('2026年11月', '拜访次数');
    await zhou.taps('上月').sees('2026年10月');
    await zhou.taps('李雷').sees('负责人李雷', '2026年10月');
    await zhou.says('王五呢').sees('没看懂「王五」');
    await zhou.says('换成李雷').sees('负责人李雷');
  });

  test('is understood only within 15 minutes, in the same chat, and if nothing was logged since', async () => {
    await lei.says('我这个月赢了多少').sees('0元');
    await lei.in('华东群').says('上月呢').misses('赢单金额');
    lei = w.actor('李雷');
    await lei.says('上月呢').sees('2026年10月', '赢单金额');
    w.clock.advance(16 * 60_000);
    await lei.says('上周呢').misses('赢单金额');
    await lei.says('我这个月赢了多少').sees('0元');
    await lei.says('今天给华为技术打了电话，下周三再约').sees('下周三').misses('没看懂');
    await lei.says('不对，是下周四').misses('赢单金额');
  });

  test('also follows a question asked with 「问」, even after a restart', async () => {
    await zhou.says('问 李雷这个月赢了多少').sees('负责人李雷');
    const again = w.restarted();
    await again.actor('周敏').says('问 韩梅呢').sees('负责人韩梅', '2026年11月');
    await again.actor('周敏').says('上月呢').sees('2026年10月', '负责人韩梅');
  });
});

describe('a question that cannot be answered', () => {
  test('is one for those who have not done it: those who have are the contrary of an answer', async () => {
    for (const words of ['谁没跟进', '这周谁还没有拜访客户', "who hasn't logged anything this week"])
      await zhou.says(words).misses('最多', 'Most');
  });

  test('names the nearest metric if the one asked for is not tracked', async () => {
    await zhou.says('这个月利润多少').sees('没有记录利润', '赢单金额');
    await zhou.taps('赢单金额').sees('0元，0 单', '2026年11月');
    await zhou.says('回款多少').sees('没有记录回款');
  });

  test('suggests the nearest name for an unknown person or customer, and asks which if two match', async () => {
    await zhou.says('韩海这个月赢了多少').sees('没看懂「韩海」', '韩梅');
    await zhou.taps('韩梅').sees('负责人韩梅');
    await w.rep('李强');
    await zhou.says('小李这个月拜访了几次').sees('「小李」是哪一位');
    await zhou.taps('李雷').sees('拜访次数 1', '负责人李雷');
    await zhou.says('小韩这个月拜访了几次').sees('拜访次数 0', '负责人韩梅');
    await lei.says('火星公司谁在跟').sees('没有找到客户「火星公司」');
    await lei.says('中新通讯谁在跟').sees('没有找到客户「中新通讯」', '中兴通讯');
    await lei.taps('中兴通讯').sees('中兴通讯：韩梅');
    // The words go on about the customer of the last answer.
    await lei.says('报价多少').sees('中兴通讯');
  });
});

describe('a condition that a metric does not support', () => {
  test('is named beside the answer, never dropped silently', async () => {
    await zhou.says('这个月按产品看拜访次数').sees('拜访次数 1', '未使用「按产品」');
    await zhou.says('ERP这个月拜访了几次').sees('拜访次数 1', '未使用「产品=ERP」');
    await zhou.says('本月目标完成率比上月怎么样').sees('目标', '未使用「比较」');
    w.later(20);
    await zhou.says('30万以上的商机停滞了哪些').sees('D-1', '40万，1 单', '30万以上').misses('D-2');
    await zhou.says('李雷和韩梅谁赢得多').sees('没有', '按负责人');
  });
});

describe('a question', () => {
  test('writes nothing except what the next question builds on', async () => {
    const { events, tasks, followUps, openQuestions } = w.store.db.t;
    const count = async () =>
      (
        await Promise.all(
          [events, tasks, followUps, openQuestions].map((one) => w.store.db.q.select().from(one)),
        )
      ).map((rows) => rows.length);
    // The first question ticks a step of the newcomer's list.
    await lei.says('问 本月业绩');
    const before = await count();
    for (const line of [
      '谁这周拜访最多',
      '华为上次聊了什么',
      '利润多少',
      '王五赢了多少',
      '问 本月业绩',
      '上月呢',
      '王总电话多少',
    ])
      await lei.says(line).misses('没看懂：');
    expect(await count()).toEqual(before);
  });

  test('is not detected in a line that reports something', async () => {
    for (const line of ['还差多少钱他没说', '今天拜访了中兴通讯', '王总问还差多少', '竞品X怎么打'])
      await han.says(line).misses('按：');
  });

  test('is answered only with what the speaker and everybody in the chat may see', async () => {
    await w.close();
    const access = {
      ...winsAtOnce.access,
      rep: { sees: 'self', amount: 'own', phone: 'own' },
      viewer: { sees: 'team', amount: 'none', phone: 'none' },
    } as const;
    w = await world({ process: { ...winsAtOnce, access } });
    zhou = await w.manager('周敏');
    lei = await w.rep('李雷');
    han = await w.rep('韩梅');
    const viewer = await w.viewer('旁观');
    await lei.says('线索 华为技术 王总 13800000001 想看ERP').sees('L-1');
    await lei.says('商机 华为技术 ERP 40万').sees('D-1');
    await lei.says('赢 D-1 40万').sees('赢单');
    await han.says('这个月李雷赢了多少').misses('40万').sees('没有权限');
    await han.says('谁这个月赢得最多').sees('没有权限').misses('40万', '李雷');
    await han.says('王总电话多少').misses('13800000001');
    await han.says('华为技术谁在跟').misses('李雷');
    await viewer.says('这个月团队赢了多少').sees('***').misses('40万');
    await viewer.says('王总电话多少').sees('***').misses('13800000001');
    await viewer.says('30万以上的商机有几个').sees('无权查看金额');
    await zhou.in('华东群').says('绑群 华东');
    for (const line of [
      '这个月李雷赢了多少',
      '谁这个月赢得最多',
      '王总电话多少',
      '华为技术谁在跟',
      '上月呢',
    ]) {
      await zhou.in('华东群').says(line);
      expect([line, zhou.last.quiet]).toEqual([line, true]);
    }
  });
});
