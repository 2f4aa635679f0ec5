import chineseDays from 'chinese-days';
import { addDays, dateOf } from '../../time/dates.js';
import { chineseCalendar, type WorkCalendar, workdayFrom } from '../../time/workdays.js';

export type Holiday = 'newYear' | 'spring' | 'qingming' | 'labour' | 'dragonBoat' | 'midAutumn' | 'national';

/** The calendar for relative workdays and holidays. */
export const chinaDays: WorkCalendar = chineseCalendar();

/** Days usually off before and from the day itself, for years without a published plan. */
const usualBreak: Record<Holiday, [before: number, from: number]> = {
  newYear: [0, 1],
  spring: [1, 7],
  qingming: [0, 1],
  labour: [0, 5],
  dragonBoat: [0, 1],
  midAutumn: [0, 1],
  national: [0, 7],
};

/** The first workday after the year's holiday. */
export function afterHoliday(holiday: Holiday, year: number): string {
  const day = holidayDate(holiday, year);
  return workdayFrom(chinaDays, chinaDays.knows(year) ? day : addDays(day, usualBreak[holiday][1]));
}

/** The last workday before the year's holiday. */
export function beforeHoliday(holiday: Holiday, year: number): string {
  const day = holidayDate(holiday, year);
  return chinaDays.addWorkdays(chinaDays.knows(year) ? day : addDays(day, -usualBreak[holiday][0]), -1);
}

/** The day that the holiday is named for. */
export function holidayDate(holiday: Holiday, year: number): string {
  if (holiday === 'newYear') return dateOf(year, 1, 1);
  if (holiday === 'labour') return dateOf(year, 5, 1);
  if (holiday === 'national') return dateOf(year, 10, 1);
  if (holiday === 'spring') return lunarDate(year, 1, 1);
  if (holiday === 'dragonBoat') return lunarDate(year, 5, 5);
  if (holiday === 'midAutumn') return lunarDate(year, 8, 15);
  return dateOf(year, 4, qingmingDay(year % 100));
}

/** Usual approximation of the solar term for 2000–2099. */
function qingmingDay(year: number): number {
  return Math.floor(year * 0.2422 + 4.81) - Math.floor(year / 4);
}

/**
 * Converts a lunar date of the lunar year that begins in `year`, counted from the first New Year of the
 * library's table (1900–2100). The library's own conversions depend on the machine's zone, and the runtime's
 * Chinese calendar is a day off if a new moon falls on midnight (2027).
 */
function lunarDate(year: number, month: number, day: number): string {
  if (year < 1900 || year > 2100) throw new RangeError(`no lunar table for ${year}`);
  let days = day - 1;
  for (let past = 1900; past < year; past++) days += lunarDays(past, 13);
  return addDays('1900-01-31', days + lunarDays(year, month));
}

/** Days of the lunar year before the month; a leap month follows the month it is named for. */
function lunarDays(year: number, month: number): number {
  const leap = chineseDays.getYearLeapMonth(year);
  let days = leap.leapMonth !== undefined && leap.leapMonth < month ? leap.days : 0;
  for (let m = 1; m < month; m++) days += chineseDays.monthDays(year, m);
  return days;
}
