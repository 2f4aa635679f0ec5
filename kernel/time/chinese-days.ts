import chineseDays from 'chinese-days';
import { addDays, dateOf, isDate, weekday } from './dates.js';

/*
 * The library writes a date by the machine's own clock, on which UTC midnight west of Greenwich is still the day
 * before: its weekdays, solar terms and dates of lunar days are then a day off. What it looks up by a date, the
 * plan of holidays and the lunar day, is right in every zone, so only that is asked of it.
 */

/** Whether people in mainland China work on the date: public holidays off, make-up Saturdays and Sundays on. */
export function isChineseWorkday(date: string): boolean {
  const { name, work } = chineseDays.getDayDetail(date);
  // 'National Day,国庆节,3' for a day of the plan, else the name of a weekday.
  return name.includes(',') ? work : weekday(date) <= 5;
}

/** Whether the year's public holidays are published: seven holidays of several days; a lone day belongs to a neighbour. */
export function knowsChineseYear(year: number): boolean {
  const from = dateOf(year, 1, 1);
  return isDate(from) && chineseDays.getHolidaysInRange(from, dateOf(year, 12, 31), false).length > 7;
}

const lunarYears = { first: 1900, last: 2100 };

/** A lunar year begins between 21 January and 21 February; a leap month may stand before the day. */
const mostLater = 31 + 12 + 30;

/**
 * The date of a day in the lunar year that begins in `year`, not in its leap month. Throws RangeError for years
 * or days that the library's table does not have.
 */
export function dateOfLunarDay(year: number, month: number, day: number): string {
  if (year >= lunarYears.first && year <= lunarYears.last) {
    const earliest = addDays(dateOf(year, 1, 21), 29 * (month - 1) + day - 1);
    for (let later = 0; later <= mostLater; later++) {
      const date = addDays(earliest, later);
      const { lunarYear, lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date);
      if (lunarYear === year && lunarMon === month && lunarDay === day && !isLeap) return date;
    }
  }
  throw new RangeError(`no lunar day ${year}-${month}-${day}`);
}

/** The day of 清明 ("clear and bright", the solar term that is a public holiday), 4 to 6 April. */
export function qingmingOf(year: number): string {
  const term = chineseDays.getSolarTermDate(year, 4, 'pure_brightness');
  return chineseDays.getLunarDate(term).date === term ? term : addDays(term, 1);
}
