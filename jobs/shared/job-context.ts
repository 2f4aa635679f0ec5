import { makeJob as define, type Job } from '../../kernel/job/job.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Store } from '../../store/engine/store.js';
import type { Locale } from '../../texts/languages.js';

/** What jobs run with. */
export interface JobContext {
  store: Store;
  /** The real time of the run; a slot has its own time. */
  now: Date;
  process: Process;
  /** The version of the process file in force. */
  processVersion?: number;
  calendar: WorkCalendar;
  /** The language of people and places that have chosen none. */
  locale: Locale;
  /** The zone of teams and people that have none. */
  timeZone: string;
}

/** Defines a job of the product. */
export const defineJob = (job: Job<JobContext>): Job<JobContext> => define(job);
