import { addDays, dateOf, partsOf } from '../time/dates.js';
import { chineseCalendar, type WorkCalendar, workdayFrom } from '../time/workdays.js';

export type Holiday = 'newYear' | 'spring' | 'qingming' | 'labour' | 'dragonBoat' | 'midAutumn' | 'national';

/** The calendar that relative workdays and holidays are counted on. */
export const chinaDays: WorkCalendar = chineseCalendar();

/** Days usually off before and from the day itself; used for years whose plan is not published yet. */
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

/** The day the holiday is named for. */
export function holidayDate(holiday: Holiday, year: number): string {
  if (holiday === 'newYear') return dateOf(year, 1, 1);
  if (holiday === 'labour') return dateOf(year, 5, 1);
  if (holiday === 'national') return dateOf(year, 10, 1);
  if (holiday === 'spring') return lunarDate(dateOf(year, 1, 20), 1, 1);
  if (holiday === 'dragonBoat') return lunarDate(dateOf(year, 5, 25), 5, 5);
  if (holiday === 'midAutumn') return lunarDate(dateOf(year, 9, 5), 8, 15);
  return dateOf(year, 4, qingmingDay(year % 100));
}

/** The usual approximation of the solar term for 2000–2099. */
function qingmingDay(year: number): number {
  return Math.floor(year * 0.2422 + 4.81) - Math.floor(year / 4);
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** The first such day of the lunar calendar on or after `from`; the runtime's tables are free of zones. */
function lunarDate(from: string, month: number, day: number): string {
  const { year, month: fromMonth, day: fromDay } = partsOf(from);
  for (let n = 0; n < 60; n++) {
    const parts = lunar.formatToParts(Date.UTC(year, fromMonth - 1, fromDay + n));
    const part = (type: string) => parts.find((each) => each.type === type)?.value;
    if (part('month') === String(month) && part('day') === String(day)) return addDays(from, n);
  }
  throw new RangeError(`no lunar ${month}/${day} within 60 days of ${from}`);
}
