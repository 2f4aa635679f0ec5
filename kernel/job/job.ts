/**
 * A scheduled job. The tick wakes it, the database decides which process runs which slot, and `run` gets the
 * slot's own time, so that a late run gives the same result as one on time.
 */
export interface Job<Context> {
  name: string;
  /** One line for `genjin job list` and `genjin doctor`. */
  summary: string;
  /** Its schedules; several if teams live in different zones. */
  slots(context: Context): Promise<Schedule[]>;
  run(slot: Slot, context: Context): Promise<JobResult>;
}

export interface Schedule {
  /** Distinguishes the slots of one job (a team's id); '' for a single slot. */
  scope: string;
  /** Five-field cron expression in `timeZone`. */
  cron: string;
  timeZone: string;
}

export interface Slot {
  scope: string;
  /** The moment the slot stands for. */
  at: Date;
  /** How late it runs, in minutes; 0 if on time. */
  lateMinutes: number;
}

export interface JobResult {
  /** Counts of what was done ('alerts: 3'). */
  counts: Record<string, number>;
}

/** Types a job's context; returns the job. */
export function makeJob<Context>(job: Job<Context>): Job<Context> {
  return job;
}
