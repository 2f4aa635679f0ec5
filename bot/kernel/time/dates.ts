/** Arithmetic on calendar dates, which are strings 'YYYY-MM-DD' and know no zone. */

const DAY = 86_400_000;

export interface DateParts {
  year: number;
  /** 1..12 */
  month: number;
  /** 1..31 */
  day: number;
}

/** Days since 1970-01-01. Throws RangeError on what is no date. */
export function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date);
  return Math.floor(utc(year, month, day) / DAY);
}

/** The inverse of `dayNumber`. Throws RangeError outside the years 1..9999, which the form cannot write. */
export function dateOfDay(number: number): string {
  const at = new Date(number * DAY);
  const year = at.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`no calendar date: day ${number}`);
  return dateOf(year, at.getUTCMonth() + 1, at.getUTCDate());
}

/** Writes a date; the parts are taken as they are, `validDate` checks them. */
export function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The date, or undefined where the calendar has no such day (30 February). */
export function validDate(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= daysInMonth(year, month) ? dateOf(year, month, day) : undefined;
}

export function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found !== null && validDate(Number(found[1]), Number(found[2]), Number(found[3])) !== undefined;
}

export function partsOf(date: string): DateParts {
  if (!isDate(date)) throw new RangeError(`no calendar date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function addDays(date: string, n: number): string {
  return dateOfDay(dayNumber(date) + n);
}

/** The same day n months on, or the month's last day where it is too short. */
export function addMonths(date: string, n: number): string {
  const { year, month, day } = partsOf(date);
  const months = year * 12 + (month - 1) + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  if (!(toYear >= 1 && toYear <= 9999)) throw new RangeError(`no calendar date: ${date} and ${n} months`);
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  return weekdayOfDay(dayNumber(date));
}

/** The same for a day number; 1970-01-01 was a Thursday. */
export function weekdayOfDay(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the date's week. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date));
}

export function monthStart(date: string): string {
  return `${date.slice(0, 8)}01`;
}

export function monthEnd(date: string): string {
  const { year, month } = partsOf(date);
  return dateOf(year, month, daysInMonth(year, month));
}

export function quarterStart(date: string): string {
  const { year, month } = partsOf(date);
  return dateOf(year, month - ((month - 1) % 3), 1);
}

function utc(year: number, month: number, day: number): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getTime();
}

const pad = (n: number) => String(n).padStart(2, '0');
