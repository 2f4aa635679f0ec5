import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeTask } from '../support/change-rows.js';
import { at, commandsOn, House, read } from './house.js';

describe('the list of each workday morning', () => {
  let house: House;
  beforeEach(async () => {
    house = await House.open(at('2026-11-25', '10:00'));
  });
  afterEach(async () => await house.close());

  const run = (date: string) => house.run('due-tasks', at(date, '08:30'));

  it('lists tasks due and overdue, each with buttons for done, one day later and one week later', async () => {
    const overdue = await house.task('2026-11-24', '回访');
    await house.task('2026-11-26', '讲方案');
    await house.task('2026-11-27', '签合同');
    expect(await run('2026-11-26')).toEqual({ people: 1, tasks: 2, unreachable: 0 });
    const [post, ...more] = await house.waiting();
    expect(more).toEqual([]);
    expect(post?.place).toBe('小李');
    const card = post?.card ?? { key: '', title: '', tone: 'info' as const, nodes: [] };
    expect(read(card)).toMatch(/今天 1 件，逾期 1 件/);
    expect(read(card)).toContain('讲方案');
    expect(read(card)).not.toContain('签合同');
    expect(commandsOn(card).slice(0, 3)).toEqual(['task-done', 'task-snooze', 'task-snooze']);
    const no = `T-${overdue.no}`;
    expect(JSON.stringify(card)).toContain(`{"task":"${no}","to":"2026-11-27","v":1}`);
    expect(JSON.stringify(card)).toContain(`{"task":"${no}","to":"2026-12-03","v":1}`);
  });

  it('is sent once a day, and not to people without due tasks', async () => {
    const task = await house.task('2026-11-26');
    await run('2026-11-26');
    await run('2026-11-26');
    expect(await house.waiting()).toHaveLength(1);
    await house.store.tx((tx) => changeTask(tx, task, { status: 'done' }));
    expect(await run('2026-11-27')).toEqual({ people: 0, tasks: 0, unreachable: 0 });
    expect(await house.waiting()).toHaveLength(1);
  });

  it('is not sent on days off', async () => {
    await house.task('2026-11-26');
    expect(await run('2026-11-28')).toEqual({ people: 0, tasks: 0, unreachable: 0 });
    expect(await house.waiting()).toEqual([]);
  });

  it('shows seven tasks and the number of the others', async () => {
    for (let made = 0; made < 10; made++) await house.task('2026-11-26', `事项${made}`);
    expect(await run('2026-11-26')).toMatchObject({ tasks: 10 });
    const [post] = await house.waiting();
    const words = post ? read(post.card) : '';
    expect(words.match(/事项\d/g)).toHaveLength(7);
    expect(words).toMatch(/还有 3 件/);
  });

  it('is scheduled in each team’s time zone', async () => {
    const context = house.contextOf(house.clock.now());
    const { allJobs } = await import('../../jobs/register-jobs.js');
    const job = allJobs.find((one) => one.name === 'due-tasks');
    const slots = await job?.slots(context);
    expect(slots).toContainEqual({ scope: house.team.id, cron: '30 8 * * *', timeZone: 'Asia/Shanghai' });
  });
});
