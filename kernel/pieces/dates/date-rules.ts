import { partsOf, validDate } from '../../time/dates.js';
import type { ReadAt } from '../base/piece.js';

/** What a rule reads: the day, and the part of day in its own word ('晚', "evening", in 今晚, "tonight") or the time. */
export interface Day {
  value: string;
  part?: string;
  /** 'HH:mm' */
  time?: string;
}

export interface DateRule {
  pattern: RegExp;
  read(groups: Record<string, string | undefined>, at: ReadAt): Day | string | undefined;
}

/** Finds the nearest year in which the date exists and is not before today (with 'past', not after it). */
export function nearestDay(at: ReadAt, inYear: (year: number) => string | undefined): string | undefined {
  const { year } = partsOf(at.today);
  const step = at.prefer === 'past' ? -1 : 1;
  // Any eight years contain a 29 February, also around a century.
  for (let n = -1; n <= 8; n++) {
    const date = inYear(year + n * step);
    if (date && (step > 0 ? date >= at.today : date <= at.today)) return date;
  }
  return undefined;
}

/** Finds the nearest such month and day, in the preferred direction. */
export function nearestMonthDay(at: ReadAt, month: number, day: number): string | undefined {
  return nearestDay(at, (year) => validDate(year, month, day));
}
