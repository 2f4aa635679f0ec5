import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { weeklyReportJob } from '../../jobs/reports/weekly-report-job.js';
import { figuresHash } from '../../reports/request/figures-hash.js';
import { weeklyOf as compose } from '../../reports/weekly/weekly-kinds.js';
import { sentReports } from '../../store/reports/sent-reports.js';
import { type World, winsAtOnce, world } from '../support/world.js';

let w: World;
beforeEach(async () => {
  w = await world({ process: winsAtOnce });
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('a sent report is stored, and recomputing it later gives the same figures to the cent', async () => {
  const zhou = await w.manager('周敏');
  const lei = await w.rep('李雷');
  await zhou.in('华东群').says('绑群 华东');
  for (const [n, name] of ['华为', '中兴', '星河科技', '云帆物流', '青禾食品'].entries()) {
    await lei.says(`线索 ${name} 王总 1391111222${n} 想看ERP #官网`).sees('L-');
    if (n < 4) await lei.says(`商机 ${name} ERP ${n + 3}.7万 12月20日`).sees('D-');
  }
  await lei.says('跟 华为 电话 价格偏高 明天再约').sees('已记');
  await lei.says('推 D-2').sees('需求确认');
  await lei.says('赢 D-3 5.55万').sees('赢单');
  w.later(11);
  const slot = w.clock.now();
  const ctx = {
    db: w.store.db,
    process: w.process,
    calendar: calendarOf(w.process),
    locale: 'zh' as const,
    zone: 'Asia/Shanghai',
  };
  const context = { store: w.store, ...ctx, now: slot, timeZone: ctx.zone };
  const ran = { scope: w.east.id, at: slot, lateMinutes: 0 };
  expect((await weeklyReportJob.run(ran, context)).counts).toEqual({ posted: 1 });
  await weeklyReportJob.run(ran, context);
  const [sent, ...more] = await sentReports(w.store.db, 'weekly', 10);
  expect(more).toEqual([]);
  if (!sent) throw new Error('nothing was kept');

  w.later(9);
  await lei.says('改 D-1 99万').sees('99万');
  await lei.says('输 D-2 价格').sees('输单');
  await lei.says('赢 D-4 8万').sees('赢单');
  await lei.says('跟 青禾食品 拜访 要报价').sees('已记');
  await lei.says('商机 青禾食品 CRM 12万').sees('D-5');
  w.later(3);
  const { figures } = await compose({ ...ctx, now: w.clock.now() }, { team: w.east, asOf: sent.asOf });
  expect(figures).toEqual(sent.figures);
  expect(figuresHash(figures)).toBe(sent.hash);
});
