import { addDays } from '../../kernel/time/dates.js';
import { formatDate, formatDateTime, formatDue, formatMoment } from '../../kernel/time/format-time.js';
import { justAfter } from '../../kernel/time/moments.js';
import { instantOf, localDate, localTime } from '../../kernel/time/zone.js';
import type { Zoned } from '../../sales/time/calendar.js';
import type { Task } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';

/** Describes a zone as the sales rules need it. */
export const zonedIn = (zone: string): Zoned => ({
  localDate: (instant) => localDate(instant, zone),
  instantOf: (date, time) => instantOf(date, time, zone),
});

type Reader = Pick<Context, 'now' | 'zone' | 'locale' | 'namesZone'>;

export const todayOf = (ctx: Pick<Context, 'now' | 'zone'>): string => localDate(ctx.now, ctx.zone);

/**
 * Writes a date as '11月25日 周三' ("25 November, Wednesday"), with the time if one is given
 * ('2026-11-25T15:00').
 */
export function dateWords(ctx: Reader, date: string): string {
  const [day = '', time] = date.split('T');
  return time ? formatDateTime(day, time, ctx, todayOf(ctx)) : formatDate(day, ctx, todayOf(ctx));
}

export const momentWords = (ctx: Reader, at: Date): string => formatMoment(at, ctx, ctx.now);

/** Whether a day ('YYYY-MM-DD') or a time of it is over. */
export const isOver = (ctx: Reader, at: string): boolean =>
  at.includes('T') ? dueMoment(at, ctx.zone).dueAt <= ctx.now : at < todayOf(ctx);

/** Returns the moment at which a task is overdue: its time, or the end of its day. */
export function dueMoment(
  date: string,
  zone: string,
): { dueDate: string; dueTime: string | null; dueAt: Date } {
  const [day = '', time] = date.split('T');
  const dueAt = time ? instantOf(day, time, zone) : instantOf(addDays(day, 1), '00:00', zone);
  return { dueDate: day, dueTime: time ?? null, dueAt };
}

/** The day that a task is due, with its time if it has one ('2026-11-25T15:00'): never the moment it is over. */
export const dueOf = ({ dueDate, dueTime }: Pick<Task, 'dueDate' | 'dueTime'>): string =>
  dueTime ? `${dueDate}T${dueTime}` : dueDate;

/** Writes when a task is due: '11月25日 周三' ("25 November, Wednesday"), with the reader's own time of it if it has one. */
export function dueWords(
  ctx: Reader,
  { dueDate, dueTime, dueAt }: Pick<Task, 'dueDate' | 'dueTime' | 'dueAt'>,
): string {
  if (!dueTime) return dateWords(ctx, dueDate);
  return formatDateTime(localDate(dueAt, ctx.zone), localTime(dueAt, ctx.zone), ctx, todayOf(ctx));
}

/** Writes when a task is due as people say it who look ahead: '明天 15:00' ("tomorrow at 3:00 PM"), '周五' ("Fri"). */
export function dueAhead(
  ctx: Reader,
  { dueDate, dueTime, dueAt }: Pick<Task, 'dueDate' | 'dueTime' | 'dueAt'>,
): string {
  const day = dueTime ? localDate(dueAt, ctx.zone) : dueDate;
  return formatDue(day, dueTime ? localTime(dueAt, ctx.zone) : null, ctx, todayOf(ctx));
}

/** Returns the first moment after now, for spans with an exclusive end. */
export const afterNow = (ctx: Pick<Context, 'now'>): Date => justAfter(ctx.now);
