import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { forecast } from '../../jobs/reports/forecast-job.js';
import { listTeams } from '../../store/people/team-queries.js';
import { updateTeam } from '../support/change-rows.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await lei.says('商机 华为 ERP二期 30万 12月20日').sees('D-1');
  await lei.says('商机 中兴 CRM 20万 12月10日').sees('D-2');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a forecast', () => {
  test('says how many closed deals it still lacks, and weights by stage until then', async () => {
    await zhou.says('预测').sees('预测 · 华东', '按阶段加权', '满 30 个', '阶段加权', '承诺', '乐观');
    await zhou.says('forecast').sees('预测', '10万');
  });

  test('sums the deals called as commit or best case, and a call can be undone', async () => {
    await lei.says('判断 华为 承诺').sees('判断为「承诺」', '撤');
    await lei.says('判断 D-2 看好').sees('判断为「乐观」');
    await zhou.says('预测').sees('30万', '50万');
    await lei.says('撤').sees('已撤销');
    await zhou.says('预测').misses('50万');
    await lei.says('判断 D-1').sees('判断');
    await lei.says('不算').sees('判断为「不计入」');
    await zhou.says('预测').misses('D-1');
  });

  test('shows the manager’s own total call, which can be undone', async () => {
    await zhou.says('判断 本季 300万 360万').sees('承诺 300万', '乐观 360万');
    await zhou.says('预测').sees('经理判断', '300万');
    await zhou.says('撤').sees('已撤销');
    await zhou.says('预测').misses('经理判断');
    await zhou.says('判断').sees('判断 D-1 承诺');
  });

  test('sums the latest total call of each rep', async () => {
    const han = await w.rep('韩梅');
    await lei.says('判断 本季 80万').sees('承诺 80万');
    await lei.says('判断 本季 90万').sees('承诺 90万');
    await han.says('判断 本季 25万').sees('承诺 25万');
    await zhou.says('预测').sees('销售预测 | 115万').misses('经理判断');
    await han.says('撤').sees('已撤销');
    await zhou.says('预测').sees('销售预测 | 90万');
  });

  test('counts a deal by its close date in the team’s time zone', async () => {
    await lei.says('判断 D-1 承诺').sees('承诺');
    await lei.says('改 D-1 2026-12-31').sees('D-1');
    for (const zone of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Auckland']) {
      const [team] = await listTeams(w.store.db);
      await w.store.tx((tx) => updateTeam(tx, team?.id ?? '', { timeZone: zone }));
      await lei.says('改 D-1 2026-12-31').sees('D-1');
      await zhou.says('预测 本季').sees('承诺 | 30万');
      await lei.says('改 D-1 2027-01-01').sees('D-1');
      await zhou.says('预测 本季').sees('承诺 | 0元');
    }
  });

  test('refuses a call on a colleague’s deal', async () => {
    const han = await w.rep('韩梅');
    await han.says('判断 D-1 承诺').sees('没有权限');
  });

  test('shows the amounts of a past day if asked as of that day', async () => {
    await lei.says('判断 D-1 承诺').sees('承诺');
    w.later(3);
    await lei.says('改 D-1 90万').sees('90万');
    await zhou.says('预测').sees('90万');
    await zhou.says('预测 @前天').sees('30万').misses('90万');
  });

  test('is stored each week and settled with the result once its period is over', async () => {
    await lei.says('判断 D-2 承诺').sees('承诺');
    const run = async () => {
      const context = {
        store: w.store,
        now: w.clock.now(),
        process: w.process,
        calendar: calendarOf(w.process),
        locale: 'zh' as const,
        timeZone: 'Asia/Shanghai',
      };
      return await forecast.run({ scope: '', at: w.clock.now(), lateMinutes: 0 }, context);
    };
    await run();
    // A slot that was cut off runs again.
    await run();
    expect(await w.store.db.q.select().from(w.store.db.t.forecasts)).toHaveLength(4);
    await lei.says('赢 D-2 22万').sees('赢单');
    w.later(70);
    expect((await run()).counts).toMatchObject({ settled: 4 });
    const rows = await w.store.db.q.select().from(w.store.db.t.forecasts);
    const quarter = rows.find((row) => row.teamId === w.east.id && row.period === '2026-Q4');
    expect(quarter).toMatchObject({ commit: 20_000_000, became: 22_000_000, model: null });
    await zhou.says('预测').sees('2026-Q4', '实际 22万');
  });
});

describe('ghost deals', () => {
  test('are listed with the evidence and suggested actions, and left out of the forecast', async () => {
    await lei.says('跟 华为 电话 聊了需求').sees('已记');
    await zhou.says('僵尸').sees('没有僵尸商机');
    w.later(80);
    await lei.says('商机 星河科技 ERP 5万').sees('D-3');
    await lei.says('跟 星河科技 电话 聊了需求').sees('已记');
    await zhou
      .says('僵尸')
      .sees('D-1', '天没有跟进', '没有下一步', '已过预计成交日', '约下一步', '输单')
      .misses('D-3');
    await lei.says('僵尸').sees('D-2');
    await zhou.says('预测').sees('没有计入 2 个');
  });
});
