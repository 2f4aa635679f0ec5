import { expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { funnelReport } from '../../reports/standard/funnel-report.js';
import { rankingReport } from '../../reports/standard/ranking-report.js';
import { stalledReport } from '../../reports/standard/stalled-report.js';
import { weeklyReport } from '../../reports/weekly/weekly-figures-card.js';
import { eachDatabase } from '../support/databases.js';
import { runs } from '../support/runs.js';
import { winsAtOnce, world } from '../support/world.js';

eachDatabase('reports', (open) => {
  test('give the same figures as of a past day as they gave on that day', async () => {
    const { store } = await open();
    const w = await world({ store, process: winsAtOnce });
    const lei = await w.rep('李雷');
    const zhou = await w.manager('周敏');
    const desk = () => ({
      db: store.db,
      process: winsAtOnce,
      calendar: calendarOf(winsAtOnce),
      locale: 'zh' as const,
      zone: 'Asia/Shanghai',
      now: w.clock.now(),
    });
    const all = async (asOf: Date) => {
      const team = { team: w.east, asOf };
      const weekly = (await weeklyReport(desk(), { ...team, week: 'thisWeek' })).figures;
      const stalled = (await stalledReport(desk(), team)).figures;
      const funnel = (await funnelReport(desk(), { ...team, period: 'thisYear' })).figures;
      const ranks = (await rankingReport(desk(), { ...team, period: 'thisMonth' })).figures;
      return {
        week: weekly.figures,
        pipeline: weekly.pipeline,
        stalled: [stalled.count, stalled.amount, stalled.items.map((deal) => deal.no)],
        conversion: funnel.conversion,
        ranking: ranks.rows,
      };
    };
    const acts: Record<number, string[]> = {
      0: ['商机 星河科技 ERP 30万 12月底', '线索 青禾食品 张总 13800000001', '商机 云帆物流 20万'],
      2: ['跟 D-1 拜访 王总 需求已确认'],
      5: ['赢 D-2 25万', '推 D-1'],
      9: ['推 L-1', '改 D-1 28万'],
      14: ['跟 D-1 电话 再等等'],
      18: ['输 D-1 价格'],
    };
    /** On days without an act there is the same to see as the day before. */
    const isLooked = (day: number) => acts[day] || day % runs(6, 1) === 0;
    const seen: [Date, unknown][] = [];
    for (let day = 0; day < 24; day += 1) {
      for (const line of acts[day] ?? []) await lei.says(line).misses('没理解', '还差');
      w.clock.advance(60_000);
      if (isLooked(day)) seen.push([w.clock.now(), await all(w.clock.now())]);
      w.nextDay();
    }
    for (const [at, then] of seen) expect([at, await all(at)]).toEqual([at, then]);
    await zhou.says('停滞').sees('停滞商机 1 个');
    expect(w.incidents).toEqual([]);
  });
});
