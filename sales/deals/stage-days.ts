import { dayMs } from '../../kernel/time/moments.js';
import { median } from '../figures/percentages.js';

/** A deal's stay in one stage, open from `from` to `to`. */
export interface StageStay {
  dealId: string;
  stage: string;
  from: Date;
  /** Far in the future for the present state. */
  to: Date;
}

/** How long deals stayed in one stage, in days to one decimal. */
export interface StageDays {
  /** Of the deals that have left the stage; null if none has. */
  median: number | null;
  mean: number | null;
  /** Deals that have left the stage, and deals still in it, which are not counted. */
  left: number;
  staying: number;
}

/**
 * Computes the days that deals stayed in each stage by `at`. A deal that came back adds up its stays; a deal
 * still there is not counted, as its stay is not over. `stageOf` maps a removed stage to its successor.
 */
export function stageDays(
  stays: readonly StageStay[],
  at: Date,
  stageOf: (key: string) => string = (key) => key,
): Map<string, StageDays> {
  const byStage = new Map<string, Map<string, { ms: number; isThere: boolean }>>();
  for (const { dealId, stage, from, to } of stays) {
    if (from > at) continue;
    const key = stageOf(stage);
    const deals = byStage.get(key) ?? new Map<string, { ms: number; isThere: boolean }>();
    byStage.set(key, deals);
    const known = deals.get(dealId) ?? { ms: 0, isThere: false };
    const isThere = known.isThere || to > at;
    deals.set(dealId, { ms: known.ms + Math.min(to.getTime(), at.getTime()) - from.getTime(), isThere });
  }
  const found = new Map<string, StageDays>();
  for (const [key, deals] of byStage) {
    const all = [...deals.values()];
    const left = all.filter(({ isThere }) => !isThere).map(({ ms }) => ms / dayMs);
    const medianDays = median(left);
    const sum = left.reduce((total, days) => total + days, 0);
    found.set(key, {
      median: medianDays === null ? null : toTenths(medianDays),
      mean: left.length === 0 ? null : toTenths(sum / left.length),
      left: left.length,
      staying: all.length - left.length,
    });
  }
  return found;
}

const toTenths = (days: number): number => Math.round(days * 10) / 10;
