import { dayMs } from '../../kernel/time/moments.js';

/** Why a deal is to be talked about. */
export type Concern =
  | { kind: 'stalled' | 'too-long' | 'overdue' | 'slipped'; figure: number }
  | { kind: 'plan-over' | 'ghost' | 'no-step' | 'big'; figure: 0 };

/** What is known of an open deal. */
export interface Concerned {
  stall: { reason: 'no-activity' | 'too-long'; daysSince: number } | 'plan-over' | null;
  /** Times its close date was put off. */
  slips: number;
  /** The day it was to close is over since then. */
  closeBy: Date | null;
  isGhost: boolean;
  hasNextStep: boolean;
  amount: number | null;
}

/** All that speaks for talking about a deal, the heaviest first; none where it is on its way. */
export function concernsOf(deal: Concerned, at: Date, bigFrom: number): Concern[] {
  const late = deal.closeBy ? Math.floor((at.getTime() - deal.closeBy.getTime()) / dayMs) + 1 : 0;
  const found: (Concern | false)[] = [
    deal.isGhost && { kind: 'ghost', figure: 0 },
    stalled(deal),
    late > 0 && { kind: 'overdue', figure: late },
    deal.slips > 0 && { kind: 'slipped', figure: deal.slips },
    !deal.hasNextStep && { kind: 'no-step', figure: 0 },
    (deal.amount ?? 0) >= bigFrom && { kind: 'big', figure: 0 },
  ];
  return found.filter((one) => one !== false);
}

function stalled({ stall }: Concerned): Concern | false {
  if (!stall) return false;
  if (stall === 'plan-over') return { kind: 'plan-over', figure: 0 };
  return { kind: stall.reason === 'too-long' ? 'too-long' : 'stalled', figure: stall.daysSince };
}

/** Most value at risk first, then the most reasons. */
export function byRisk<T extends { risk: number; concerns: readonly Concern[]; no: number }>(
  items: readonly T[],
): T[] {
  return items.toSorted((a, b) => b.risk - a.risk || b.concerns.length - a.concerns.length || a.no - b.no);
}
