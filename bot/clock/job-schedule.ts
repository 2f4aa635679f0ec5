import { CronExpressionParser } from 'cron-parser';
import type { Schedule } from '../../kernel/job/job.js';

interface Span {
  last: Date;
  next: Date;
}

/** Computing a slot takes about a millisecond, so each is cached until the next begins. */
const known = new Map<string, Span>();
const mostKnown = 1000;

/**
 * Finds the latest slot of a schedule up to and including `now`, in its zone. An hour that clocks skip has no
 * slot; one that occurs twice has two.
 */
export function lastSlot({ cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>, now: Date): Date {
  const key = `${cron} ${timeZone}`;
  const cached = known.get(key);
  if (cached && cached.last <= now && now < cached.next) return cached.last;
  // `prev` returns what is before the moment, but a slot is due at its own second.
  const options = { tz: timeZone, currentDate: new Date(now.getTime() + 1) };
  const last = CronExpressionParser.parse(cron, options).prev().toDate();
  const next = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: last }).next().toDate();
  if (known.size > mostKnown) known.clear();
  known.set(key, { last, next });
  return last;
}
