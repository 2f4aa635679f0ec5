import { addDays, isoWeek, mondayOf } from '../../kernel/time/dates.js';
import { type DateReader, formatDays } from '../../kernel/time/format-time.js';
import { textsIn } from '../../texts/languages.js';
import type { Zoned } from './calendar.js';

/** A reporting week, Monday to Sunday in one zone. */
export interface Week {
  /** ISO 8601 year and number. */
  year: number;
  number: number;
  monday: string;
  sunday: string;
  from: Date;
  /** End of the week, exclusive. */
  to: Date;
}

/** Writes a week: 第47周（11月16日–22日） ("week of Nov 16"). */
export const weekWords = ({ number, monday, sunday }: Week, reader: DateReader): string =>
  textsIn(reader.locale).process.week(
    number,
    formatDays(monday, sunday, reader),
    formatDays(monday, monday, reader),
  );

/** Returns the week a moment lies in. */
export function weekOf(at: Date, zoned: Zoned): Week {
  return weekOfDate(zoned.localDate(at), zoned);
}

/** Returns the week a local date lies in. */
export function weekOfDate(date: string, zoned: Zoned): Week {
  const monday = mondayOf(date);
  const sunday = addDays(monday, 6);
  const { year, number } = isoWeek(monday);
  return {
    year,
    number,
    monday,
    sunday,
    from: zoned.instantOf(monday, '00:00'),
    to: zoned.instantOf(addDays(monday, 7), '00:00'),
  };
}

/** Returns the week before. */
export function previousWeek(week: Week, zoned: Zoned): Week {
  return weekOfDate(addDays(week.monday, -7), zoned);
}

/** Returns the last week that is over at the moment: what a weekly report covers. */
export function lastFullWeek(at: Date, zoned: Zoned): Week {
  return previousWeek(weekOf(at, zoned), zoned);
}
