import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { daysBetween, partsOf, weekday } from './dates.js';
import { localDate, localTime } from './zone.js';

/** Writes a date: '11月25日 周三', 'Wed 25 Nov'; with the year if it is not the year of `today`. */
export function formatDate(date: string, locale: Locale, today: string): string {
  const { year, month, day } = partsOf(date);
  const shownYear = date.slice(0, 4) === today.slice(0, 4) ? null : year;
  return textsIn(locale).time.date(shownYear, month, day, weekday(date));
}

/**
 * Writes a moment in the reader's zone: '今天 14:05' ("today 14:05"), '昨天 09:00' ("yesterday 09:00"), '11月25日
 * 周三 09:00' ("Wed 25 Nov 09:00").
 */
export function formatMoment(instant: Date, zone: string, locale: Locale, now: Date): string {
  const date = localDate(instant, zone);
  const today = localDate(now, zone);
  const day = nearDay(daysBetween(today, date), locale) ?? formatDate(date, locale, today);
  return `${day} ${localTime(instant, zone)}`;
}

/**
 * Writes how far a date is from today: '今天', '昨天', '3 天前', '2 天后' ("today", "yesterday", "3 days ago", "in 2
 * days").
 */
export function formatAgo(date: string, locale: Locale, today: string): string {
  const days = daysBetween(today, date);
  const texts = textsIn(locale).time;
  return nearDay(days, locale) ?? (days < 0 ? texts.daysAgo(-days) : texts.inDays(days));
}

function nearDay(days: number, locale: Locale): string | undefined {
  const texts = textsIn(locale).time;
  if (days === 0) return texts.today;
  if (days === -1) return texts.yesterday;
  return days === 1 ? texts.tomorrow : undefined;
}
