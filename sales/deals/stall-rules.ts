import { dayMs, laterOf } from '../../kernel/time/moments.js';
import type { Process } from '../process/process-schema.js';
import { stageOf } from '../process/stages.js';
import type { Workdays, Zoned } from '../time/calendar.js';

/** The values a stall is computed from. */
export interface StallingDeal {
  status: 'open' | 'won' | 'lost';
  stage: string;
  stageSince: Date;
  lastFollowUpAt: Date | null;
  createdAt: Date;
  /** Local date of the next planned step, if there is one. */
  nextStepDate?: string | null;
}

export interface Stall {
  /** The deal counts as stalled from this moment on. */
  at: Date;
  /** 'no-activity': no follow-up; 'too-long': too long in its stage. */
  reason: 'no-activity' | 'too-long';
  /** The limit, in workdays. */
  days: number;
}

/** Why a deal is stalled, with the figures. */
export interface StallReason extends Stall {
  /** Start of the count: the last activity, or the entry into the stage. */
  since: Date;
  /** Workdays since then. */
  daysSince: number;
}

/**
 * Computes when the deal counts as stalled: at the end of working hours of the last workday its stage allows
 * without activity, or of the last one it may stay, whichever is earlier. Follow-up, move and creation are
 * activity, and a planned next step keeps a deal active until its day is over; only a move restarts the stay.
 * Null for a closed deal or if neither limit is set.
 */
export function stallAt(
  deal: StallingDeal,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): Stall | null {
  if (deal.status !== 'open') return null;
  const { stallDays, maxDays } = limitsOf(deal, process);
  const stalls: Stall[] = [];
  if (stallDays !== null) {
    const due = endOfWorkday(lastActivity(deal), stallDays, process, workdays, zoned);
    const planned = deal.nextStepDate ? zoned.instantOf(deal.nextStepDate, process.workHours.to) : due;
    stalls.push({ at: laterOf(due, planned), reason: 'no-activity', days: stallDays });
  }
  if (maxDays !== null) {
    const due = endOfWorkday(deal.stageSince, maxDays, process, workdays, zoned);
    stalls.push({ at: due, reason: 'too-long', days: maxDays });
  }
  return stalls.reduce<Stall | null>((first, stall) => (first && first.at <= stall.at ? first : stall), null);
}

/** Returns why the deal is stalled at `now`, or null if it is not. */
export function stallReason(
  deal: StallingDeal,
  now: Date,
  process: Process,
  workdays: Workdays,
  zoned: Zoned,
): StallReason | null {
  if (isFresh(deal, now, process)) return null;
  const stall = stallAt(deal, process, workdays, zoned);
  if (!stall || stall.at > now) return null;
  const since = stall.reason === 'too-long' ? deal.stageSince : lastActivity(deal);
  const daysSince = workdays.workdaysBetween(zoned.localDate(since), zoned.localDate(now));
  return { ...stall, since, daysSince };
}

/**
 * Skips the calendar for most deals: the end of the n-th workday is never less than n − 1 whole days away.
 */
function isFresh(deal: StallingDeal, now: Date, process: Process): boolean {
  const { stallDays, maxDays } = limitsOf(deal, process);
  const within = (since: Date, days: number | null) =>
    days === null || now.getTime() < since.getTime() + (days - 1) * dayMs;
  return within(lastActivity(deal), stallDays) && within(deal.stageSince, maxDays);
}

/** Workdays the stage allows without activity and in all; null if not limited. */
function limitsOf(
  deal: StallingDeal,
  process: Process,
): { stallDays: number | null; maxDays: number | null } {
  return stageOf(process, deal.stage) ?? { stallDays: process.stall.days, maxDays: process.stall.maxDays };
}

/** Computes when an unanswered alert goes to the manager: at the end of working hours, workdays later. */
export function escalateAt(
  alertedAt: Date,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): Date {
  return endOfWorkday(alertedAt, process.stall.escalateAfterDays, process, workdays, zoned);
}

function lastActivity(deal: StallingDeal): Date {
  return laterOf(deal.lastFollowUpAt ?? deal.createdAt, deal.stageSince);
}

/** Returns the moment working hours end on the n-th workday after an instant. */
export function endOfWorkday(
  instant: Date,
  n: number,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): Date {
  return zoned.instantOf(workdays.addWorkdays(zoned.localDate(instant), n), process.workHours.to);
}
