import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personById } from '../../store/people/person-queries.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let lei: Actor;
let mei: Actor;

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

describe('on leave', () => {
  test('a person on leave gets no leads and the card says so; undo and 销假 end the leave', async () => {
    await lei.says('请假 今天-周五').sees('李雷请假', '11月26日', '11月27日');
    await zhou.says('线索 星河科技').sees('负责人: 韩梅', '已跳过请假的李雷');
    await zhou.says('线索 云帆物流').sees('负责人: 韩梅');
    w.later(5);
    await zhou.says('线索 青禾食品').sees('负责人: 李雷');
    await mei.says('请假 明天').sees('韩梅请假');
    await mei.taps('撤销').sees('已撤销');
    expect((await personById(w.store.db, mei.person.id))?.awayFrom).toBeNull();
    await mei.says('请假 今天-周五').sees('韩梅请假');
    await mei.taps('销假').sees('韩梅已销假');
  });

  test('is told beside a comparison of people, and only where it was in the period', async () => {
    await lei.says('请假 今天-周五').sees('李雷请假');
    w.later(4);
    for (const line of ['排行 本月', '周报', '目标 本月']) await zhou.says(line).sees('期间请假：李雷 2 天');
    await zhou.says('排行 本周').misses('期间请假');
  });

  test('if all reps are on leave, the manager gets the lead', async () => {
    await lei.says('请假 今天').sees('李雷请假');
    await mei.says('请假 今天').sees('韩梅请假');
    await zhou.says('线索 星河科技').sees('负责人: 周敏', '销售都在请假');
  });

  test('a manager enters leave for a colleague, a rep cannot', async () => {
    await zhou.says('请假 @李雷 明天').sees('李雷请假');
    await lei.says('请假 @韩梅 明天').sees('没有权限');
  });

  test('「请假」 without days asks for them, and invalid days are refused', async () => {
    await lei.says('请假').sees('哪几天请假');
    await lei.says('明天').sees('李雷请假');
    await lei.says('请假 昨天').sees('不是有效的请假日期');
    await lei.says('请假 周五-明天的明天的明天').sees('不是有效的请假日期');
  });
});

test('is taken in words; what need not mean whole days of leave is asked', async () => {
  const own = await world();
  const lei = await own.rep('李雷');
  await lei.says('明天我请假').sees('李雷请假：11月27日 周五');
  await lei.says('下周三到周五休假').sees('12月2日 周三 – 12月4日 周五');
  await lei.says('明天上午请假').sees('要请假吗？11月27日 周五（全天）').misses('李雷请假');
  await lei.taps('请假').sees('李雷请假：11月27日 周五');
  await lei.says("I'm away next week").sees('（全天）');
  await lei.says('on vacation Mon-Wed').sees('11月30日 周一 – 12月2日 周三');
  await lei.says('王总下周休假').misses('请假：');
  await own.close();
});
