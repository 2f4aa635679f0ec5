import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { rankingReport } from '../../reports/standard/ranking-report.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

const process = { ...processOfTests, ranking: { ...processOfTests.ranking, usefulOnly: true } };

let w: World;
let lei: Actor;
let mei: Actor;

beforeEach(async () => {
  w = await world({ process });
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const ctx = (): ReportContext => ({
  db: w.store.db,
  process,
  calendar: calendarOf(process),
  locale: 'zh',
  zone: 'Asia/Shanghai',
  now: w.clock.now(),
});

const pointsAt = async (asOf: Date) => {
  const { figures } = await rankingReport(ctx(), { team: w.east, asOf, period: 'thisYear' });
  const row = figures.rows.find(({ name }) => name === '李雷');
  return [row?.points, row?.provisional];
};

test('points are provisional for 14 days, then only follow-ups that led to a next step keep them', async () => {
  await lei.says('商机 星河科技 30万');
  await lei.says('跟 D-1 电话 客户要看报价');
  await lei.says('跟 D-1 电话 客户要看报价。');
  await lei.says('跟 D-1 电话 好');
  await lei.says('跟 D-1 拜访 讲了方案 下周三再约');
  const then = w.clock.now();
  // A new deal 3; a call 1 and a visit 3 for the time being; the copy and the empty one nothing.
  expect(await pointsAt(then)).toEqual([7, 4]);
  await mei.says('排行').sees('7（其中 4 分待确认）', '满 14 天后确认得分');
  await lei
    .says('排行 我')
    .sees(
      '11月 7 分，其中 4 分待确认',
      '未得分 2 条',
      '「跟 D-1 电话 客户要看报价。」 → 两天内',
      '「跟 D-1 电话 好」',
    );
  await lei.says('我的数据').sees('7（其中 4 分待确认）');
  w.later(16);
  // The task that the visit planned is its next step, and the visit that of the call.
  expect(await pointsAt(w.clock.now())).toEqual([7, 0]);
  expect(await pointsAt(then)).toEqual([7, 4]);
});

test('follow-ups and leads without a next step lose their points, and the list says so', async () => {
  await lei.says('商机 云帆物流 20万');
  await lei.says('跟 D-1 电话 客户说再考虑一下');
  await lei.says('线索 青禾食品 张总 13800000001');
  expect(await pointsAt(w.clock.now())).toEqual([6, 3]);
  w.later(15);
  expect(await pointsAt(w.clock.now())).toEqual([3, 0]);
  await lei.says('排行 我 本季').sees('未得分 2 条', 'L-1 · 青禾食品', '14 天内没有下一步');
  await mei.says('排行 我').sees('0 分').misses('青禾');
});

test('an undone follow-up is listed as undone', async () => {
  await lei.says('商机 云帆物流 20万');
  await lei.says('跟 D-1 电话 客户说再考虑一下');
  await lei.says('撤');
  expect(await pointsAt(w.clock.now())).toEqual([3, 0]);
  await lei.says('排行 我').sees('已撤销');
});

test('the list of own follow-ups is private in a group', async () => {
  const zhou = await w.manager('周敏');
  await zhou.in('华东群').says('绑群 华东');
  await lei.says('商机 云帆物流 20万');
  await lei.in('华东群').says('排行 我').sees('李雷');
  expect(lei.last.quiet).toBe(true);
});
