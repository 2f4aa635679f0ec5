import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeTask } from '../support/change-rows.js';
import { at, commandsOn, House, read } from './house.js';

let house: House;
beforeEach(async () => {
  house = await House.open(at('2026-11-26', '10:00'));
});
afterEach(async () => await house.close());

const ring = (time: string) =>
  house.run('task-reminders', at('2026-11-26', time), { now: at('2026-11-26', time) });

const timed = async (time: string) => {
  const task = await house.task('2026-11-26', '给王总打电话');
  return await house.store.tx((tx) => changeTask(tx, task, { dueTime: time, dueAt: at('2026-11-26', time) }));
};

it('comes at the time of the task, once, to its owner alone', async () => {
  await timed('10:05');
  await house.task('2026-11-26', '没有时间的事');
  expect(await ring('10:04')).toEqual({ reminded: 0 });
  expect(await ring('10:05')).toEqual({ reminded: 1 });
  expect(await ring('10:06')).toEqual({ reminded: 0 });
  const [post, ...more] = await house.waiting();
  expect(more).toEqual([]);
  expect(post?.place).toBe('小李');
  expect(post && read(post.card)).toContain('给王总打电话');
  expect(post && commandsOn(post.card)).toEqual(['task-done', 'task-snooze']);
});

it('comes again where the task was moved, and not for one that is done', async () => {
  const task = await timed('10:05');
  await ring('10:05');
  if (!task) throw new Error('the task is gone');
  const moved = await house.store.tx((tx) =>
    changeTask(tx, task, { dueTime: '11:00', dueAt: at('2026-11-26', '11:00') }),
  );
  expect(await ring('11:00')).toEqual({ reminded: 1 });
  if (!moved) throw new Error('the task is gone');
  await house.store.tx((tx) =>
    changeTask(tx, moved, { status: 'done', dueTime: '12:00', dueAt: at('2026-11-26', '12:00') }),
  );
  expect(await ring('12:00')).toEqual({ reminded: 0 });
});

it('comes late after a pause, but not after hours', async () => {
  await timed('10:05');
  expect(await ring('12:06')).toEqual({ reminded: 0 });
  expect(await ring('10:45')).toEqual({ reminded: 1 });
});
