import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, printed, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await w.rep('韩梅');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

async function aWeek(): Promise<void> {
  await zhou.says('目标 李雷 50万').sees('50万');
  await lei.says('商机 华为 ERP 30万 12月1日').sees('D-1');
  await lei.says('商机 中兴 CRM 20万').sees('D-2');
  await lei.says('赢 D-2 25万').sees('赢单');
  await lei.says('约 华为 12月8日 讲方案').sees('T-1');
}

describe('my weekly report', () => {
  test('shows wins against last week and target, next step, overdue, at risk and points in seven lines', async () => {
    await aWeek();
    w.later(4);
    await lei
      .says('周报')
      .sees('我的周报 · 李雷 · 第48周', '赢单 1 单，共 25万，环比增加 25万', '新商机 2 个')
      .sees('25万 / 50万，达成 50%', '下一步：T-1 12月8日', '讲方案', '没有逾期')
      .sees('得分 16（过程 6 + 结果 10）、团队第 1/2 名', 'KPI', '[今天] [目标] [停滞] [团队周报]');
    const lines = printed(lei.last.cards[0] as never).split('\n');
    expect(lines.filter((line) => !line.startsWith('#') && !line.startsWith('['))).toHaveLength(7);
    w.later(20);
    await lei.says('周报 我').sees('没有赢单', '逾期 1 件：T-1', '风险商机 1 个：D-1 华为 30万（');
    await lei.taps('团队周报').sees('周报 · 华东');
  });

  test('names a lead without a first follow-up', async () => {
    await lei.says('线索 青禾食品 张总 13800000001').sees('L-1');
    w.later(4);
    await lei.says('周报').sees('超时未跟进的线索：L-1');
  });

  test('is shown only to the speaker in a group, where 「周报」 is the team’s report', async () => {
    await aWeek();
    lei.in('华东群');
    await lei.says('周报').sees('周报 · 华东');
    expect((await lei.says('周报 我').sees('我的周报')).quiet).toBe(true);
    await zhou.says('周报 我').sees('我的周报 · 周敏');
    // The figures are those of a week that is over, what is planned and at risk is as it stands.
    await zhou.says('周报 我').sees(/数据截至.*下一步、待办和风险截至今天/);
    await zhou.says('周报').sees('周报 · 华东');
  });

  test('shows the figures of a past week if asked as of a past day', async () => {
    await aWeek();
    w.later(15);
    await lei.says('周报 @11/30').sees('第48周', '赢单 1 单，共 25万');
  });
});

describe('the weekly report of a team', () => {
  test('shows the month’s target with its pace, and the exceptions', async () => {
    await aWeek();
    await zhou.says('目标 华东 100万').sees('100万');
    await lei.says('改 D-1 12月20日').sees('12月20日');
    w.later(4);
    await zhou
      .says('周报')
      .sees('周报 · 华东', '25万 / 100万，达成 25%', '时间进度', '异常：', '成交日推迟 1 个');
    w.later(60);
    await zhou.says('周报').sees('异常：停滞 1 个（30万）', '僵尸商机 1 个');
  });
});

describe('the weekly report of the company', () => {
  test('compares the teams and names the best and the weakest', async () => {
    await aWeek();
    await zhou.says('目标 华东 100万');
    const south = await w.team('华南');
    const wu = await w.manager('吴刚', south);
    const gao = await w.rep('高远', south);
    await wu.says('目标 华南 30万').sees('30万');
    await gao.says('商机 绿洲 MES 45万').sees('D-3');
    await gao.says('赢 D-3 45万').sees('赢单');
    const chen = await w.admin('陈晨');
    w.later(4);
    await chen
      .says('周报')
      .sees('周报 · 全公司', '团队 | 赢单 | 目标达成 | 新商机 | 跟进 | 进行中 | 停滞')
      .sees('华南 | 1 单 · 45万 | 150% | 1', '华东 | 1 单 · 25万 | 25% | 2')
      .sees('最高：华南，达成 150%；最低：华东，达成 25%');
    await wu.says('周报').sees('周报 · 华南');
  });

  test('is posted to a group only if an admin bound it to the company', async () => {
    const chen = await w.admin('陈晨');
    await zhou.in('总部群').says('绑群 公司 周报').sees('没有权限');
    await chen.in('总部群').says('绑群 公司 周报').sees('总部群 已绑定到「全公司」');
  });
});

test('my weekly report and the company’s work in English', async () => {
  await w.close();
  w = await world({ locale: 'en', process: winsAtOnce });
  const ann = await w.manager('Ann');
  const leo = await w.rep('Leo');
  await leo.says('deal Acme ERP 200k').sees('D-1');
  await leo
    .says('report this week')
    .sees('My week · Leo', 'No deals won', '1 new deal', 'No next steps planned');
  await ann.says('report me').sees('My week · Ann');
  await ann.says('report').sees('Weekly report · 华东');
  await w.team('South');
  const chen = await w.admin('Chen');
  await chen.says('report this week').sees('all teams', 'Team | Won | Attainment', 'All teams are even');
});
