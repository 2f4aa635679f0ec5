import { dayMs } from '../../kernel/time/moments.js';
import { median } from '../figures/percentages.js';

/** One state of a deal: open in a stage from then until then. */
export interface StageStay {
  dealId: string;
  stage: string;
  from: Date;
  /** Far in the future for the present state. */
  to: Date;
}

/** How long deals stood in one stage, in days to one decimal. */
export interface StageDays {
  /** Of the deals that have left the stage; null where none has. */
  median: number | null;
  mean: number | null;
  /** How many have left it, and how many are in it still and not counted. */
  left: number;
  staying: number;
}

/**
 * Days that deals stood in each stage by a moment. A deal that came back adds up what it stood there; one that is there
 * still is not counted, since nobody knows yet how long it will stay. `stageOf` leads a stage that is gone to its heir.
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
    const middle = median(left);
    const sum = left.reduce((total, days) => total + days, 0);
    found.set(key, {
      median: middle === null ? null : tenths(middle),
      mean: left.length === 0 ? null : tenths(sum / left.length),
      left: left.length,
      staying: all.length - left.length,
    });
  }
  return found;
}

const tenths = (days: number): number => Math.round(days * 10) / 10;
