import { addDays } from '../../kernel/time/dates.js';
import { formatDate, formatMoment } from '../../kernel/time/format-time.js';
import { justAfter } from '../../kernel/time/moments.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import type { Zoned } from '../../sales/time/calendar.js';
import type { Context } from '../access/context.js';

/** A zone as the rules of selling know it. */
export const zonedIn = (zone: string): Zoned => ({
  localDate: (instant) => localDate(instant, zone),
  instantOf: (date, time) => instantOf(date, time, zone),
});

type Reader = Pick<Context, 'now' | 'zone' | 'locale'>;

export const todayOf = (ctx: Pick<Context, 'now' | 'zone'>): string => localDate(ctx.now, ctx.zone);

/** '11月25日 周三', with the time where one was given ('2026-11-25T15:00'). */
export function dateWords(ctx: Reader, date: string): string {
  const [day = '', time] = date.split('T');
  return [formatDate(day, ctx.locale, todayOf(ctx)), time].filter(Boolean).join(' ');
}

export const momentWords = (ctx: Reader, at: Date): string => formatMoment(at, ctx.zone, ctx.locale, ctx.now);

/** The moment a task of that day is over: its time, or the end of the day. */
export function dueMoment(
  date: string,
  zone: string,
): { dueDate: string; dueTime: string | null; dueAt: Date } {
  const [day = '', time] = date.split('T');
  const dueAt = time ? instantOf(day, time, zone) : instantOf(addDays(day, 1), '00:00', zone);
  return { dueDate: day, dueTime: time ?? null, dueAt };
}

/** The first moment after now, for spans whose end is not included. */
export const afterNow = (ctx: Pick<Context, 'now'>): Date => justAfter(ctx.now);
