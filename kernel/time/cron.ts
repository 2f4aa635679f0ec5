import { CronExpressionParser } from 'cron-parser';
import { dayMs, hourMs } from './moments.js';
import { firstInstantAt, instantsAt, zoneOffset } from './zone.js';

/** What is wrong with a schedule: it is no cron expression, or it names a day that never comes (30 February). */
export type CronFault = 'form' | 'never';

/** Checks a five-field cron expression (minute, hour, day of month, month, weekday); undefined if it is right. */
export function cronFault(text: string): CronFault | undefined {
  const [minute, hour, day, month, weekday, ...more] = text.trim().split(/\s+/);
  if (weekday === undefined || more.length > 0 || hashed.test(text)) return 'form';
  if (parses(text)) return undefined;
  const eachAlone = [
    [minute, hour, day, '*', weekday],
    [minute, hour, '*', month, weekday],
  ];
  return eachAlone.every((fields) => parses(fields.join(' '))) ? 'never' : 'form';
}

/** `H` stands for a value the parser draws anew each time, so that a slot would never be the same. */
const hashed = /(?:^|[\s,])H/i;

function parses(text: string): boolean {
  try {
    CronExpressionParser.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The latest slot up to and including `now` of an expression in a zone, and the slot after it. */
export function cronAround(cron: string, timeZone: string, now: Date): { last: Date; next: Date } {
  const last = slotBeside(cron, timeZone, now.getTime(), 'last');
  return { last: new Date(last), next: new Date(slotBeside(cron, timeZone, last, 'next')) };
}

/** Clocks are changed by at most so much. */
const mostChanged = 3 * hourMs;

/**
 * The latest slot up to `at`, or the first one after it. The parser only reads the wall clock; which instants that
 * means is decided here: a skipped time moves on by the gap, and of a repeated one the first counts. An expression for
 * every hour runs by elapsed time instead: no slot in a skipped hour, and slots in both of a repeated one.
 */
function slotBeside(cron: string, zone: string, at: number, side: 'last' | 'next'): number {
  const [, hour = ''] = cron.trim().split(/\s+/);
  const instants = hour.startsWith('*')
    ? (wall: number) => instantsAt(wall, zone)
    : (wall: number) => [firstInstantAt(wall, zone)];
  const isLast = side === 'last';
  const ahead = zoneOffset(at, zone);
  // Where clocks change, the order of wall times is not that of instants.
  const margin = Math.max(
    ...[-mostChanged, mostChanged].map((near) => Math.abs(zoneOffset(at + near, zone) - ahead)),
  );
  const start = at + ahead + (isLast ? margin : -margin);
  // The parser answers what is before or after the moment, not at it.
  const walls = CronExpressionParser.parse(cron, {
    tz: 'UTC',
    currentDate: new Date(isLast ? start + 1 : start),
  });
  let best: { instant: number; wall: number } | undefined;
  for (;;) {
    const wall = (isLast ? walls.prev() : walls.next()).getTime();
    if (best && Math.abs(wall - best.wall) > margin) return best.instant;
    for (const instant of instants(wall)) {
      if (isLast ? instant > at : instant <= at) continue;
      if (!best) best = { instant, wall };
      else if (isLast ? instant > best.instant : instant < best.instant) best.instant = instant;
    }
    if (best && margin === 0) return best.instant;
  }
}

/** 29 February may be eight years away. */
const yearsTried = 8;

/**
 * Tries a schedule in each zone from `from` on; returns the first zone in which it has no slot within eight years, or
 * none around one of the next year's changes of the clock.
 */
export function zoneWithoutSlot(cron: string, zones: Iterable<string>, from: Date): string | undefined {
  for (const zone of new Set(zones)) if (!hasSlots(cron, zone, from)) return zone;
  return undefined;
}

function hasSlots(cron: string, zone: string, from: Date): boolean {
  try {
    const days = Array.from({ length: 366 }, (_, day) => from.getTime() + day * dayMs);
    const changes = days.filter((day) => zoneOffset(day, zone) !== zoneOffset(day + dayMs, zone));
    for (const day of changes) cronAround(cron, zone, new Date(day + dayMs));
    return cronAround(cron, zone, from).next.getTime() - from.getTime() <= yearsTried * 366 * dayMs;
  } catch {
    return false;
  }
}
