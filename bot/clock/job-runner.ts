import { schedule as cronTick, type ScheduledTask } from 'node-cron';
import { plainReason } from '../../kernel/command/plain-reason.js';
import type { Job, JobResult, Schedule } from '../../kernel/job/job.js';
import { type Clock, systemClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { claimSlot, failSlot, finishSlot, lastSlots, retakeSlot } from '../../store/running/job-slots.js';
import type { JobSlot } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { lastSlot } from './job-schedule.js';

export interface RunnerOptions<C> {
  store: Store;
  clock: Clock;
  jobs: readonly Job<C>[];
  /** Builds a run's context; called for each run, so that it sees the process file in force. */
  context(now: Date): Promise<C> | C;
  log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  /** Told after the due jobs have run: they may have queued posts. */
  ran?(): void;
  /** Runs of one slot before it is given up. */
  maxAttempts?: number;
  /** The machine's wall clock and one that nobody sets, in ms. */
  machine?(): { wall: number; steady: number };
}

export interface JobRun {
  job: string;
  scope: string;
  at: Date;
  lateMinutes: number;
  counts: Record<string, number>;
  error: string | null;
}

/** A run that has not ended by then is considered dead, and its slot runs again. */
const deadAfterMs = 10 * 60_000;
/** A time so much later than now was written while the clock was ahead, in ms. */
const aheadMs = 60_000;
/** A jump of the clock so long is a mistake until it has lasted for some minutes, in ms. */
const jumpMs = 10 * 60_000;
const provedMs = 3 * 60_000;
/** A run up to this late counts as on time: the tick comes once a minute. */
const onTimeMinutes = 1;

/**
 * Starts jobs by the clock. The tick only wakes it: the schedule says which slot is due, and one guarded
 * write decides which of many processes runs it. A slot missed while none was up is caught up once.
 */
export class JobRunner<C> {
  private tick: ScheduledTask | undefined;
  private running: Promise<JobRun[]> = Promise.resolve([]);
  private stopped = false;
  /** How far the wall clock is ahead of the steady one, and since when it has leapt. */
  private drift: { ms: number; leaptAt?: number } | undefined;

  constructor(private readonly options: RunnerOptions<C>) {}

  start(): void {
    this.tick = cronTick('* * * * *', () => this.wake(), { noOverlap: true });
    this.wake();
  }

  /** Starts no more jobs and waits for running ones. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.tick?.destroy();
    await this.running.catch(() => undefined);
  }

  /** Runs each job's latest due slot; concurrent calls run one after the other. */
  async runDue(now: Date): Promise<JobRun[]> {
    this.running = this.running.catch(() => []).then(() => this.runAll(now));
    return await this.running;
  }

  /**
   * Runs a job as if each of its scopes had a slot at `at`, whether it ran before or not. Undefined if there
   * is no such job; rejects with what the job threw.
   */
  async runJob(name: string, at: Date): Promise<JobRun[] | undefined> {
    const job = this.options.jobs.find((one) => one.name === name);
    if (!job) return undefined;
    const context = await this.options.context(at);
    const done: JobRun[] = [];
    for (const schedule of await job.slots(context)) {
      const slot = { scope: schedule.scope, at, lateMinutes: 0 };
      const { counts } = await job.run(slot, context);
      done.push({ job: name, ...slot, counts, error: null });
    }
    return done;
  }

  private wake(): void {
    if (!this.clockIsSteady()) return;
    this.runDue(this.options.clock.now()).catch((error) => {
      this.options.log.error({ err: error }, 'the jobs could not be run');
    });
  }

  /**
   * Whether the machine's clock has not leapt ahead within the last minutes. Somebody may set it right again, and what
   * a report has said cannot be unsaid.
   */
  private clockIsSteady(): boolean {
    const { machine = machineTimes, log } = this.options;
    const { wall, steady } = machine();
    const drift = wall - steady;
    if (this.drift !== undefined && drift - this.drift.ms > jumpMs) {
      if (this.drift.leaptAt === undefined) log.warn({}, 'the clock leapt ahead; jobs wait some minutes');
      this.drift.leaptAt ??= steady;
      if (steady - this.drift.leaptAt < provedMs) return false;
    }
    this.drift = { ms: drift };
    return true;
  }

  private async runAll(now: Date): Promise<JobRun[]> {
    const { store, jobs, log } = this.options;
    if (this.stopped) return [];
    const context = await this.options.context(now);
    const known = new Map((await lastSlots(store.db)).map((slot) => [`${slot.job} ${slot.scope}`, slot]));
    const done: JobRun[] = [];
    for (const job of jobs) {
      let schedules: Schedule[];
      try {
        schedules = await job.slots(context);
      } catch (error) {
        log.error({ err: error, job: job.name }, 'the schedule of a job could not be read');
        continue;
      }
      for (const schedule of schedules) {
        if (this.stopped) return done;
        const last = known.get(`${job.name} ${schedule.scope}`);
        try {
          const ran = await this.runSchedule(job, schedule, last, now, context);
          if (ran) done.push(ran);
        } catch (error) {
          // A schedule without a slot, say; it stops no other one.
          log.error(
            { err: error, job: job.name, scope: schedule.scope },
            'a schedule could not be looked at',
          );
        }
      }
    }
    this.options.ran?.();
    return done;
  }

  private async runSchedule(
    job: Job<C>,
    schedule: Schedule,
    known: JobSlot | undefined,
    now: Date,
    context: C,
  ): Promise<JobRun | undefined> {
    const { store } = this.options;
    const at = lastSlot(schedule, now);
    // A slot of the future was run while the clock was ahead; it does not hold up those that come before it.
    if (known && known.slotAt >= at && !isAhead(known.slotAt, now)) {
      const attempts = known.counts?.attempts ?? 0;
      const open = known.finishedAt === null && (known.error !== null || isDead(known, now));
      if (!open || attempts >= this.maxAttempts) return undefined;
      if (!(await store.tx((tx) => retakeSlot(tx, known, now)))) return undefined;
      return await this.run(job, schedule.scope, known.slotAt, attempts, now, context);
    }
    if (!(await store.tx((tx) => claimSlot(tx, job.name, schedule.scope, at, now)))) return undefined;
    if (!known && lateness(at, now) > onTimeMinutes) {
      // A new team or installation: earlier slots were nobody's to miss.
      await store.tx((tx) => this.finish(tx, job.name, schedule.scope, now, {}));
      return undefined;
    }
    return await this.run(job, schedule.scope, at, 0, now, context);
  }

  private async run(
    job: Job<C>,
    scope: string,
    at: Date,
    before: number,
    now: Date,
    context: C,
  ): Promise<JobRun> {
    const { store, clock, log } = this.options;
    const late = lateness(at, now);
    const slot = { scope, at, lateMinutes: late > onTimeMinutes ? late : 0 };
    const about = { job: job.name, ...slot };
    try {
      const { counts }: JobResult = await job.run(slot, context);
      await store.tx((tx) => this.finish(tx, job.name, scope, clock.now(), counts));
      // Most runs find nothing to do, and some come every minute.
      if (Object.values(counts).some((count) => count > 0)) log.info({ ...about, counts }, 'job done');
      return { ...about, counts, error: null };
    } catch (error) {
      const attempts = before + 1;
      const reason = plainReason(error);
      await store.tx((tx) => failSlot(tx, { job: job.name, scope }, { error: reason, attempts }));
      const outcome = attempts >= this.maxAttempts ? 'given up' : 'tried again at the next tick';
      log.error({ err: error, ...about, attempts }, `job failed, ${outcome}`);
      return { ...about, counts: {}, error: reason };
    }
  }

  private async finish(
    tx: Db,
    job: string,
    scope: string,
    at: Date,
    counts: Record<string, number>,
  ): Promise<void> {
    await finishSlot(tx, job, scope, { finishedAt: at, counts, error: null });
  }

  private get maxAttempts(): number {
    return this.options.maxAttempts ?? 5;
  }
}

const machineTimes = () => ({ wall: systemClock.now().getTime(), steady: performance.now() });
const lateness = (at: Date, now: Date) => Math.floor((now.getTime() - at.getTime()) / 60_000);
/** A run that began after `now` was started by a clock that was ahead: how long ago is not known. */
const isDead = ({ startedAt }: JobSlot, now: Date) =>
  now.getTime() - startedAt.getTime() > deadAfterMs || isAhead(startedAt, now);
const isAhead = (at: Date, now: Date) => at.getTime() > now.getTime() + aheadMs;
