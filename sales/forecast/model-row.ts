import { dayMs } from '../../kernel/time/moments.js';
import type { Features } from './features.js';
import type { SparseRow } from './logistic.js';

/** Ends of the time steps, in days from the observation: in each step a deal is won, lost, or stays open. */
export const stepEnds = [7, 14, 30, 60, 90, 180];

/** A trained model; numbers only, so that it can be stored as JSON. */
export interface ForecastModel {
  /** Nothing after this moment was used. */
  asOf: number;
  stages: string[];
  means: number[];
  deviations: number[];
  hasSeason: boolean;
  /** Steps with enough outcomes; later ones continue at the pace of the last one. */
  steps: number;
  won: number[];
  lost: number[];
  /**
   * Correction in log odds: by how much an earlier model predicted too few or too many wins in recent months.
   */
  drift: number;
  /** Won amount as a share of the amount before. */
  amountRatio: number;
  closed: number;
  /** Medians over won deals, in days, which reasons compare with. */
  usual: { daysInStage: Record<string, number>; silentDays: number };
}

/** Scales the features so that equal steps mean about the same. */
export function numbersOf(features: Features): number[] {
  const { owner, product, customer, winRate } = features;
  return [
    Math.log1p(features.daysInStage),
    Math.log1p(features.age),
    features.amount === null ? 0 : Math.log1p(features.amount / 100),
    Number(features.amount === null),
    Math.log1p(features.silentDays),
    Math.log1p(features.contacts),
    features.slips,
    Number(features.closesIn === null),
    Number(features.closesIn !== null && features.closesIn < 0),
    shrunk(owner, winRate),
    shrunk(product, winRate),
    shrunk(customer, winRate),
  ];
}

/** Indexes in `numbersOf` of each reason's features. */
export const featureGroups = {
  stageTime: [0],
  age: [1],
  amount: [2, 3],
  silence: [4, 5],
  slips: [6],
  closeDate: [7, 8],
  owner: [9],
  product: [10],
  customer: [11],
} as const;
export type FeatureGroup = keyof typeof featureGroups;
/** How many numbers a deal's features are. */
export const numbers = 12;

/** Win rate against the average, in log odds, shrunk as by ten more deals. */
function shrunk({ won, closed }: { won: number; closed: number }, winRate: number): number {
  const rate = (won + 10 * winRate) / (closed + 10);
  return Math.log(rate / (1 - rate)) - Math.log(winRate / (1 - winRate));
}

/**
 * Builds the row of one observation and step. `neutral`: puts this group's features at their means, to
 * measure its effect.
 */
export function rowOf(
  model: ForecastModel,
  features: Features,
  step: number,
  neutral?: FeatureGroup,
): SparseRow {
  const at: number[] = [0];
  const value: number[] = [1];
  const add = (place: number, amount: number) => {
    if (amount === 0) return;
    at.push(place);
    value.push(amount);
  };
  const middle = ((stepEnds[step - 1] ?? 0) + (stepEnds[step] ?? 0)) / 2;
  const pace = Math.log(middle / 20);
  let base = 1;
  if (step > 0) add(base + step - 1, 1);
  base += stepEnds.length - 1;
  const plain: readonly number[] = neutral ? featureGroups[neutral] : [];
  for (const [n, number] of numbersOf(features).entries()) {
    const spread = model.deviations[n] ?? 0;
    if (spread > 1e-9 && !plain.includes(n))
      add(base + n, clamp((number - (model.means[n] ?? 0)) / spread, 4));
  }
  base += numbers;
  // Distance of the step from the expected close date.
  if (features.closesIn !== null && neutral !== 'closeDate') {
    const gap = clamp((middle - features.closesIn) / 30, 3);
    add(base, gap);
    add(base + 1, Math.abs(gap));
  }
  base += 2;
  if (model.hasSeason) {
    const turn = (2 * Math.PI * (features.at / dayMs + middle)) / 365.25;
    add(base, Math.sin(turn));
    add(base + 1, Math.cos(turn));
  }
  base += 2;
  // Time in stage and age at the middle of the step: chances rise and fall with both.
  if (neutral !== 'stageTime') add(base + binOf(features.daysInStage + middle), 1);
  if (neutral !== 'age') add(base + ages.length + 1 + binOf(features.age + middle), 1);
  base += 2 * (ages.length + 1);
  const stage = model.stages.indexOf(features.stage);
  if (stage >= 0) {
    add(base + stage, 1);
    add(base + model.stages.length + stage, pace);
  }
  return { at, value };
}

/** Bounds of the age bins, in days; the chance is constant within a bin. */
const ages = [10, 20, 40, 60, 80, 100, 130, 170, 230, 320];

const binOf = (days: number): number => {
  const bin = ages.findIndex((age) => days < age);
  return bin < 0 ? ages.length : bin;
};

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

/** Penalties: light for level and steps, `strength` for all features. */
export function ridgeOf({ stages }: ForecastModel, strength: number): number[] {
  const free = new Array<number>(stepEnds.length).fill(0.01);
  const held = new Array<number>(numbers + 4 + 2 * (ages.length + 1) + 2 * stages.length).fill(strength);
  return [...free, ...held];
}
