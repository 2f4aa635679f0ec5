import { addDays } from '../../kernel/time/dates.js';
/**
 * What the rules need to know about days and zones; the caller provides it. Local dates are `YYYY-MM-DD`,
 * local times `HH:MM`.
 */
export interface Workdays {
  /** The `n`-th workday after `date` (n ≥ 1); `date` itself never counts. */
  addWorkdays(date: string, n: number): string;
  /** Number of workdays d with `from` < d ≤ `to`. */
  workdaysBetween(from: string, to: string): number;
}

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

export const dayMs = 86_400_000;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

/** ISO 8601 week: its year is the year of its Thursday. */
export function isoWeek(date: string): { year: number; number: number } {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = Number(thursday.slice(0, 4));
  return { year, number: Math.floor((utc(thursday) - utc(`${thursday.slice(0, 4)}-01-01`)) / dayMs / 7) + 1 };
}

/** Returns the later of two moments. */
export const laterOf = (a: Date, b: Date): Date => (a.getTime() >= b.getTime() ? a : b);
