import { dayMs } from './moments.js';

/** Arithmetic on calendar dates, which are strings 'YYYY-MM-DD' and know no zone. */

export interface DateParts {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  day: number;
}

/** Days since 1970-01-01. Throws RangeError for an invalid date. */
export function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date);
  return daysFromCivil(year, month, day);
}

/** The inverse of `dayNumber`. Throws RangeError outside the years 1–9999, which the form cannot write. */
export function dateOfDay(number: number): string {
  const at = new Date(number * dayMs);
  const year = at.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`no calendar date: day ${number}`);
  return dateOf(year, at.getUTCMonth() + 1, at.getUTCDate());
}

/** Writes a date without checking its parts; `validDate` checks them. */
export function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Writes a date, or undefined if the calendar has no such day (30 February). */
export function validDate(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= daysInMonth(year, month) ? dateOf(year, month, day) : undefined;
}

/** Whether a text is a valid date 'YYYY-MM-DD'. */
export function isDate(text: string): boolean {
  return parse(text) !== undefined;
}

/** Splits a date into numbers. Throws RangeError for an invalid date. */
export function partsOf(date: string): DateParts {
  const parts = parse(date);
  if (!parts) throw new RangeError(`no calendar date: ${date}`);
  return parts;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Adds days to a date; negative `n` goes back. */
export function addDays(date: string, n: number): string {
  return dateOfDay(dayNumber(date) + n);
}

/** The same day n months later, or the month's last day if it is shorter. */
export function addMonths(date: string, n: number): string {
  const { year, month, day } = partsOf(date);
  const months = year * 12 + (month - 1) + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  if (!(toYear >= 1 && toYear <= 9999)) throw new RangeError(`no calendar date: ${date} and ${n} months`);
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Days from one date to another; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  return weekdayOfDay(dayNumber(date));
}

/** Weekday of a day number (1 = Monday); 1970-01-01 was a Thursday. */
export function weekdayOfDay(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the date's week. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date));
}

/** ISO 8601 week: the week's year is the year of its Thursday. */
export function isoWeek(date: string): { year: number; number: number } {
  const thursday = addDays(mondayOf(date), 3);
  const { year } = partsOf(thursday);
  return { year, number: Math.floor(daysBetween(dateOf(year, 1, 1), thursday) / 7) + 1 };
}

export function monthStart(date: string): string {
  return `${date.slice(0, 8)}01`;
}

/** Last day of the date's month. */
export function monthEnd(date: string): string {
  const { year, month } = partsOf(date);
  return dateOf(year, month, daysInMonth(year, month));
}

/** First day of the date's quarter. */
export function quarterStart(date: string): string {
  const { year, month } = partsOf(date);
  return dateOf(year, month - ((month - 1) % 3), 1);
}

/** Compares character codes instead of a pattern: reports parse a date for every deal. */
function parse(text: string): DateParts | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)))
    return undefined;
  return { year, month, day };
}

/** Reads the digits from `from` up to `to`, or NaN if a character is no digit. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Counts days over 400-year eras that begin on 1 March (H. Hinnant, chrono-compatible date algorithms). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const pad = (n: number) => String(n).padStart(2, '0');
