import { weighted } from '../figures/money-sums.js';
import type { Process } from '../process/process-schema.js';
import { stageOf } from '../process/stages.js';

/** What the value at risk is computed from; `amount` in minor units. */
export interface ValuedDeal {
  amount: number | null;
  stage: string;
}

/** Amount × stage probability, in minor units; 0 without an amount or in a removed stage. */
export function valueAtRisk(deal: ValuedDeal, process: Process): number {
  return weighted(deal.amount ?? 0, stageOf(process, deal.stage)?.probability ?? 0);
}

/** An entry of today's list; `deal` is null for a task without a deal. */
export interface TodayItem {
  deal: ValuedDeal | null;
  dueAt: Date;
}

/** Sorts today's list by value at risk (largest first), then by due time. */
export function byValueAtRisk<T extends TodayItem>(items: readonly T[], process: Process): T[] {
  return items
    .map((item) => ({ item, value: item.deal ? valueAtRisk(item.deal, process) : 0 }))
    .sort((a, b) => b.value - a.value || a.item.dueAt.getTime() - b.item.dueAt.getTime())
    .map(({ item }) => item);
}
