import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAboutFigures } from '../../language/question/read-question.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await lei.says('商机 华为 ERP 30万').sees('D-1');
  await lei.says('商机 中兴 CRM 20万').sees('D-2');
  await lei.says('跟 华为 电话 价格偏高').sees('已记');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('questions about figures', () => {
  test('lists customers without a follow-up, for a rep or for the team', async () => {
    w.later(16);
    await lei.says('跟 中兴 拜访 谈合同').sees('已记');
    await lei
      .says('问 哪些客户两周没跟')
      .sees('1 个客户', '华为', '统计口径：负责人李雷', '14 天以上没有跟进')
      .misses('中兴');
    await zhou.says('问 李雷有哪些客户超过10天没联系？').sees('华为', '负责人李雷');
    await zhou.says('ask which customers were not contacted for two weeks').sees('华为', '统计口径：华东');
    await zhou.says('问 哪些客户一个月没跟').sees('没有，都跟进过了');
  });

  test('sums won deals by person and period, with other periods as buttons', async () => {
    await lei.says('赢 D-1 28万').sees('赢单');
    await zhou.says('问 这个月李雷赢了多少').sees('28万，1 单', '负责人李雷', '2026年11月', '赢单金额');
    await zhou.taps('上月').sees('0元，0 单', '2026年10月');
    await zhou.says('ask how much was won this quarter').sees('28万', '第4季度', '华东');
    await zhou.says('问 今年王五赢了多少').sees('没看懂「王五」指谁').misses('28万');
    await zhou.taps('看整个团队').sees('28万');
  });

  test('answers the last follow-up with a customer and what is missing to the target', async () => {
    await lei.says('问 华为上次聊了什么').sees('电话: ', '价格偏高', '统计口径：华为 · 上次聊了什么');
    await lei.says('问 中兴最近沟通了什么').sees('还没有跟进记录');
    await zhou.says('目标 李雷 本月 50万').sees('50万');
    await lei.says('问 这个月还差多少').sees('李雷', '50万');
  });

  test('are recognised without the verb 「问」', async () => {
    w.later(16);
    await lei.says('哪些客户两周没跟？').sees('2 个客户', '14 天以上没有跟进');
    await lei.says('华为上次聊了什么？').sees('价格偏高');
    await lei.says('火星公司上次聊了什么？').sees('没有找到客户「火星公司」').misses('问题已记录');
  });

  test('are answered to the speaker alone in a group that may not see everything', async () => {
    const han = await w.rep('韩梅');
    await han.says('商机 星河科技 HR 9万').sees('D-3');
    await w.close();
    const access = { ...winsAtOnce.access, rep: { sees: 'self', amount: 'all', phone: 'all' } } as const;
    w = await world({ process: { ...winsAtOnce, access } });
    zhou = await w.manager('周敏');
    lei = await w.rep('李雷');
    await lei.says('商机 华为 ERP 30万').sees('D-1');
    await lei.says('跟 华为 电话 价格偏高').sees('已记');
    await zhou.in('华东群').says('绑群 华东');
    for (const words of [
      '问 华为上次聊了什么',
      '问 今年李雷赢了多少',
      '问 李雷有哪些客户一天没跟',
      '问 今年赢了多少',
    ]) {
      await zhou.in('华东群').says(words);
      expect([words, zhou.last.quiet]).toEqual([words, true]);
    }
  });

  test('are logged as a view of the colleague’s record', async () => {
    await zhou.says('问 华为上次聊了什么').sees('价格偏高');
    await lei.says('我的数据 谁看过').sees('周敏');
  });

  test('are told apart from questions for the team’s articles', async () => {
    await lei.says('问 竞品怎么打').sees('问题已记录');
    expect(isAboutFigures('竞品怎么打')).toBe(false);
  });
});
