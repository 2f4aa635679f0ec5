import type { Features } from './features.js';
import { chance } from './logistic.js';
import { type FeatureGroup, type ForecastModel, rowOf, stepEnds } from './model-row.js';

/** Predicted outcome of a deal. */
export interface Outcome {
  /** Probability of being won within so many days. */
  wonBy(days: number): number;
  /** Probability of being won at any time. */
  ever: number;
  /** Days until half of that probability is reached. */
  medianDays: number;
}

/** Predicts a deal's outcome; with `neutral`, as if that feature group were average. */
export function predict(model: ForecastModel, features: Features, neutral?: FeatureGroup): Outcome {
  const won: number[] = [];
  let [left, sum, last] = [1, 0, { won: 0, lost: 0, days: 1 }];
  for (const [step, end] of stepEnds.entries()) {
    const days = end - (stepEnds[step - 1] ?? 0);
    const now =
      step < model.steps ? hazards(model, features, step, neutral) : extrapolatedHazards(last, days);
    if (step < model.steps) last = { ...now, days };
    sum += left * now.won;
    left *= 1 - now.won - now.lost;
    won.push(sum);
  }
  const share = last.won / Math.max(1e-9, last.won + last.lost);
  const ever = sum + left * share;
  const wonBy = (days: number) => Math.min(ever, between(won, days, left * share));
  return { wonBy, ever, medianDays: daysUntil(wonBy, ever / 2) };
}

function hazards(model: ForecastModel, features: Features, step: number, neutral?: FeatureGroup) {
  const row = rowOf(model, features, step, neutral);
  const [won, lost] = [chance(model.won, row, model.drift), chance(model.lost, row)];
  const scale = won + lost > 0.99 ? 0.99 / (won + lost) : 1;
  return { won: won * scale, lost: lost * scale };
}

/** Continues a step's hazards at the same pace for another number of days. */
function extrapolatedHazards(
  { won, lost, days: of }: { won: number; lost: number; days: number },
  days: number,
) {
  const both = Math.min(0.999, won + lost);
  if (both <= 0) return { won: 0, lost: 0 };
  const gone = 1 - (1 - both) ** (days / of);
  return { won: (gone * won) / both, lost: (gone * lost) / both };
}

/** Interpolates between step ends; beyond the last one, approaches `after` with a half-life of 180 days. */
function between(won: readonly number[], days: number, after: number): number {
  let [from, before] = [0, 0];
  for (const [step, end] of stepEnds.entries()) {
    const sum = won[step] ?? before;
    if (days <= end) return before + ((sum - before) * (days - from)) / (end - from);
    [from, before] = [end, sum];
  }
  return before + after * (1 - 0.5 ** ((days - from) / 180));
}

function daysUntil(wonBy: (days: number) => number, part: number): number {
  let [low, high] = [0, 720];
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2;
    if (wonBy(middle) < part) low = middle;
    else high = middle;
  }
  return Math.round(high);
}
