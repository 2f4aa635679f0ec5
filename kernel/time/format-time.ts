import { formatsIn, type Locale } from '../../texts/languages.js';
import { daysBetween, partsOf, weekday } from './dates.js';
import { localDate, localTime } from './zone.js';

/** Writes a date: '11月25日 周三', 'Wed 25 Nov'; with the year if it is not the year of `today`. */
export function formatDate(date: string, locale: Locale, today: string): string {
  const { year, month, day } = partsOf(date);
  const shownYear = date.slice(0, 4) === today.slice(0, 4) ? null : year;
  return formatsIn(locale).date(shownYear, month, day, weekday(date));
}

/**
 * Writes a moment in the reader's zone: '今天 14:05' ("today 14:05"), '昨天 09:00' ("yesterday 09:00"), '11月25日
 * 周三 09:00' ("Wed 25 Nov 09:00").
 */
export function formatMoment(instant: Date, zone: string, locale: Locale, now: Date): string {
  const date = localDate(instant, zone);
  const today = localDate(now, zone);
  const days = daysBetween(today, date);
  const day = Math.abs(days) <= 1 ? formatsIn(locale).relativeDay(days) : formatDate(date, locale, today);
  return `${day} ${localTime(instant, zone)}`;
}

/** '今天', '昨天', '3 天前', '2 天后': how far a date is from today. */
export const formatAgo = (date: string, locale: Locale, today: string): string =>
  formatsIn(locale).relativeDay(daysBetween(today, date));

/** '11/16': a day of a span whose year is told elsewhere. */
export function monthDay(date: string): string {
  const { month, day } = partsOf(date);
  return `${month}/${day}`;
}

/** A time zone as people call it: '英国时间', 'Pacific Time'. */
export function zoneWords(zone: string, locale: Locale): string {
  const writer = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  return writer.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
