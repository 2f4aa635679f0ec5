import type { ByLanguage } from '../../texts/languages.js';
import type { Pipeline } from '../process/process-schema.js';
import { percentOf } from './percentages.js';

/** A number of deals and their amount in minor units. */
export interface Count {
  count: number;
  amount: number;
}

/** One stage of the funnel. */
export interface FunnelRow {
  stage: string;
  name: ByLanguage;
  /** Got no further than this stage: in it now, or lost in it. */
  here: number;
  /** Reached this stage or a later one. */
  reached: number;
  /** Amount of those that reached it, in minor units. */
  amount: number;
  /** Percent of those that reached the stage before; null for the first stage or if nobody did. */
  fromPrevious: number | null;
  /** Percent of those that reached the first stage; null if nobody did. */
  fromFirst: number | null;
  /** Whether the step into this stage loses the largest part. */
  weakest: boolean;
}

/**
 * Computes the funnel of leads and deals from the furthest stage of each: the present stage of an open one,
 * the last of a won one, the one where a lost one was lost. Removed stages count as the first.
 */
export function funnelRows(
  process: Pick<Pipeline, 'stages'>,
  furthest: Readonly<Record<string, Count>>,
): FunnelRow[] {
  const known = new Set(process.stages.map((stage) => stage.key));
  const removed = Object.keys(furthest).filter((key) => !known.has(key));
  const here = process.stages.map((stage, index) =>
    (index === 0 ? [stage.key, ...removed] : [stage.key])
      .map((key) => (Object.hasOwn(furthest, key) ? furthest[key] : undefined))
      .reduce<Count>(add, { count: 0, amount: 0 }),
  );
  const reached = here.map((_, index) => here.slice(index).reduce(add, { count: 0, amount: 0 }));
  const steps = reached.map(({ count }, index) => {
    const before = index === 0 ? 0 : (reached[index - 1]?.count ?? 0);
    return before === 0 ? null : count / before;
  });
  const lowest = Math.min(...steps.filter((step) => step !== null));
  const weakest = lowest < 1 ? steps.indexOf(lowest) : -1;
  return process.stages.map((stage, index) => ({
    stage: stage.key,
    name: stage.name,
    here: here[index]?.count ?? 0,
    reached: reached[index]?.count ?? 0,
    amount: reached[index]?.amount ?? 0,
    fromPrevious: index === 0 ? null : percentOf(reached[index]?.count ?? 0, reached[index - 1]?.count ?? 0),
    fromFirst: percentOf(reached[index]?.count ?? 0, reached[0]?.count ?? 0),
    weakest: index === weakest,
  }));
}

function add(sum: Count, more: Count | undefined): Count {
  return { count: sum.count + (more?.count ?? 0), amount: sum.amount + (more?.amount ?? 0) };
}
