import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { responseReport } from '../../reports/standard/response-report.js';
import { updateTeam } from '../support/change-rows.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
let mei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const minutes = (n: number) => w.clock.advance(n * 60_000 - 1000);

const figures = async (team = w.east) =>
  (
    await responseReport(
      {
        db: w.store.db,
        process: processOfTests,
        calendar: calendarOf(processOfTests),
        locale: 'zh',
        zone: 'Asia/Shanghai',
        now: w.clock.now(),
      },
      { team, asOf: w.clock.now() },
    )
  ).figures;

/**
 * Thursday 10:00: 李雷 has three leads and answers two, after 10 and 100 minutes; 韩梅 has one at 17:30 and answers on Friday
 * at 9:10, after 30 + 10 minutes of work.
 */
async function aDay(): Promise<void> {
  await lei.says('线索 星河科技 王总 #官网').sees('L-1');
  minutes(10);
  await lei.says('跟 L-1 电话 已联系').sees('按时');
  await lei.says('线索 云帆物流 王总 #展会').sees('L-2');
  minutes(100);
  await lei.says('跟 L-2 电话 已联系').sees('已超时');
  await lei.says('线索 青禾食品 王总 #官网').sees('L-3');
  w.later(0, '17:30');
  await mei.says('线索 蓝鲸制造 王总').sees('L-4');
  w.later(1, '09:10');
  await mei.says('跟 L-4 电话 已联系').sees('按时');
}

describe('the response report', () => {
  test('shows the median in working minutes, the share in time and the unanswered leads, by person and source', async () => {
    await aDay();
    const { all, people, sources } = await figures();
    expect(all).toEqual({ leads: 4, median: 40, inTime: 50, unanswered: 1 });
    expect(people.map(({ key: _, ...row }) => row)).toEqual([
      { name: '李雷', leads: 3, median: 55, inTime: 33, unanswered: 1 },
      { name: '韩梅', leads: 1, median: 40, inTime: 100, unanswered: 0 },
    ]);
    expect(sources.map(({ name, leads, median }) => [name, leads, median])).toEqual([
      ['官网', 2, 10],
      ['未注明', 1, 40],
      ['展会', 1, 100],
    ]);
    await zhou
      .says('响应')
      .sees(
        '首次响应中位数 40 分钟',
        '按时率 50%',
        '1 条未响应',
        '李雷 | 3 | 55 分钟 | 33% | 1',
        '展会 | 1 | 100',
      );
    await zhou.says('排行').sees('首次响应', '55 分钟', '40 分钟');
  });

  test('restarts the time of a transferred lead and skips leads in the pool', async () => {
    await lei.says('线索 星河科技 王总').sees('L-1');
    minutes(120);
    await lei.says('转给 L-1 @韩梅').sees('转给韩梅');
    minutes(20);
    await mei.says('跟 L-1 电话 已联系').sees('按时');
    await lei.says('线索 云帆物流').sees('L-2');
    await w.release('L-2');
    expect((await figures()).people.map(({ name, leads, median }) => [name, leads, median])).toEqual([
      ['韩梅', 1, 20],
    ]);
  });

  test('includes the teams below a parent team', async () => {
    await aDay();
    const above = await w.team('中国区');
    await w.store.tx((tx) => updateTeam(tx, w.east.id, { parentId: above.id }));
    expect((await figures(above)).all).toEqual({ leads: 4, median: 40, inTime: 50, unanswered: 1 });
  });

  test('counts only what was answered by then if asked as of a past moment', async () => {
    await aDay();
    await lei.says('响应 @昨天').sees('4 条线索', '首次响应中位数 55 分钟', '2 条未响应');
  });

  test('works in English and is refused for another team', async () => {
    const en = await world({ locale: 'en' });
    const ann = await en.rep('Ann');
    await ann.says('response').sees('no leads were assigned');
    await ann.says('lead Northwind Mr Wang').sees('L-1');
    en.clock.advance(30 * 60_000);
    await ann.says('log L-1 call done');
    await ann.says('response').sees('median first response 30 min', 'Ann | 1 | 30 min | 100%');
    await en.team('North');
    await ann.says('response North').sees('Only a team manager');
    expect(en.incidents).toEqual([]);
    await en.close();
  });
});
