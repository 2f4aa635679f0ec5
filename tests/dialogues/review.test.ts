import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noteForecast, settleForecast } from '../../store/deals/forecast-queries.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** November: one deal won, one lost, a lead from the web; the team has a target. */
async function november(): Promise<void> {
  await zhou.says('目标 华东 50万').sees('50万');
  await lei.says('商机 华为 ERP 30万').sees('D-1');
  await lei.says('商机 中兴 CRM 20万').sees('D-2');
  await lei.says('线索 青禾食品 张总 13800000001 #官网').sees('L-1');
  await lei.says('跟 华为 拜访 需求已确认');
  w.later(3);
  await lei.says('赢 D-2 25万').sees('赢单');
  await lei.says('输 D-1 价格').sees('输单');
}

describe('the monthly review', () => {
  test('shows conclusion, target, losses, conversion, days per stage, ranking and sources', async () => {
    await november();
    w.later(10);
    await zhou
      .says('月报')
      .sees('月报 · 华东 · 2026年11月', '2026年11月赢单 1 单，共 25万，环比增加 25万')
      .sees('25万 / 50万，达成 50%', '新增商机: 2 个，共', '输单: 1 个，共 30万', '赢率: 50%')
      .sees('输单原因', '价格 | 1 | 100% | 30万')
      .sees('转化和停留', '阶段 | 到达 | 转化率 | 停留天数', '3 天')
      .sees('排行', '李雷', '来源', '赢单金额', '[漏斗] [排行] [输单原因] [停滞明细]');
    await zhou.says('月报 本月').sees('2026年12月没有赢单，环比减少 25万');
  });

  test('shows the figures of a past month if asked as of a past day', async () => {
    await november();
    w.later(60);
    await zhou.says('月报').sees('2026年12月').misses('25万 / 50万');
    await zhou.says('月报 @12/10').sees('2026年11月赢单 1 单，共 25万');
  });

  test('shows how far off the stored forecast was', async () => {
    await november();
    const at = w.clock.now();
    const told = { teamId: w.east.id, period: '2026-11', at, until: at, won: 0, best: 0, said: null };
    const ways = { stage: 20_000_000, commit: 30_000_000, model: null, low: null, high: null };
    await w.store.tx(async (tx) => {
      await noteForecast(tx, { ...told, ...ways });
      await settleForecast(tx, { ...told, ...ways, became: null }, 25_000_000);
    });
    await zhou.says('月报 本月').misses('预测 2026-11');
    w.later(10);
    await zhou
      .says('月报')
      .sees('预测 2026-11：最早预测 阶段加权 20万（偏差 -20%）、承诺 30万（偏差 +20%）；实际 25万');
  });

  test('lists the teams for the company; another team’s review is refused', async () => {
    await november();
    const south = await w.team('华南');
    const wu = await w.manager('吴刚', south);
    const chen = await w.admin('陈晨');
    w.later(10);
    await chen.says('月报').sees('月报 · 全公司', '华东 | 1 单 · 25万 | 50%', '最高：华东');
    await wu.says('月报 华东').sees('没有权限');
    await wu.says('月报').sees('月报 · 华南', '没有赢单');
  });
});

test('the quarterly review covers the last quarter by default', async () => {
  await november();
  await zhou.says('季报 本季').sees('季报 · 华东 · 2026年第4季度', '赢单 1 单，共 25万');
  await zhou.says('季报').sees('2026年第3季度没有赢单，环比持平');
  w.later(60);
  await zhou.says('季报').sees('2026年第4季度赢单 1 单，共 25万');
});

test('the reviews work in English', async () => {
  await w.close();
  w = await world({ locale: 'en', process: winsAtOnce });
  const ann = await w.manager('Ann');
  const leo = await w.rep('Leo');
  await leo.says('deal Acme ERP 200k').sees('D-1');
  await leo.says('lost Acme price').sees('lost');
  await ann
    .says('monthly this month')
    .sees('Monthly review · 华东 · Nov 2026', 'no deals won', 'Loss reasons');
  await ann.says('quarterly this quarter').sees('Quarterly review · 华东 · Q4 2026', 'Win rate: 0%');
  await ann.says('quarterly').sees('Q3 2026');
});
