import { laterOf } from '../../kernel/time/moments.js';
import { endOfWorkday } from '../deals/stall-rules.js';
import type { Process } from '../process/process-schema.js';
import type { AddWorkMinutes, Workdays, Zoned } from '../time/calendar.js';
import { leadDays } from './pool-rules.js';

/** The moments of a lead's response clock. */
export interface ResponseClock {
  remindAt: Date;
  respondBy: Date;
  escalateAt: Date;
}

/** When the first follow-up of a lead is due, counted in working minutes since it was handed to its owner. */
export function respondBy(since: Date, process: Process, addWorkMinutes: AddWorkMinutes): Date {
  return addWorkMinutes(since, process.lead.respondWithinMinutes);
}

export function responseClock(since: Date, process: Process, addWorkMinutes: AddWorkMinutes): ResponseClock {
  return {
    remindAt: addWorkMinutes(since, process.lead.remindAfterMinutes),
    respondBy: respondBy(since, process, addWorkMinutes),
    escalateAt: addWorkMinutes(since, process.lead.escalateAfterMinutes),
  };
}

/** How far the alerts of an unanswered lead should be by now: 0 none, 1 owner reminded, 2 manager told. */
export function responseAlertDue(clock: ResponseClock, now: Date): 0 | 1 | 2 {
  if (now >= clock.escalateAt) return 2;
  return now >= clock.remindAt ? 1 : 0;
}

/** What the return to the pool looks at. */
export interface ReturningLead {
  status: 'open' | 'pool' | 'converted' | 'dropped';
  ownerId: string | null;
  /** When it was handed to its owner. */
  assignedAt: Date;
  /** The last one that counts. */
  lastFollowUpAt: Date | null;
  /** Key of the process file's sources. */
  source?: string | null;
  /** Whether its owner claimed it: then it is safe for a time. */
  isClaimed?: boolean;
}

export interface PoolReturn {
  /** It goes back to the pool then, unless followed. */
  poolAt: Date;
  /** The owner is warned then; null: without warning. */
  warnAt: Date | null;
}

/** Whether the lead can go back to the pool at all: open, owned, and the process returns leads. */
export function mayReturn(lead: ReturningLead, process: Process): boolean {
  return lead.status === 'open' && lead.ownerId !== null && leadDays(lead.source ?? null, process) !== null;
}

/**
 * When the lead goes back to the pool: at the end of working hours, so many workdays after its last follow-up
 * or after it was handed over, whichever is later. Null where it cannot go back.
 */
export function poolReturn(
  lead: ReturningLead,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): PoolReturn | null {
  const { protectDays, warnBeforeDays } = process.pool;
  const days = leadDays(lead.source ?? null, process);
  if (!mayReturn(lead, process) || days === null) return null;
  const safe = lead.isClaimed ? protectDays : 0;
  const since = laterOf(lead.lastFollowUpAt ?? lead.assignedAt, lead.assignedAt);
  const after = (from: Date, n: number) => endOfWorkday(from, n, process, workdays, zoned);
  const shift = (n: number) => laterOf(after(since, days - n), after(lead.assignedAt, safe - n));
  return { poolAt: shift(0), warnAt: warnBeforeDays > 0 ? shift(warnBeforeDays) : null };
}
