import { partsOf, validDate } from '../../time/dates.js';
import type { ReadAt } from '../base/piece.js';

/** What a rule reads: the day, and the part of the day that its own word told ('晚' in 今晚). */
export interface Day {
  value: string;
  part?: string;
}

export interface DateRule {
  pattern: RegExp;
  read(groups: Record<string, string | undefined>, at: ReadAt): Day | string | undefined;
}

/** The nearest year in which the date exists and lies ahead of today (behind it, for 'past'); today counts. */
export function nearestDay(at: ReadAt, inYear: (year: number) => string | undefined): string | undefined {
  const { year } = partsOf(at.today);
  const step = at.prefer === 'past' ? -1 : 1;
  // Eight years hold a 29 February, also round a century.
  for (let n = -1; n <= 8; n++) {
    const date = inYear(year + n * step);
    if (date && (step > 0 ? date >= at.today : date <= at.today)) return date;
  }
  return undefined;
}

export function nearestMonthDay(at: ReadAt, month: number, day: number): string | undefined {
  return nearestDay(at, (year) => validDate(year, month, day));
}
