import type { WorkCalendar } from '../../kernel/time/workdays.js';

/**
 * What the rules need to know about days and zones; the caller provides it. Local dates are `YYYY-MM-DD`,
 * local times `HH:MM`.
 */
export type Workdays = Pick<WorkCalendar, 'addWorkdays' | 'workdaysBetween'>;

/** One time zone. */
export interface Zoned {
  localDate(instant: Date): string;
  instantOf(date: string, time: string): Date;
}

/** Adds working minutes, skipping nights, weekends and holidays. */
export type AddWorkMinutes = (from: Date, minutes: number) => Date;

export interface TimeSpan {
  from: string;
  to: string;
}
