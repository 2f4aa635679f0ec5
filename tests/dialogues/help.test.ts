import { afterEach, beforeEach, expect, test } from 'vitest';
import { actionsOf, wordsOf } from '../../kernel/card/card.js';
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

test('help fits one screen: a sentence, two questions and groups to tap', async () => {
  await lei
    .says('帮')
    .sees('今天拜访了华为王总，下周三再约', '这个月我赢了多少', '华为上次聊了什么', '[记录] [商机] [报表]');
  const [card] = lei.last.cards;
  expect(
    wordsOf(card as never)
      .join('\n')
      .split('\n').length,
  ).toBeLessThan(14);
  expect(actionsOf(card as never).length).toBeLessThanOrEqual(4);
  await lei.taps('报表').sees('漏斗 ·', '预测 ·').misses('绑群');
  await lei.says('帮 商机').sees('推 ·', '赢 ·');
  await lei.says('帮 其他').sees('静音');
});

test('help builds its examples from the speaker’s newest customer, contact, deal and task', async () => {
  await lei.says('线索 星河科技 周总 13800000001');
  await lei.says('商机 星河科技 30万');
  await lei.says('约 星河科技 明天 讲方案');
  await lei
    .says('帮')
    .sees('今天拜访了星河科技周总，下周三再约', '星河科技上次聊了什么', '跟 星河科技', '完成 T-')
    .misses('华为');
  await lei.says('今天拜访了星河科技周总，下周三再约').misses('没看懂');
  await lei.says('星河科技上次聊了什么').sees('统计口径：星河科技');
});

test('help lists what the speaker’s role may do', async () => {
  const zhou = await w.manager('周敏');
  const chen = await w.admin('陈晨');
  const viewer = await w.viewer('旁观');
  await lei.says('商机 星河科技 30万');
  await lei.says('帮').misses('管理', '周报');
  await zhou.says('帮').sees('本季还差多少', '谁这周拜访最多', '周报', '派 星河科技', '[管理]');
  await chen.says('help').sees('管理');
  await chen.taps('管理').sees('团队', '绑群', '角色');
  await viewer.says('帮').sees('这个月团队赢了多少', '查 ').misses('今天拜访了');
  await viewer.says('这个月团队赢了多少').sees('0元');
});

test('help on a topic shows its phrases', async () => {
  for (const [topic, words] of [
    ['句子', '不对，是周四'],
    ['提问', '谈判阶段还有多少钱'],
    ['日期', '下周三'],
    ['金额', '三十万'],
  ] as const)
    await lei.says(`帮 ${topic}`).sees(words);
  await lei.says('help questions').sees('谈判阶段还有多少钱').misses('没有「questions」');
});

test('help on a verb shows usage, examples and aliases', async () => {
  await lei.says('帮 漏斗').sees('漏斗', '[时间]', '漏斗 本月', 'funnel');
  await lei.says('帮助 log').sees('客户或商机', '跟 D-1');
});

test('help on an unknown verb suggests the nearest ones', async () => {
  await lei.says('帮 漏斗儿').sees('漏斗');
  await lei.says('取消');
  await lei.says('帮 团队').sees('没有找到「团队」的用法');
});

test('help in a group is shown only to the speaker', async () => {
  const answer = await lei.in('华东群').says('帮');
  expect(answer.quiet).toBe(true);
});
