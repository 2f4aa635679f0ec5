import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { chartsOf } from '../../kernel/card/card.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { funnelReport } from '../../reports/standard/funnel-report.js';
import { trendReport } from '../../reports/standard/trend-report.js';
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

const ctx = (): ReportContext => ({
  db: w.store.db,
  process: winsAtOnce,
  calendar: calendarOf(winsAtOnce),
  locale: 'zh',
  zone: 'Asia/Shanghai',
  now: w.clock.now(),
});

/** From 26 November 2026 on: one deal won in November, one in December, one lost in January. */
async function aWinter(): Promise<void> {
  await lei.says('商机 星河科技 30万');
  await lei.says('跟 D-1 拜访 需求已确认');
  await lei.says('赢 D-1 25万');
  w.later(20);
  await lei.says('商机 云帆物流 20万');
  await lei.says('赢 D-2 20万');
  w.later(20);
  await lei.says('商机 青禾食品 10万');
  await lei.says('输 D-3 价格');
}

test('the trend shows eight weeks or some months as one line, with every figure in a table', async () => {
  await aWinter();
  await zhou.says('趋势').sees('趋势 · 华东 · 赢单金额 · 近8周', '近8周赢单金额共 45万，最高：11月23日 25万');
  await zhou
    .says('趋势 赢单 12个月')
    .sees('近12个月', '26年11月 | 25万 | 1 | 1 | 100%（1/1）', '27年1月 |  | 1 | 0 | 0%（0/1）');
  const [chart] = zhou.last.cards.flatMap(chartsOf);
  expect(chart).toMatchObject({ kind: 'lines', unit: 'money' });
  expect(chart?.labels).toHaveLength(12);
  expect(chart?.series[0]?.values.slice(-3)).toEqual([25_000_000, 20_000_000, 0]);
  await zhou.taps('赢率').sees('赢率');
  const [rate] = zhou.last.cards.flatMap(chartsOf);
  // Months in which nothing was closed have no rate.
  expect(rate?.series[0]?.values).toEqual([100, 100, 0]);
  await zhou.taps('近6个月').sees('赢率 · 近6个月');
  await zhou.says('趋势 跟进 8周').sees('近8周跟进共 1');
});

test('the trend as of a past moment shows the same figures as at that moment', async () => {
  await lei.says('商机 星河科技 30万');
  await lei.says('赢 D-1 25万');
  const then = w.clock.now();
  const said = (await trendReport(ctx(), { asOf: then, span: '6months' })).figures;
  w.later(30);
  await lei.says('商机 云帆物流 20万');
  await lei.says('赢 D-2');
  expect((await trendReport(ctx(), { asOf: then, span: '6months' })).figures).toEqual(said);
  expect((await trendReport(ctx(), { asOf: w.clock.now() })).figures.steps.at(-1)?.won).toBe(20_000_000);
});

test('the trend counts wins if amounts are hidden', async () => {
  await w.close();
  const { access } = winsAtOnce;
  w = await world({
    process: {
      ...winsAtOnce,
      access: { ...access, viewer: { sees: 'team', amount: 'none', phone: 'none' } },
    },
  });
  lei = await w.rep('李雷');
  const viewer = await w.viewer('旁观');
  await lei.says('商机 星河科技 30万');
  await lei.says('赢 D-1 25万');
  await viewer.says('趋势 赢单').sees('近8周赢单数共 1', '***').misses('25万');
  expect(viewer.last.cards.flatMap(chartsOf)[0]).toMatchObject({ unit: 'count' });
});

test('the trend works in English, with two-word metrics', async () => {
  const english = await world({ locale: 'en', process: winsAtOnce });
  const ann = await english.manager('Ann');
  await ann.says('deal Acme 300k');
  await ann.says('trend won 12 months').sees('Trend · 华东 · Won · 12 months', 'Nothing to show');
  await ann.says('trend new deals 6 months').sees('New deals · 6 months', 'New deals, last 6 months: 1');
  await ann.says('trend win rate 华东').sees('Win rate · 8 weeks');
  expect(english.incidents).toEqual([]);
  await english.close();
});

test('the funnel shows how many days deals spent in each stage', async () => {
  await lei.says('商机 星河科技 30万 王总');
  await lei.says('商机 云帆物流 20万 李总');
  await lei.says('跟 D-1 电话 需求已确认');
  await lei.says('跟 D-2 电话 需求已确认');
  w.later(4);
  await lei.says('推 D-1');
  const between = w.clock.now();
  w.later(2);
  await lei.says('推 D-2');
  const { figures } = await funnelReport(ctx(), { team: w.east, asOf: w.clock.now() });
  const at = figures.conversion.findIndex((row) => row.days.left === 2);
  expect(figures.conversion[at]?.days).toMatchObject({ median: 5, mean: 5, left: 2, staying: 0 });
  expect(figures.conversion[at + 1]?.days).toEqual({ median: null, mean: null, left: 0, staying: 2 });
  const then = await funnelReport(ctx(), { team: w.east, asOf: between });
  expect(then.figures.conversion[at]?.days).toMatchObject({ median: 4, left: 1, staying: 1 });
  await zhou.says('漏斗').sees('停留天数', '5 天');
});
