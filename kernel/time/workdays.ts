import { isChineseWorkday, knowsChineseYear } from './chinese-days.js';
import { addDays, dateOf, dateOfDay, dayNumber, weekdayOfDay } from './dates.js';
import { instantOf, localDate } from './zone.js';

/** 'HH:mm' to 'HH:mm' on the wall clock; breaks are not subtracted. */
export interface WorkHours {
  from: string;
  to: string;
}

export interface WorkCalendar {
  isWorkday(date: string): boolean;
  /** The n-th workday after the date (before it, if n is negative); 0 gives the date itself. */
  addWorkdays(date: string, n: number): string;
  /** Workdays after `from` up to and including `to`; negative if `to` is earlier. */
  workdaysBetween(from: string, to: string): number;
  /**
   * Adds minutes of work hours. A span that ends with the working day ends on that day, not the next morning;
   * outside work hours the count begins with the next. Throws RangeError for negative minutes.
   */
  addWorkMinutes(instant: Date, minutes: number, zone: string): Date;
  /** Minutes of work hours between two moments; 0 if `to` is not later. */
  workMinutesBetween(from: Date, to: Date, zone: string): number;
  /** The first workday after the date. */
  nextWorkday(date: string): string;
  /** Whether the year's public holidays are known; without them a year is Monday to Friday. */
  knows(year: number): boolean;
}

export interface CalendarOptions {
  workHours?: WorkHours;
}

const usualHours: WorkHours = { from: '09:00', to: '18:00' };

/** Mainland China: public holidays off, make-up Saturdays and Sundays on. */
export function chineseCalendar(options: CalendarOptions = {}): WorkCalendar {
  return calendar(isChineseWorkday, knowsChineseYear, options);
}

/** Monday to Friday. */
export function plainCalendar(options: CalendarOptions = {}): WorkCalendar {
  return calendar(
    (_, day) => weekdayOfDay(day) <= 5,
    () => true,
    options,
  );
}

interface Year {
  /** Day number of 1 January. */
  first: number;
  /** Number of workdays up to and including the n-th day (0-based). */
  upTo: Uint16Array;
  /** Day numbers of the workdays, in order. */
  workdays: number[];
}

/** Counts each year once into running totals, so that a question is a look-up, not a walk. */
function calendar(
  works: (date: string, day: number) => boolean,
  knows: (year: number) => boolean,
  options: CalendarOptions,
): WorkCalendar {
  const years = new Map<number, Year>();
  const { from, to } = options.workHours ?? usualHours;
  const perDay = minutesOf(to) - minutesOf(from);
  if (!(perDay > 0)) throw new RangeError(`work hours must end after they begin: ${from}–${to}`);

  function yearOf(year: number): Year {
    const known = years.get(year);
    if (known) return known;
    const first = dayNumber(dateOf(year, 1, 1));
    const length = dayNumber(dateOf(year, 12, 31)) - first + 1;
    const upTo = new Uint16Array(length);
    const workdays: number[] = [];
    for (let n = 0; n < length; n++) {
      if (works(dateOfDay(first + n), first + n)) workdays.push(first + n);
      upTo[n] = workdays.length;
    }
    const made = { first, upTo, workdays };
    years.set(year, made);
    return made;
  }

  /** Counts the workdays of the date's year up to and including it. */
  function workdaysUpTo(date: string): { year: number; count: number } {
    const day = dayNumber(date);
    const year = Number(date.slice(0, 4));
    const table = yearOf(year);
    return { year, count: table.upTo[day - table.first] ?? 0 };
  }

  function isWorkday(date: string): boolean {
    const day = dayNumber(date);
    const table = yearOf(Number(date.slice(0, 4)));
    const n = day - table.first;
    return (table.upTo[n] ?? 0) > (n === 0 ? 0 : (table.upTo[n - 1] ?? 0));
  }

  function workdaysBetween(from: string, to: string): number {
    if (to < from) return -workdaysBetween(to, from);
    const start = workdaysUpTo(from);
    const end = workdaysUpTo(to);
    let total = end.count - start.count;
    for (let year = start.year; year < end.year; year++) total += yearOf(year).workdays.length;
    return total;
  }

  function addWorkdays(date: string, n: number): string {
    if (n === 0) return date;
    const start = workdaysUpTo(date);
    let year = start.year;
    let position = start.count + n + (n < 0 && !isWorkday(date) ? 1 : 0);
    while (position > yearOf(year).workdays.length) position -= yearOf(year++).workdays.length;
    while (position < 1) position += yearOf(--year).workdays.length;
    return dateOfDay(yearOf(year).workdays[position - 1] ?? Number.NaN);
  }

  const nextWorkday = (date: string) => addWorkdays(date, 1);

  function addWorkMinutes(instant: Date, minutes: number, zone: string): Date {
    if (!(minutes >= 0)) throw new RangeError(`minutes must not be negative: ${minutes}`);
    let date = localDate(instant, zone);
    let at = instant.getTime();
    const closing = instantOf(date, to, zone).getTime();
    if (!isWorkday(date) || at > closing || (at === closing && minutes > 0)) {
      date = nextWorkday(date);
      at = instantOf(date, from, zone).getTime();
    }
    at = Math.max(at, instantOf(date, from, zone).getTime());
    const left = (instantOf(date, to, zone).getTime() - at) / 60_000;
    if (minutes <= left) return new Date(at + minutes * 60_000);
    const rest = minutes - left;
    const days = Math.ceil(rest / perDay);
    date = addWorkdays(date, days);
    return new Date(instantOf(date, from, zone).getTime() + (rest - (days - 1) * perDay) * 60_000);
  }

  /** Minutes of the day's work hours that have passed at a moment of that day. */
  function minutesWorked(date: string, at: Date, zone: string): number {
    if (!isWorkday(date)) return 0;
    const minutes = (at.getTime() - instantOf(date, from, zone).getTime()) / 60_000;
    return Math.min(perDay, Math.max(0, minutes));
  }

  function workMinutesBetween(start: Date, end: Date, zone: string): number {
    if (end <= start) return 0;
    const [first, last] = [localDate(start, zone), localDate(end, zone)];
    // Workdays from the first day up to, not including, the last.
    const whole = workdaysBetween(first, last) + Number(isWorkday(first)) - Number(isWorkday(last));
    return whole * perDay + minutesWorked(last, end, zone) - minutesWorked(first, start, zone);
  }

  return {
    isWorkday,
    addWorkdays,
    workdaysBetween,
    addWorkMinutes,
    workMinutesBetween,
    nextWorkday,
    knows,
  };
}

function minutesOf(time: string): number {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!found) throw new RangeError(`no time of day: ${time}`);
  return Number(found[1]) * 60 + Number(found[2]);
}

/** The first workday from the date on: the date itself if it is one. */
export function workdayFrom(calendar: WorkCalendar, date: string): string {
  return calendar.nextWorkday(addDays(date, -1));
}
