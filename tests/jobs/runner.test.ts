import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JobRunner } from '../../bot/jobs/runner.js';
import { lastSlot } from '../../bot/jobs/schedule.js';
import type { Job, Slot } from '../../bot/kernel/job.js';
import { allJobs } from '../../jobs/register.js';
import { lastSlots } from '../../store/job-slots.js';
import { openStore, type Store } from '../../store/open.js';
import { at, House, silent, zone } from './house.js';

describe('the runner', () => {
  let house: House;
  let ran: Slot[];
  let fails: boolean;

  beforeEach(async () => {
    house = await House.open(at('2026-11-30', '08:59'));
    ran = [];
    fails = false;
  });
  afterEach(async () => await house.close());

  const hourly = (name: string): Job<null> => ({
    name,
    summary: name,
    slots: async () => [{ scope: '', cron: '0 * * * *', timeZone: zone }],
    async run(slot) {
      ran.push(slot);
      if (fails && name === 'report') throw new Error('no luck');
      return { counts: { done: 1 } };
    },
  });

  const runnerOf = (jobs: Job<null>[], store: Store = house.store, maxAttempts = 5) =>
    new JobRunner<null>({ store, clock: house.clock, log: silent, jobs, context: () => null, maxAttempts });

  const slotOf = async (job: string) => (await lastSlots(house.store.db)).find((slot) => slot.job === job);

  it('does not run what lay before the first start', async () => {
    expect(await runnerOf([hourly('report')]).runDue(at('2026-11-30', '08:59'))).toEqual([]);
    expect(ran).toEqual([]);
  });

  it('runs a slot once, with the slot’s own time', async () => {
    const runner = runnerOf([hourly('report')]);
    await runner.runDue(at('2026-11-30', '08:59'));
    const nine = at('2026-11-30', '09:00');
    expect(await runner.runDue(new Date(nine.getTime() + 20_000))).toMatchObject([
      { at: nine, lateMinutes: 0 },
    ]);
    expect(await runner.runDue(at('2026-11-30', '09:01'))).toEqual([]);
    expect(ran).toEqual([{ scope: '', at: nine, lateMinutes: 0 }]);
    expect(await slotOf('report')).toMatchObject({ slotAt: nine, counts: { done: 1 }, error: null });
  });

  it('catches the last missed slot up once, marked late', async () => {
    const runner = runnerOf([hourly('report')]);
    await runner.runDue(at('2026-11-30', '08:59'));
    const after = runnerOf([hourly('report')]);
    expect(await after.runDue(at('2026-11-30', '13:12'))).toMatchObject([{ lateMinutes: 12 }]);
    expect(await after.runDue(at('2026-11-30', '13:13'))).toEqual([]);
    expect(ran).toEqual([{ scope: '', at: at('2026-11-30', '13:00'), lateMinutes: 12 }]);
    expect((await slotOf('report'))?.lateMinutes).toBe(12);
  });

  it('runs a slot in one of two processes', async () => {
    const second = await openStore(`file:${house.folder}/house.db`);
    const both = [runnerOf([hourly('report')]), runnerOf([hourly('report')], second)];
    for (const time of ['08:59', '09:00', '10:00', '11:00']) {
      await Promise.all(both.map((runner) => runner.runDue(at('2026-11-30', time))));
    }
    await second.close();
    expect(ran.map((slot) => slot.at)).toEqual(
      ['09:00', '10:00', '11:00'].map((time) => at('2026-11-30', time)),
    );
  });

  it('keeps the error of a failing job, goes on with the others, and tries again until it gives up', async () => {
    const runner = runnerOf([hourly('report'), hourly('other')], house.store, 3);
    await runner.runDue(at('2026-11-30', '08:59'));
    fails = true;
    const first = await runner.runDue(at('2026-11-30', '09:00'));
    expect(first.map(({ job, error }) => [job, error])).toEqual([
      ['report', 'no luck'],
      ['other', null],
    ]);
    expect(await slotOf('report')).toMatchObject({ error: 'no luck', finishedAt: null });
    for (let minute = 1; minute < 6; minute++) await runner.runDue(at('2026-11-30', `09:0${minute}`));
    expect(ran).toHaveLength(1 + 3);
    fails = false;
    expect(await runner.runDue(at('2026-11-30', '10:00'))).toHaveLength(2);
    expect((await slotOf('report'))?.error).toBeNull();
  });

  it('does not take a failed slot that another process is trying again', async () => {
    const runner = runnerOf([hourly('report')]);
    await runner.runDue(at('2026-11-30', '08:59'));
    fails = true;
    await runner.runDue(at('2026-11-30', '09:00'));
    fails = false;
    let meanwhile: unknown;
    const other = runnerOf([hourly('report')]);
    const slow: Job<null> = {
      ...hourly('report'),
      async run(slot) {
        ran.push(slot);
        meanwhile = await other.runDue(at('2026-11-30', '09:01'));
        return { counts: {} };
      },
    };
    await runnerOf([slow]).runDue(at('2026-11-30', '09:01'));
    expect(meanwhile).toEqual([]);
    expect(ran).toHaveLength(2);
  });

  it('takes over the slot of a process that died in it', async () => {
    const dying: Job<null> = { ...hourly('report'), run: () => new Promise(() => {}) };
    await runnerOf([dying]).runDue(at('2026-11-30', '08:59'));
    void runnerOf([dying]).runDue(at('2026-11-30', '09:00'));
    while (
      !(await slotOf('report').then(
        (slot) => slot && slot.slotAt.getTime() === at('2026-11-30', '09:00').getTime(),
      ))
    ) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const next = runnerOf([hourly('report')]);
    expect(await next.runDue(at('2026-11-30', '09:05'))).toEqual([]);
    expect(await next.runDue(at('2026-11-30', '09:11'))).toMatchObject([{ at: at('2026-11-30', '09:00') }]);
  });

  it('waits for what runs when it is stopped, and starts nothing more', async () => {
    const runner = runnerOf([hourly('report'), hourly('other')]);
    await runner.runDue(at('2026-11-30', '08:59'));
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let began: () => void = () => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const slow: Job<null> = {
      ...hourly('report'),
      async run() {
        began();
        await held;
        return { counts: { slow: 1 } };
      },
    };
    const stopping = runnerOf([slow, hourly('other')]);
    const running = stopping.runDue(at('2026-11-30', '09:00'));
    await begun;
    const stopped = stopping.stop();
    release();
    await stopped;
    expect((await running).map(({ job }) => job)).toEqual(['report']);
    expect((await slotOf('report'))?.counts).toEqual({ slow: 1 });
    expect(await stopping.runDue(at('2026-11-30', '10:00'))).toEqual([]);
  });

  it('runs a job by hand for any moment, without taking its slot', async () => {
    const runner = runnerOf([hourly('report')]);
    const moment = at('2026-01-05', '09:00');
    expect(await runner.runJob('report', moment)).toMatchObject([{ at: moment, counts: { done: 1 } }]);
    expect(await runner.runJob('nonsense', moment)).toBeUndefined();
    expect(await slotOf('report')).toBeUndefined();
  });

  it('runs every job of the house on a Monday morning without an error', async () => {
    await house.deal({ stallAt: at('2026-11-27', '18:00') });
    await house.task('2026-11-30');
    const runner = house.runner();
    await runner.runDue(at('2026-11-30', '08:20'));
    const done = await runner.runDue(at('2026-11-30', '09:00'));
    expect(done.filter(({ error }) => error !== null)).toEqual([]);
    const jobs = new Set(done.map(({ job }) => job));
    expect([...jobs].sort()).toEqual(
      allJobs
        .map(({ name }) => name)
        .filter((name) => name !== 'cleanup')
        .sort(),
    );
    const places = (await house.waiting()).map(({ card }) => card.key);
    expect(places).toContain(`report:weekly:${house.team.id}:2026-11-23`);
    expect(places).toContain('tasks:2026-11-30');
    expect(places).toContain('deal:D-1');
  });
});

