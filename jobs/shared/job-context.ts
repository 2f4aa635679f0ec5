import { makeJob as define, type Job } from '../../kernel/job/job.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Store } from '../../store/engine/store.js';
import type { Locale } from '../../texts/languages.js';

/** What the jobs run on. */
export interface JobContext {
  store: Store;
  /** When it really runs; what a slot stands for is the slot's own time. */
  now: Date;
  process: Process;
  /** The version of the process file in force. */
  processVersion?: number;
  calendar: WorkCalendar;
  /** Of people and places that chose none. */
  locale: Locale;
  /** Of teams and people that have none. */
  timeZone: string;
  /** Sends what the outbox holds and may send now; answers how many posts went out. */
  flush(): Promise<number>;
}

/** A job of the product. */
export const defineJob = (job: Job<JobContext>): Job<JobContext> => define(job);
