import { dateOfLunarDay, qingmingOf } from '../../time/chinese-days.js';
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
  if (holiday === 'spring') return dateOfLunarDay(year, 1, 1);
  if (holiday === 'dragonBoat') return dateOfLunarDay(year, 5, 5);
  if (holiday === 'midAutumn') return dateOfLunarDay(year, 8, 15);
  return qingmingOf(year);
}
