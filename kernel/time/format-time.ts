import { formatsIn, type Locale } from '../../texts/languages.js';
import { daysBetween, partsOf, weekday } from './dates.js';
import { localDate, localTime, writesDayFirst } from './zone.js';

/** Who reads a date: their language, and the zone, which tells whether they write the day before the month. */
export interface DateReader {
  locale: Locale;
  zone: string;
  /** Whether times name the zone: where others read along, whose clocks show another time. */
  namesZone?: boolean;
}

/** Writes a date: '11月25日 周三', 'Wed, Nov 25'; with the year if it is not the year of `today`. */
export function formatDate(date: string, { locale, zone }: DateReader, today: string): string {
  const { year, month, day } = partsOf(date);
  const shownYear = date.slice(0, 4) === today.slice(0, 4) ? null : year;
  return formatsIn(locale).date(shownYear, month, day, weekday(date), writesDayFirst(zone));
}

/** Writes a local time '14:05': '14:05', '2:05 PM'; '2:05 PM Eastern Time' where readers' zones differ. */
export function formatTime(time: string, { locale, zone, namesZone }: DateReader): string {
  const written = formatsIn(locale).time(time, writesDayFirst(zone));
  return namesZone ? formatsIn(locale).timeIn(written, zoneWords(zone, locale)) : written;
}

/** Writes the local time of a moment: '14:05', '2:05 PM'. */
export const formatTimeOf = (instant: Date, reader: DateReader): string =>
  formatTime(localTime(instant, reader.zone), reader);

/** Writes a date with its time: '11月25日 周三 14:05', 'Wed, Nov 25 at 2:05 PM'. */
export const formatDateTime = (date: string, time: string, reader: DateReader, today: string): string =>
  formatsIn(reader.locale).moment(formatDate(date, reader, today), formatTime(time, reader));

/**
 * Writes a moment in the reader's zone: '今天 14:05' ("today at 2:05 PM"), '昨天 09:00' ("yesterday at 9:00 AM"),
 * '11月25日 周三 09:00' ("Wed, Nov 25 at 9:00 AM").
 */
export function formatMoment(instant: Date, reader: DateReader, now: Date): string {
  const { locale, zone } = reader;
  const date = localDate(instant, zone);
  const today = localDate(now, zone);
  const days = daysBetween(today, date);
  const day = Math.abs(days) <= 1 ? formatsIn(locale).relativeDay(days) : formatDate(date, reader, today);
  return formatsIn(locale).moment(day, formatTime(localTime(instant, zone), reader));
}

/**
 * Writes a day as people say it who look ahead: '今天', '明天', '周五' ("Fri") in the week of `today`, else the date; with its
 * time if it has one.
 */
export function formatDue(date: string, time: string | null, reader: DateReader, today: string): string {
  const { relativeDay, weekdayOf, moment } = formatsIn(reader.locale);
  const days = daysBetween(today, date);
  const isThisWeek = days > 1 && weekday(today) + days <= 7;
  const day =
    Math.abs(days) <= 1
      ? relativeDay(days)
      : isThisWeek
        ? weekdayOf(weekday(date))
        : formatDate(date, reader, today);
  return time === null ? day : moment(day, formatTime(time, reader));
}

/** '今天', '昨天', '3 天前', '2 天后': how far a date is from today. */
export const formatAgo = (date: string, locale: Locale, today: string): string =>
  formatsIn(locale).relativeDay(daysBetween(today, date));

/** Writes a day or a span of days whose year is told elsewhere: '11月16日–22日', 'Nov 16–22'. */
export function formatDays(first: string, last: string, { locale, zone }: DateReader): string {
  const [from, to] = [first, last].map((date): [number, number] => {
    const { month, day } = partsOf(date);
    return [month, day];
  }) as [[number, number], [number, number]];
  const { monthDay: one, daySpan } = formatsIn(locale);
  const isDayFirst = writesDayFirst(zone);
  return first === last ? one(from, isDayFirst) : daySpan(from, to, isDayFirst);
}

/** '11/16': a day as every reader of dates understands it, whose year is told elsewhere. */
export function monthDay(date: string): string {
  const { month, day } = partsOf(date);
  return `${month}/${day}`;
}

/** A time zone as people call it: '英国时间', 'Pacific Time'. */
export function zoneWords(zone: string, locale: Locale): string {
  const writer = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  return writer.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
