import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { allJobs } from '../../jobs/register-jobs.js';
import { Wall } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let wall: Wall;
let lei: Actor;

beforeEach(async () => {
  w = await world();
  wall = new Wall(w);
  lei = await w.rep('李雷');
  const zhou = await w.manager('周敏');
  await wall.says(zhou, '华东群', '绑群 华东');
});
afterEach(async () => await w.close());

async function run(name: string): Promise<Record<string, number>> {
  const context = {
    store: w.store,
    now: w.clock.now(),
    process: w.process,
    processVersion: 1,
    calendar: calendarOf(w.process),
    locale: 'zh' as const,
    timeZone: 'Asia/Shanghai',
    flush: async () => 0,
  };
  const job = allJobs.find((one) => one.name === name);
  const done = await job?.run({ scope: '', at: w.clock.now(), lateMinutes: 0 }, context);
  wall.redraw.poll();
  await wall.settled();
  return done?.counts ?? {};
}

test('a lead that the clock gives back to the pool shows no number, no owner and no button of its owner any more', async () => {
  await wall.says(lei, 'private', '线索 白鹭旅游 孙总 13912345678');
  const [card] = await wall.says(lei, '华东群', 'L-1');
  const [again] = await wall.says(lei, '华东群', 'L-1');
  const [own] = await wall.says(lei, 'private', 'L-1');
  if (!card || !again || !own) throw new Error('no card');
  expect(Wall.words(card)).toContain('13912345678');
  w.later(13);
  await run('pool-return');
  w.later(3);
  expect(await run('pool-return')).toMatchObject({ returned: expect.any(Number) });
  for (const one of [card, again, own]) {
    expect(Wall.words(one)).not.toContain('13912345678');
    expect(Wall.words(one)).not.toMatch(/负责人: 李雷|\[推进|\[跟进\]/);
    expect(one.redrawn).toBe(1);
  }
});
