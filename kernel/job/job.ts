/**
 * A thing the clock starts. The tick wakes it, the database decides who runs which slot, and `run` is given
 * the slot's own time, so that a late run gives the same result as one on time.
 */
export interface Job<Context> {
  name: string;
  /** What it does, one line, shown by `genjin job list` and doctor. */
  summary: string;
  /** When it is due; several schedules where teams live in different zones. */
  slots(context: Context): Promise<Schedule[]>;
  run(slot: Slot, context: Context): Promise<JobResult>;
}

export interface Schedule {
  /** Tells apart the slots of one job (a team's id), '' where there is one for all. */
  scope: string;
  /** Five-field cron expression, read in `timeZone`. */
  cron: string;
  timeZone: string;
}

export interface Slot {
  scope: string;
  /** The moment the slot stands for. */
  at: Date;
  /** How late it runs; 0 when on time. */
  lateMinutes: number;
}

export interface JobResult {
  /** What was done, counted ('alerts: 3'). */
  counts: Record<string, number>;
}

export function makeJob<Context>(job: Job<Context>): Job<Context> {
  return job;
}
