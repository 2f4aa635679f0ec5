import { expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { explained } from '../../reports/explain/explain-figure.js';
import { explainable } from '../../reports/request/explainable.js';
import { funnelReport } from '../../reports/standard/funnel-report.js';
import { trendReport } from '../../reports/standard/trend-report.js';
import { badgesAt } from '../../reports/targets/badge-nodes.js';
import { ownPointsCard } from '../../reports/targets/own-points.js';
import { eachDatabase } from '../support/databases.js';
import { printed, winsAtOnce, world } from '../support/world.js';

const process = {
  ...winsAtOnce,
  badges: true,
  ranking: { ...winsAtOnce.ranking, usefulOnly: true },
};

eachDatabase('explained figures', (open) => {
  test('equal the sum of their records, as do trend, days, points and badges', async () => {
    const { store } = await open();
    const w = await world({ store, process });
    const lei = await w.rep('李雷');
    await lei.says('商机 星河科技 ERP 30万 王总');
    await lei.says('线索 青禾食品 张总 13800000001 想看ERP');
    await lei.says('跟 D-1 拜访 王总 需求已确认');
    await lei.says('跟 D-1 电话 好');
    w.later(3);
    await lei.says('推 D-1');
    await lei.says('商机 云帆物流 20万');
    await lei.says('赢 D-2 25万');
    await lei.says('约 D-1 明天 报价');
    const then = w.clock.now();
    w.later(20);
    await lei.says('商机 远山重工 8万');
    await lei.says('输 D-3 价格');
    const ctx = {
      db: store.db,
      process,
      calendar: calendarOf(process),
      locale: 'zh' as const,
      zone: 'Asia/Shanghai',
      now: w.clock.now(),
    };
    for (const asOf of [then, w.clock.now()]) {
      for (const figure of explainable) {
        const { person } = lei;
        const asked = { team: w.east, asOf, figure, span: 'thisQuarter', stage: 'qualify' };
        const { made } = await explained(ctx, figure === 'points' ? { ...asked, person } : asked);
        const value =
          made.by === 'share' ? Math.round((made.sum / Math.max(1, made.parts.length)) * 100) : made.sum;
        expect([figure, value]).toEqual([figure, made.value]);
      }
    }
    const { figures } = await funnelReport(ctx, { team: w.east, asOf: then });
    expect(figures.conversion.find(({ stage }) => stage === 'contact')?.days).toMatchObject({
      left: 2,
      median: 1.5,
    });
    const trend = await trendReport(ctx, { team: w.east, asOf: w.clock.now(), span: '6months' });
    expect(trend.figures.steps.map(({ won }) => won).slice(-2)).toEqual([25_000_000, 0]);
    const own = await ownPointsCard(ctx, lei.person, { asOf: w.clock.now(), period: 'thisQuarter' });
    expect(printed(own)).toContain('「跟 D-1 电话 好」');
    const badges = await badgesAt(ctx, w.east.id, then);
    expect(badges.map(({ kind }) => kind)).toEqual(['firstWin']);
    expect(w.incidents).toEqual([]);
  });
});
