import { CronExpressionParser } from 'cron-parser';
import { justAfter } from './moments.js';

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

/**
 * The latest moment up to and including `now` that the expression names in the zone, and the one after it. An
 * hour that clocks skip is not named; one that comes twice is named twice.
 */
export function cronAround(cron: string, timeZone: string, now: Date): { last: Date; next: Date } {
  // `prev` answers what is before the moment, and a slot is due at its own second.
  const last = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: justAfter(now) })
    .prev()
    .toDate();
  const next = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: last }).next().toDate();
  return { last, next };
}