describe('the latest slot of a schedule', () => {
  const slot = (cron: string, timeZone: string, now: string) =>
    lastSlot({ cron, timeZone }, new Date(now)).toISOString();

  it('is read in its zone and includes its own second', () => {
    expect(slot('0 9 * * 1', 'Asia/Shanghai', '2026-11-30T01:00:00Z')).toBe('2026-11-30T01:00:00.000Z');
    expect(slot('0 9 * * 1', 'Asia/Shanghai', '2026-11-30T00:59:59.999Z')).toBe('2026-11-23T01:00:00.000Z');
    expect(slot('0 9 * * 1', 'Europe/Berlin', '2026-11-30T08:00:30Z')).toBe('2026-11-30T08:00:00.000Z');
  });

  it('keeps the wall clock over a change to summer time', () => {
    expect(slot('0 9 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z')).toBe('2026-03-28T08:00:00.000Z');
    expect(slot('0 9 * * *', 'Europe/Berlin', '2026-03-29T12:00:00Z')).toBe('2026-03-29T07:00:00.000Z');
  });

  it('is right when asked for an earlier moment after a later one', () => {
    expect(slot('*/15 * * * *', 'UTC', '2026-11-30T10:20:00Z')).toBe('2026-11-30T10:15:00.000Z');
    expect(slot('*/15 * * * *', 'UTC', '2026-11-30T09:59:00Z')).toBe('2026-11-30T09:45:00.000Z');
    expect(slot('*/15 * * * *', 'UTC', '2026-11-30T10:30:00Z')).toBe('2026-11-30T10:30:00.000Z');
  });
});
