import { weighted } from '../figures/money-sums.js';
import type { Process } from '../process/process-schema.js';
import { stageOf } from '../process/stages.js';

/** What the value at risk looks at; `amount` in minor units. */
export interface ValuedDeal {
  amount: number | null;
  stage: string;
}

/** Amount × probability of the stage, in minor units; 0 without amount or in a stage that is gone. */
export function valueAtRisk(deal: ValuedDeal, process: Process): number {
  return weighted(deal.amount ?? 0, stageOf(process, deal.stage)?.probability ?? 0);
}

/** An entry of today's list; `deal` is null for a task without one. */
export interface TodayItem {
  deal: ValuedDeal | null;
  dueAt: Date;
}

/** Today's list: most value at risk first, then what was due first. */
export function byValueAtRisk<T extends TodayItem>(items: readonly T[], process: Process): T[] {
  return items
    .map((item) => ({ item, value: item.deal ? valueAtRisk(item.deal, process) : 0 }))
    .sort((a, b) => b.value - a.value || a.item.dueAt.getTime() - b.item.dueAt.getTime())
    .map(({ item }) => item);
}
