import { dayMs } from '../../kernel/time/moments.js';

/** A reason to discuss a deal in a meeting; `figure` in days, for 'slipped' the number of times. */
export type Concern =
  | { kind: 'stalled' | 'too-long' | 'overdue' | 'slipped'; figure: number }
  | { kind: 'plan-over' | 'ghost' | 'no-step' | 'big'; figure: 0 };

/** What the reasons are computed from. */
export interface MeetingDeal {
  stall: { reason: 'no-activity' | 'too-long'; daysSince: number } | 'plan-over' | null;
  /** Times its close date was postponed. */
  slips: number;
  /** The deal is overdue from this moment on. */
  closeBy: Date | null;
  isGhost: boolean;
  hasNextStep: boolean;
  amount: number | null;
}

/** Lists the reasons to discuss a deal, most serious first; empty if it is on track. */
export function concernsOf(deal: MeetingDeal, at: Date, bigFrom: number): Concern[] {
  const daysOverdue = deal.closeBy ? Math.floor((at.getTime() - deal.closeBy.getTime()) / dayMs) + 1 : 0;
  const found: (Concern | false)[] = [
    deal.isGhost && { kind: 'ghost', figure: 0 },
    stallConcern(deal),
    daysOverdue > 0 && { kind: 'overdue', figure: daysOverdue },
    deal.slips > 0 && { kind: 'slipped', figure: deal.slips },
    !deal.hasNextStep && { kind: 'no-step', figure: 0 },
    (deal.amount ?? 0) >= bigFrom && { kind: 'big', figure: 0 },
  ];
  return found.filter((one) => one !== false);
}

function stallConcern({ stall }: MeetingDeal): Concern | false {
  if (!stall) return false;
  if (stall === 'plan-over') return { kind: 'plan-over', figure: 0 };
  return { kind: stall.reason === 'too-long' ? 'too-long' : 'stalled', figure: stall.daysSince };
}

/** Sorts by value at risk (largest first), then number of reasons, then number. */
export function sortByRisk<T extends { risk: number; concerns: readonly Concern[]; no: number }>(
  items: readonly T[],
): T[] {
  return items.toSorted((a, b) => b.risk - a.risk || b.concerns.length - a.concerns.length || a.no - b.no);
}
