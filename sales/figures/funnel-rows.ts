import type { ByLanguage } from '../../texts/languages.js';
import type { Pipeline } from '../process/process-schema.js';
import { percentOf } from './percentages.js';

/** How many, and what they are worth in minor units. */
export interface Count {
  count: number;
  amount: number;
}

/** One stage of the funnel. */
export interface FunnelRow {
  stage: string;
  name: ByLanguage;
  /** Got no further than this stage: they are there, or were lost there. */
  here: number;
  /** Reached this stage or a later one. */
  reached: number;
  /** Worth of those who reached it, in minor units. */
  amount: number;
  /** Whole percent of those who reached the stage before; null for the first and where nobody did. */
  fromPrevious: number | null;
  /** Whole percent of those who reached the first stage; null where nobody did. */
  fromFirst: number | null;
  /** The step into this stage loses the largest part. */
  weakest: boolean;
}

/**
 * The funnel of a set of leads and deals, from how far each of them came: the present stage of an open one,
 * the last stage of a won one, the stage in which a lost one was lost. Stages the process no longer has are
 * counted to the first.
 */
export function funnelRows(
  process: Pick<Pipeline, 'stages'>,
  furthest: Readonly<Record<string, Count>>,
): FunnelRow[] {
  const known = new Set(process.stages.map((stage) => stage.key));
  const gone = Object.keys(furthest).filter((key) => !known.has(key));
  const here = process.stages.map((stage, index) =>
    (index === 0 ? [stage.key, ...gone] : [stage.key])
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
