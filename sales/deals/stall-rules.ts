import { dayMs, laterOf } from '../../kernel/time/moments.js';
import type { Process } from '../process/process-schema.js';
import { stageOf } from '../process/stages.js';
import type { Workdays, Zoned } from '../time/calendar.js';

/** What stalling looks at. */
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
  /** From then on the deal counts as stalled. */
  at: Date;
  /** 'no-activity': nobody followed up; 'too-long': it stays in its stage. */
  reason: 'no-activity' | 'too-long';
  /** The threshold, in workdays. */
  days: number;
}

/** Why a deal is stalled, in figures. */
export interface StallReason extends Stall {
  /** What the days are counted from: the last activity, or the entry into the stage. */
  since: Date;
  /** Workdays since then. */
  daysSince: number;
}

/**
 * When the deal will count as stalled, and why: at the end of working hours of the last workday its stage
 * allows without activity, or of the last one it may stay there; the earlier of the two. A follow-up, a move
 * and the creation are activity, and a planned next step keeps a deal active until its day is over; how long
 * a deal stays in a stage, only a move changes. Null for a closed deal and where neither is watched.
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

/** Why the deal is stalled at `now`, with the days that have passed; null while it is not. */
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
 * Says of most deals without a look at the calendar that they are not stalled yet: the end of the n-th workday
 * is never less than n - 1 whole days away.
 */
function isFresh(deal: StallingDeal, now: Date, process: Process): boolean {
  const { stallDays, maxDays } = limitsOf(deal, process);
  const within = (since: Date, days: number | null) =>
    days === null || now.getTime() < since.getTime() + (days - 1) * dayMs;
  return within(lastActivity(deal), stallDays) && within(deal.stageSince, maxDays);
}

/** Workdays without activity, and in a stage, that its stage allows; null where it is not watched. */
function limitsOf(
  deal: StallingDeal,
  process: Process,
): { stallDays: number | null; maxDays: number | null } {
  return stageOf(process, deal.stage) ?? { stallDays: process.stall.days, maxDays: process.stall.maxDays };
}

/** When an alert that nobody acted on goes to the manager: at the end of working hours, workdays later. */
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

/** The moment working hours end on the n-th workday after an instant. */
export function endOfWorkday(
  instant: Date,
  n: number,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): Date {
  return zoned.instantOf(workdays.addWorkdays(zoned.localDate(instant), n), process.workHours.to);
}
