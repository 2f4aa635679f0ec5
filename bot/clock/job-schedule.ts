import { CronExpressionParser } from 'cron-parser';
import type { Schedule } from '../../kernel/job/job.js';
import { justAfter } from '../../kernel/time/moments.js';

interface Span {
  last: Date;
  next: Date;
}

/** Working out a slot takes about a millisecond, so each is kept until the next one begins. */
const known = new Map<string, Span>();
const mostKnown = 1000;

/**
 * The latest moment up to and including `now` that the schedule names, in its zone. An hour that clocks skip
 * has no slot; one that comes twice has two.
 */
export function lastSlot({ cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>, now: Date): Date {
  const key = `${cron} ${timeZone}`;
  const kept = known.get(key);
  if (kept && kept.last <= now && now < kept.next) return kept.last;
  // `prev` answers what is before the moment, and a slot is due at its own second.
  const options = { tz: timeZone, currentDate: justAfter(now) };
  const last = CronExpressionParser.parse(cron, options).prev().toDate();
  const next = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: last }).next().toDate();
  if (known.size > mostKnown) known.clear();
  known.set(key, { last, next });
  return last;
}
