import { describe, expect, it } from 'vitest';
import { JobRunner } from '../../bot/clock/job-runner.js';
import { lastSlot } from '../../bot/clock/job-schedule.js';
import type { Job, Slot } from '../../kernel/job/job.js';
import { FixedClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { lastSlots } from '../../store/running/job-slots.js';
import { eachDatabase } from '../support/databases.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const at = (text: string) => new Date(`${text}+08:00`);

/** A job every Monday at 09:00 in Shanghai that notes its slots; `fails` of its runs fail. */
function monday(slots: Slot[], fails = 0): Job<null> {
  let left = fails;
  return {
    name: 'monday',
    summary: 'notes its slots',
    slots: async () => [{ scope: 'east', cron: '0 9 * * 1', timeZone: 'Asia/Shanghai' }],
    run: async (slot) => {
      if (left-- > 0) throw new Error('not today');
      slots.push(slot);
      return { counts: { noted: 1 } };
    },
  };
}

const runnerOf = (store: Store, job: Job<null>, clock = new FixedClock(at('2026-11-20T12:00'))) =>
  new JobRunner<null>({ store, clock, jobs: [job], context: () => null, log: quiet, maxAttempts: 3 });

describe('the last slot of a schedule', () => {
  const last = (cron: string, timeZone: string, now: string) =>
    lastSlot({ cron, timeZone }, new Date(now)).toISOString();

  it('is due at its exact second in its time zone', () => {
    expect(last('0 9 * * 1', 'Asia/Shanghai', '2026-11-23T00:59:59Z')).toBe('2026-11-16T01:00:00.000Z');
    expect(last('0 9 * * 1', 'Asia/Shanghai', '2026-11-23T01:00:00Z')).toBe('2026-11-23T01:00:00.000Z');
    expect(last('0 9 * * 1', 'America/New_York', '2026-11-23T14:00:00Z')).toBe('2026-11-23T14:00:00.000Z');
    expect(last('*/10 * * * *', 'UTC', '2026-11-23T14:09:59.999Z')).toBe('2026-11-23T14:00:00.000Z');
  });

  it('follows the wall clock across daylight saving changes', () => {
    expect(last('30 8 * * *', 'America/New_York', '2026-03-07T20:00:00Z')).toBe('2026-03-07T13:30:00.000Z');
    expect(last('30 8 * * *', 'America/New_York', '2026-03-08T20:00:00Z')).toBe('2026-03-08T12:30:00.000Z');
  });

  it('is found for rare schedules, also before a given date', () => {
    expect(last('0 9 29 2 *', 'UTC', '2027-11-01T00:00:00Z')).toBe('2024-02-29T09:00:00.000Z');
    expect(last('0 9 29 2 *', 'UTC', '2023-11-01T00:00:00Z')).toBe('2020-02-29T09:00:00.000Z');
  });
});

eachDatabase('the job runner', (open) => {
  it('runs a slot once at its time, and skips slots before its first start', async () => {
    const { store } = await open();
    const slots: Slot[] = [];
    const runner = runnerOf(store, monday(slots));
    expect(await runner.runDue(at('2026-11-20T12:00'))).toEqual([]);
    for (const now of ['2026-11-23T08:59:59', '2026-11-23T09:00:20', '2026-11-23T09:01:20']) {
      await runner.runDue(at(now));
    }
    expect(slots).toEqual([{ scope: 'east', at: at('2026-11-23T09:00'), lateMinutes: 0 }]);
  });

  it('runs a missed slot once, and reports how late it is', async () => {
    const { store } = await open();
    const slots: Slot[] = [];
    await runnerOf(store, monday(slots)).runDue(at('2026-11-20T12:00'));
    const after = runnerOf(store, monday(slots));
    await after.runDue(at('2026-12-07T09:12'));
    await after.runDue(at('2026-12-07T09:13'));
    expect(slots).toEqual([{ scope: 'east', at: at('2026-12-07T09:00'), lateMinutes: 12 }]);
  });

  it('runs a slot in only one of several processes', async () => {
    const { store } = await open();
    const slots: Slot[] = [];
    const runners = Array.from({ length: 5 }, () => runnerOf(store, monday(slots)));
    await Promise.all(runners.map((runner) => runner.runDue(at('2026-11-20T12:00'))));
    await Promise.all(runners.map((runner) => runner.runDue(at('2026-11-23T09:00'))));
    expect(slots).toHaveLength(1);
  });

  it('retries a failed run at the next ticks, and gives up after the maximum of attempts', async () => {
    const { store } = await open();
    const slots: Slot[] = [];
    const runner = runnerOf(store, monday(slots, 2));
    for (const now of [
      '2026-11-20T12:00',
      '2026-11-23T09:00',
      '2026-11-23T09:01',
      '2026-11-23T09:02',
      '2026-11-23T09:03',
    ]) {
      await runner.runDue(at(now));
    }
    expect(slots.map((slot) => slot.at)).toEqual([at('2026-11-23T09:00')]);

    const never = runnerOf(store, monday(slots, 99));
    const failed = [];
    for (let minute = 0; minute < 6; minute++)
      failed.push(...(await never.runDue(at(`2026-11-30T09:0${minute}`))));
    expect(failed.map((ran) => ran.error)).toEqual(['not today', 'not today', 'not today']);
    expect(await lastSlots(store.db)).toMatchObject([
      { job: 'monday', error: 'not today', finishedAt: null },
    ]);
  });

  it('runs a slot again that a killed process had begun', async () => {
    const { store } = await open();
    const slots: Slot[] = [];
    await runnerOf(store, monday(slots)).runDue(at('2026-11-20T12:00'));
    const hanging: Job<null> = { ...monday(slots), run: () => new Promise(() => undefined) };
    void runnerOf(store, hanging).runDue(at('2026-11-23T09:00'));
    const after = runnerOf(store, monday(slots));
    const claimed = async () =>
      (await lastSlots(store.db))[0]?.slotAt.getTime() === at('2026-11-23T09:00').getTime();
    while (!(await claimed())) await new Promise((resume) => setTimeout(resume, 5));
    await after.runDue(at('2026-11-23T09:05'));
    expect(slots).toEqual([]);
    await after.runDue(at('2026-11-23T09:11'));
    expect(slots).toMatchObject([{ at: at('2026-11-23T09:00'), lateMinutes: 11 }]);
  });

  it('is stopped by no schedule that has no slot', async () => {
    const { store } = await open();
    const slots: Slot[] = [];
    const good = monday(slots);
    const bad: Job<null> = {
      ...good,
      name: 'bad',
      slots: async () => [
        { scope: '', cron: '0 9 30 2 *', timeZone: 'Asia/Shanghai' },
        { scope: 'east', cron: '0 9 * * 1', timeZone: 'Asia/Shanghai' },
      ],
    };
    let ran = 0;
    const clock = new FixedClock(at('2026-11-20T12:00'));
    const runner = new JobRunner<null>({
      ...{ store, clock, jobs: [bad, good], context: () => null, log: quiet },
      ran: () => ran++,
    });
    await runner.runDue(at('2026-11-20T12:00'));
    const done = await runner.runDue(at('2026-11-23T09:00:20'));
    expect(done.map(({ job, scope }) => `${job} ${scope}`)).toEqual(['bad east', 'monday east']);
    expect(ran).toBe(2);
  });

  it('catches up a slot after a clock that was eight days ahead for a minute', async () => {
    const { store } = await open();
    const slots: Slot[] = [];
    const runner = runnerOf(store, monday(slots));
    await runner.runDue(at('2026-11-20T12:00'));
    await runner.runDue(at('2026-12-01T12:00'));
    await runner.runDue(at('2026-11-23T09:00:20'));
    await runner.runDue(at('2026-11-23T09:01:20'));
    expect(slots.map((slot) => slot.at)).toEqual([at('2026-11-30T09:00'), at('2026-11-23T09:00')]);
  });
});
