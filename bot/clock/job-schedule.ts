import type { Schedule } from '../../kernel/job/job.js';
import { cronAround } from '../../kernel/time/cron.js';

/** Computing a slot takes about a millisecond, so each is kept until the next one begins. */
const known = new Map<string, ReturnType<typeof cronAround>>();
const mostKnown = 1000;

/** The latest moment up to and including `now` that the schedule names, in its zone. */
export function lastSlot({ cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>, now: Date): Date {
  const key = `${cron} ${timeZone}`;
  const kept = known.get(key);
  if (kept && kept.last <= now && now < kept.next) return kept.last;
  if (known.size > mostKnown) known.clear();
  const around = cronAround(cron, timeZone, now);
  known.set(key, around);
  return around.last;
}
