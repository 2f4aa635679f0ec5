import { afterEach, expect, test } from 'vitest';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('times of somebody in another zone name it where others read along, and nowhere else', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  const zhou = await w.manager('周敏');
  const amy = await w.rep('Amy Chen');
  await w.store.tx((tx) => updatePerson(tx, amy.person.id, { timeZone: 'America/New_York' }));
  await amy.says('商机 云帆物流 10万');
  await zhou.in('华东销售群').says('绑群 华东');
  await amy.in('华东销售群').says('约 云帆物流 12月3日 15:00 演示').sees('15:00（北美东部时间）');
  await amy.alone().says('我的待办').sees('15:00').misses('北美东部时间');
  // 15:00 in New York is 04:00 in Shanghai on the day after.
  await zhou.alone().says('Amy的待办').sees('12月4日', '04:00');
  await lei.says('商机 星河科技 10万');
  await lei.in('华东销售群').says('约 星河科技 12月3日 15:00 演示').sees('15:00').misses('时间）');
});
