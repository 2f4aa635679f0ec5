import { addDays } from '../../kernel/time/dates.js';
import { type ByLanguage, inEachLanguage } from '../../texts/languages.js';
import { type Process, weekdays } from '../process/process-schema.js';
import { isoWeek, weekdayOf, type Zoned } from './calendar.js';

/** A reporting week, Monday to Sunday in one zone. */
export interface Week {
  /** ISO 8601 year and number. */
  year: number;
  number: number;
  monday: string;
  sunday: string;
  from: Date;
  /** The week's end, itself no longer part of it. */
  to: Date;
  /** 第47周 11/16–11/22 */
  label: ByLanguage;
}

/** The week the moment lies in. */
export function weekOf(at: Date, zoned: Zoned): Week {
  return weekOfDate(zoned.localDate(at), zoned);
}

/** The week a local date lies in. */
export function weekOfDate(date: string, zoned: Zoned): Week {
  const monday = addDays(date, 1 - weekdayOf(date));
  const sunday = addDays(monday, 6);
  const { year, number } = isoWeek(monday);
  const span = `${monthDay(monday)}–${monthDay(sunday)}`;
  return {
    year,
    number,
    monday,
    sunday,
    from: zoned.instantOf(monday, '00:00'),
    to: zoned.instantOf(addDays(monday, 7), '00:00'),
    label: inEachLanguage((t) => t.process.week(number, span)),
  };
}

export function previousWeek(week: Week, zoned: Zoned): Week {
  return weekOfDate(addDays(week.monday, -7), zoned);
}

/** The last week that is over at the moment: what a weekly report is about. */
export function lastFullWeek(at: Date, zoned: Zoned): Week {
  return previousWeek(weekOf(at, zoned), zoned);
}

function monthDay(date: string): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;
}

/** The weekly report's schedule as a five-field cron expression, read in the team's zone. */
export function weeklyCron({ reports: { weekly } }: Process): string {
  return weekly.cron ?? `${clock(weekly.at)} * * ${(weekdays.indexOf(weekly.day) + 1) % 7}`;
}

/** The schedule of the daily task list; it comes every day, that it is a workday is for the job to see. */
export function dailyTasksCron({ dailyTasks }: Process): string {
  return `${clock(dailyTasks.at)} * * *`;
}

function clock(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return `${minute} ${hour}`;
}
