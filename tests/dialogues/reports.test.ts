import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { funnelReport } from '../../reports/standard/funnel-report.js';
import { rankingReport } from '../../reports/standard/ranking-report.js';
import { stalledReport } from '../../reports/standard/stalled-report.js';
import { weeklyReport } from '../../reports/weekly/weekly-figures-card.js';
import { type Actor, printed, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let mei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
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

/** Thursday and Friday of week 48 of 2026: two deals, one won; a lead; follow-ups. */
async function aWeek(): Promise<void> {
  await lei.says('商机 星河科技 ERP二期 30万 12月底').sees('D-1');
  await lei.says('跟 D-1 拜访 王总 需求已确认');
  await mei.says('商机 云帆物流 20万').sees('D-2');
  await mei.says('赢 D-2 25万').sees('25万');
  await mei.says('线索 青禾食品 张总 13800000001').sees('L-1');
  w.nextDay();
  await lei.says('跟 D-1 电话 价格偏高');
}

describe('the weekly report', () => {
  test('starts with the conclusion, then shows three figures against last week, the funnel and the ranking', async () => {
    await aWeek();
    w.later(3, '09:00');
    const { figures, card } = await weeklyReport(ctx(), { team: w.east, asOf: w.clock.now() });
    expect(figures.week).toMatchObject({ year: 2026, number: 48, monday: '2026-11-23' });
    expect(figures.figures).toMatchObject({
      newLeads: 1,
      followUps: 2,
      visits: 1,
      newDeals: 2,
      wonCount: 1,
      wonAmount: 25_000_000,
      openCount: 1,
      openAmount: 30_000_000,
    });
    expect(figures.before).toMatchObject({ newDeals: 0, wonCount: 0, followUps: 0, openCount: 0 });
    const [conclusion, facts] = card.nodes;
    expect(conclusion).toMatchObject({ kind: 'text', style: 'strong' });
    expect(facts?.kind === 'fields' && facts.items.length).toBe(3);
    const words = printed(card);
    expect(words).toContain('周报 · 华东 · 第48周（11月23日–29日）');
    expect(words).toContain('赢单 1 单，共 25万，环比增加 25万');
    expect(words).toContain('线索获取 | 0 商机 + 1 线索');
    expect(words).toContain('交付服务 | 赢 1 | 25万');
    // 韩梅: a new deal 3, a new lead 2, a win 10; 李雷: a visit 3, a call 1, a new deal 3.
    expect(words).toContain('1 | 韩梅 | 5 | 10 | 15 | 25万');
    expect(words).toContain('2 | 李雷 | 7 | 0 | 7');
  });

  test('offers working buttons on items that wait', async () => {
    await aWeek();
    w.later(3, '09:00');
    await mei.says('周报 华东').sees('待跟进', 'L-1 · 青禾食品 · 韩梅', '创建 4 天，还没有跟进');
    await mei.taps('跟进').sees('跟进了什么');
    await mei.says('电话 约了下周').sees('青禾食品');
    await mei.says('周报 华东').misses('还没有跟进');
  });

  test('shows seven stalled deals and the number of the others', async () => {
    const names = '星河 云帆 青禾 蓝鲸 晨光 远山 海棠 飞鸟 金穗'.split(' ');
    for (const [n, name] of names.entries()) await lei.says(`商机 ${name}集团 ${n + 1}万`).sees(`D-${n + 1}`);
    w.later(30);
    const answer = await zhou.says('周报').sees('还有 2 条', '[明细]');
    const items = answer.cards[0]?.nodes.filter((node) => node.kind === 'text' && /^D-\d/.test(node.text));
    expect(items).toHaveLength(7);
    await zhou.taps('明细').sees('停滞商机 9 个', '金穗', '还有 2 条');
    await zhou.taps('明细').sees('第2页', '云帆', '星河').misses('还有');
  });

  test('shows the same figures as of a past moment as it showed at that moment', async () => {
    await aWeek();
    const seen: { at: Date; words: string; figures: unknown }[] = [];
    for (let n = 0; n < 14; n++) {
      w.later(2, '09:00');
      if (n === 4) await mei.says('跟 L-1 电话 有兴趣');
      if (n === 6) await lei.says('跟 D-1 电话 再等等');
      if (n === 9) await mei.says('推 L-1');
      if (n === 11) await lei.says('输 D-1 价格').sees('输单');
      w.clock.advance(60_000);
      const at = w.clock.now();
      const { figures } = await weeklyReport(ctx(), { asOf: at, week: 'thisWeek' });
      const { conclusion: _, ...rest } = figures;
      seen.push({ at, words: '', figures: { ...rest.figures, pipeline: rest.pipeline } });
      w.clock.advance(60_000);
    }
    for (const { at, figures: then } of seen) {
      const { figures } = await weeklyReport(ctx(), { asOf: at, week: 'thisWeek' });
      expect({ at, ...figures.figures, pipeline: figures.pipeline }).toEqual({ at, ...(then as object) });
    }
    expect(new Set(seen.map((one) => JSON.stringify(one.figures))).size).toBeGreaterThan(4);
  });

  test('accepts @time as the moment to report on', async () => {
    await aWeek();
    w.later(20);
    await zhou.says('周报 @11/30').sees('第48周', '赢单 1 单，共 25万');
    await zhou.says('周报').sees('第50周').misses('赢单 1 单');
  });
});

describe('reports on funnel, stalled deals and ranking', () => {
  test('the funnel shows deals per stage and how far new ones came', async () => {
    await aWeek();
    await zhou
      .says('漏斗 本月')
      .sees('漏斗 · 华东 · 2026年11月', '进行中商机 1 个，共 30万，加权 6万', '3 条线索和商机');
    const { figures } = await funnelReport(ctx(), { team: w.east, asOf: w.clock.now() });
    expect(figures.conversion.map((row) => row.reached)).toEqual([3, 2, 1, 1, 1, 1]);
    expect(figures.pipeline).toMatchObject({ deals: 1, leads: 1, amount: 30_000_000, weighted: 6_000_000 });
  });

  test('the funnel as of a past moment still counts a lead that became a deal later', async () => {
    await aWeek();
    const before = w.clock.now();
    w.later(4);
    await mei.says('推 L-1').sees('D-3');
    const then = await funnelReport(ctx(), { asOf: before });
    const now = await funnelReport(ctx(), { asOf: w.clock.now() });
    expect(then.figures.pipeline.leads).toBe(1);
    expect(now.figures.pipeline.leads).toBe(0);
  });

  test('a rep sees their own stalled deals, the manager the team’s', async () => {
    await lei.says('商机 星河科技 30万');
    await mei.says('商机 云帆物流 20万');
    w.later(14);
    await lei.says('停滞').sees('停滞 · 李雷', 'D-1', '[跟进] [推进] [输单]').misses('D-2');
    await zhou.says('停滞').sees('停滞商机 2 个，共 50万，占进行中金额的 100%', 'D-1', 'D-2');
    await lei.says('停滞');
    await lei.taps('输单').sees('原因');
    const { figures } = await stalledReport(ctx(), { team: w.east, asOf: w.clock.now() });
    expect(figures).toMatchObject({ count: 2, amount: 50_000_000, share: 100 });
  });

  test('the ranking adds up and lists people without points', async () => {
    await aWeek();
    const wu = await w.rep('吴桐');
    const { figures } = await rankingReport(ctx(), { team: w.east, asOf: w.clock.now() });
    expect(figures.rows.map((row) => [row.name, row.points])).toEqual([
      ['韩梅', 15],
      ['李雷', 7],
      ['吴桐', 0],
    ]);
    await wu.says('排行 本周').sees('第48周', '第一名：韩梅，15 分', '3 | 吴桐');
    await wu.says('排行 上月').sees('还没有人得分');
  });
});

describe('permission to see reports', () => {
  test('another team’s report is refused, naming the people who may see it', async () => {
    const south = await w.team('华南');
    await w.manager('林岚', south);
    await lei.says('漏斗 华南').sees('没有权限', '林岚');
    await zhou.says('周报 华南').sees('没有权限');
    await zhou.says('周报 华东').sees('周报 · 华东');
  });

  test('an admin sees the whole company, or the team of the group', async () => {
    const chen = await w.admin('陈晨');
    await chen.says('漏斗').sees('漏斗 · 全公司');
    await chen.says('漏斗 华东').sees('漏斗 · 华东');
    await chen.in('华东群').says('绑群 华东').sees('华东');
    await chen.says('漏斗').sees('漏斗 · 华东');
  });

  test('a person without a team is answered how to join one', async () => {
    const xu = await w.rep('许诺', null);
    await xu.says('周报').sees('没有权限', '入队');
  });

  test('an unknown team name is repeated in the answer', async () => {
    await zhou.says('漏斗 西北').sees('没有「西北」这个团队', '华东');
  });
});

test('reports work in English, with two-word periods', async () => {
  const english = await world({ locale: 'en', process: winsAtOnce });
  const ann = await english.manager('Ann');
  await ann.says('deal Acme 300k').sees('D-1');
  await ann.says('report this week').sees('Weekly report · 华东 · week of Nov 23');
  await ann.says('funnel last month').sees('Funnel', 'Oct 2026');
  await ann.says('rank this quarter').sees('Q4 2026', 'Ann leads');
  await ann.says('stalled').sees('No stalled deals');
  expect(english.incidents).toEqual([]);
  await english.close();
});
