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

/** Computes the response deadline, in working minutes since the lead was assigned. */
export function respondBy(since: Date, process: Process, addWorkMinutes: AddWorkMinutes): Date {
  return addWorkMinutes(since, process.lead.respondWithinMinutes);
}

/** Computes the response clock of a lead assigned at `since`. */
export function responseClock(since: Date, process: Process, addWorkMinutes: AddWorkMinutes): ResponseClock {
  return {
    remindAt: addWorkMinutes(since, process.lead.remindAfterMinutes),
    respondBy: respondBy(since, process, addWorkMinutes),
    escalateAt: addWorkMinutes(since, process.lead.escalateAfterMinutes),
  };
}

/**
 * Returns how many alerts an unanswered lead should have had: 0 none, 1 owner reminded, 2 manager notified.
 */
export function responseAlertDue(clock: ResponseClock, now: Date): 0 | 1 | 2 {
  if (now >= clock.escalateAt) return 2;
  return now >= clock.remindAt ? 1 : 0;
}

/** What a lead's return to the pool is computed from. */
export interface ReturningLead {
  status: 'open' | 'pool' | 'converted' | 'dropped';
  ownerId: string | null;
  /** When its owner got it. */
  assignedAt: Date;
  /** The last follow-up that counts. */
  lastFollowUpAt: Date | null;
  /** Key of a source of the process file. */
  source?: string | null;
  /** Whether its owner claimed it, which protects it for a time. */
  isClaimed?: boolean;
}

export interface PoolReturn {
  /** When it returns to the pool, unless followed up. */
  poolAt: Date;
  /** When its owner is warned; null: no warning. */
  warnAt: Date | null;
}

/** Whether the lead can return to the pool: open, owned, and the process returns leads. */
export function mayReturn(lead: ReturningLead, process: Process): boolean {
  return lead.status === 'open' && lead.ownerId !== null && leadDays(lead.source ?? null, process) !== null;
}

/**
 * Computes when the lead returns to the pool: at the end of working hours, so many workdays after its last
 * follow-up or its assignment, whichever is later. Null if it cannot return.
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
  const protectedDays = lead.isClaimed ? protectDays : 0;
  const since = laterOf(lead.lastFollowUpAt ?? lead.assignedAt, lead.assignedAt);
  const daysAfter = (from: Date, n: number) => endOfWorkday(from, n, process, workdays, zoned);
  const shift = (n: number) =>
    laterOf(daysAfter(since, days - n), daysAfter(lead.assignedAt, protectedDays - n));
  return { poolAt: shift(0), warnAt: warnBeforeDays > 0 ? shift(warnBeforeDays) : null };
}
