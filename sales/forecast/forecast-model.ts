import { dayMs } from '../../kernel/time/moments.js';
import { median } from '../figures/percentages.js';
import { type DealHistory, endBy } from './deal-history.js';
import { type Features, featuresAt, type Surroundings, surroundingsOf } from './features.js';
import { chance, fitLogistic, type SparseRow, sigmoid } from './logistic.js';

/** Ends of the time steps, in days from the observation: in each step a deal is won, lost, or stays open. */
const stepEnds = [7, 14, 30, 60, 90, 180];

/** Fewest closed, won and lost deals to train on; with fewer, the forecast weights by stage and says so. */
export const minimumHistory = { closed: 30, won: 8, lost: 8 };

/** Days between observations of a deal, and most observations per deal and in all. */
const lookEvery = 14;
const mostLooks = 52;
const mostRows = 16_000;

/** Days of history needed to use the season. */
const seasonDays = 400;

/** Ridge penalty per observation: the stronger, the less a small team's chance events count. */
const ridgeStrength = 2;

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

/** What a history lacks for training, or null if it is enough. */
export function historyGap(
  pasts: readonly DealHistory[],
  asOf: number,
): { closed: number; needed: number } | null {
  const ends = pasts.flatMap((past) => endBy(past, asOf) ?? []);
  const won = ends.filter(({ isWon }) => isWon).length;
  const enough =
    ends.length >= minimumHistory.closed &&
    won >= minimumHistory.won &&
    ends.length - won >= minimumHistory.lost;
  return enough ? null : { closed: ends.length, needed: minimumHistory.closed };
}

interface Look {
  past: DealHistory;
  features: Features;
}

/**
 * Trains the model on a team's deals: two logistic hazards (won, lost) per time step, with a ridge. Each
 * observation uses only what was known at its moment; a step counts if it was over by `asOf`, whatever became
 * of the deal, so that long-lived deals are not left out. Undefined if there is too little history.
 */
export async function trainForecast(
  pasts: readonly DealHistory[],
  asOf: number,
  yieldToEventLoop: () => Promise<void> = async () => {},
): Promise<ForecastModel | undefined> {
  const model = await trainOnce(pasts, asOf, yieldToEventLoop);
  const earlier = model && (await trainOnce(pasts, asOf - correctedBy * dayMs, yieldToEventLoop));
  return model && { ...model, drift: earlier ? driftOf(earlier, pasts, asOf) : 0 };
}

/** Age in days of the earlier model that is compared with what happened since. */
const correctedBy = 90;

/** Won deals at which the correction counts half. */
const driftWeight = 60;

/**
 * Log odds to add to an earlier model's predictions so that its wins match the actual number, shrunk towards
 * 0.
 */
function driftOf(model: ForecastModel, pasts: readonly DealHistory[], asOf: number): number {
  const around = surroundingsOf(pasts);
  const told: { odds: number; won: boolean }[] = [];
  for (let at = model.asOf; at < asOf - 30 * dayMs; at += lookEvery * dayMs) {
    for (const past of pasts) {
      const features = endBy(past, at) ? undefined : featuresAt(past, at, around);
      if (!features) continue;
      const p = Math.min(0.99, Math.max(1e-4, predict(model, features).wonBy((asOf - at) / dayMs)));
      told.push({ odds: Math.log(p / (1 - p)), won: endBy(past, asOf)?.isWon === true });
    }
  }
  const won = told.filter((one) => one.won).length;
  if (won === 0) return 0;
  let [low, high] = [-3, 3];
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2;
    const sum = told.reduce((all, { odds }) => all + sigmoid(odds + middle), 0);
    if (sum < won) low = middle;
    else high = middle;
  }
  const deals = new Set(
    pasts.filter((past) => endBy(past, asOf)?.isWon && !endBy(past, model.asOf)).map(({ id }) => id),
  );
  return ((low + high) / 2) * (deals.size / (deals.size + driftWeight));
}

async function trainOnce(
  pasts: readonly DealHistory[],
  asOf: number,
  yieldToEventLoop: () => Promise<void>,
): Promise<ForecastModel | undefined> {
  if (historyGap(pasts, asOf)) return undefined;
  const around = surroundingsOf(pasts);
  const looks = looksBefore(pasts, asOf, around);
  if (looks.length === 0) return undefined;
  await yieldToEventLoop();
  const first = looks.reduce((least, { features }) => Math.min(least, features.at), asOf);
  const model: ForecastModel = {
    asOf,
    stages: [...new Set(looks.map(({ features }) => features.stage))].sort(),
    ...spreadOf(looks.map(({ features }) => numbersOf(features))),
    hasSeason: (asOf - first) / dayMs > seasonDays,
    steps: 0,
    won: [],
    lost: [],
    drift: 0,
    amountRatio: amountRatio(looks, asOf),
    closed: pasts.filter((past) => endBy(past, asOf)).length,
    usual: usualOf(looks, pasts, asOf),
  };
  const rows: SparseRow[] = [];
  const won: number[] = [];
  const lost: number[] = [];
  const seen = stepEnds.map(() => 0);
  for (const { past, features } of looks) {
    for (const [step, end] of stepEnds.entries()) {
      if (features.at + end * dayMs > asOf) break;
      const from = features.at + (stepEnds[step - 1] ?? 0) * dayMs;
      if (endBy(past, from)) break;
      const ended = endBy(past, features.at + end * dayMs);
      rows.push(rowOf(model, features, step));
      won.push(Number(ended?.isWon === true));
      lost.push(Number(ended?.isWon === false));
      if (ended) seen[step] = (seen[step] ?? 0) + 1;
    }
  }
  model.steps = Math.max(1, seen.filter((count) => count >= 5).length);
  const deals = new Set(looks.map(({ past }) => past.id)).size;
  const ridge = ridgeOf(model, (ridgeStrength * rows.length) / Math.max(1, deals));
  model.won = await fitWithSigns(rows, won, ridge, 1, yieldToEventLoop);
  model.lost = await fitWithSigns(rows, lost, ridge, -1, yieldToEventLoop);
  return model;
}

/**
 * Refits without win-rate coefficients of the wrong sign: a better record does not lower the chance; in a
 * short history it is an accident.
 */
async function fitWithSigns(
  rows: readonly SparseRow[],
  labels: readonly number[],
  ridge: readonly number[],
  sign: 1 | -1,
  yieldToEventLoop: () => Promise<void>,
): Promise<number[]> {
  const records = [...featureGroups.owner, ...featureGroups.product, ...featureGroups.customer].map(
    (n) => stepEnds.length + n,
  );
  const beta = await fitLogistic(rows, labels, ridge, yieldToEventLoop);
  const odd = records.filter((place) => (beta[place] ?? 0) * sign < 0);
  if (odd.length === 0) return beta;
  const penalties = ridge.map((penalty, place) => (odd.includes(place) ? 1e9 : penalty));
  return await fitLogistic(rows, labels, penalties, yieldToEventLoop);
}

/** Lists observations of open deals; if there are too many, an even sample. */
function looksBefore(pasts: readonly DealHistory[], asOf: number, around: Surroundings): Look[] {
  const step = lookEvery * dayMs;
  // Range n…m of a deal's observations, counted back from `asOf`.
  const spanOf = (past: DealHistory): [number, number] => {
    const over = endBy(past, asOf)?.at ?? asOf;
    const first = Math.max(1, Math.floor((asOf - over) / step) + (over < asOf ? 1 : 0));
    return [first, Math.min(mostLooks, Math.floor((asOf - past.createdAt) / step))];
  };
  const all = pasts.reduce((sum, past) => {
    const [first, last] = spanOf(past);
    return sum + Math.max(0, last - first + 1);
  }, 0);
  const every = Math.max(1, Math.ceil(all / mostRows));
  const looks: Look[] = [];
  let seen = 0;
  for (const past of pasts) {
    const [first, last] = spanOf(past);
    for (let n = first; n <= last; n++) {
      if (seen++ % every > 0) continue;
      const features = featuresAt(past, asOf - n * step, around);
      if (features) looks.push({ past, features });
    }
  }
  return looks;
}

/** Moment the first deal was created (epoch ms), at most `by`. */
export const firstOf = (pasts: readonly DealHistory[], by: number): number =>
  pasts.reduce((least, { createdAt }) => Math.min(least, createdAt), by);

/** Scales the features so that equal steps mean about the same. */
function numbersOf(features: Features): number[] {
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
const numbers = 12;

/** Win rate against the average, in log odds, shrunk as by ten more deals. */
function shrunk({ won, closed }: { won: number; closed: number }, winRate: number): number {
  const rate = (won + 10 * winRate) / (closed + 10);
  return Math.log(rate / (1 - rate)) - Math.log(winRate / (1 - winRate));
}

function spreadOf(rows: readonly number[][]): { means: number[]; deviations: number[] } {
  const means = Array.from(
    { length: numbers },
    (_, n) => rows.reduce((sum, row) => sum + (row[n] ?? 0), 0) / rows.length,
  );
  const deviations = means.map((mean, n) =>
    Math.sqrt(rows.reduce((sum, row) => sum + ((row[n] ?? 0) - mean) ** 2, 0) / rows.length),
  );
  return { means, deviations };
}

/**
 * Builds the row of one observation and step. `neutral`: puts this group's features at their means, to
 * measure its effect.
 */
function rowOf(model: ForecastModel, features: Features, step: number, neutral?: FeatureGroup): SparseRow {
  const at: number[] = [0];
  const value: number[] = [1];
  const add = (place: number, worth: number) => {
    if (worth === 0) return;
    at.push(place);
    value.push(worth);
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

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** Penalties: light for level and steps, `strength` for all features. */
function ridgeOf({ stages }: ForecastModel, strength: number): number[] {
  const free = new Array<number>(stepEnds.length).fill(0.01);
  const held = new Array<number>(numbers + 4 + 2 * (ages.length + 1) + 2 * stages.length).fill(strength);
  return [...free, ...held];
}

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

/** Ratio of won amounts to the amounts observed before, within 0.6–1.4. */
function amountRatio(looks: readonly Look[], asOf: number): number {
  let [stood, became] = [0, 0];
  for (const { past, features } of looks) {
    const end = endBy(past, asOf);
    if (!end?.isWon || !end.amount || !features.amount) continue;
    stood += features.amount;
    became += end.amount;
  }
  return stood === 0 ? 1 : Math.max(0.6, Math.min(1.4, became / stood));
}

/** Medians over won deals: days in each stage, and days of silence at an observation. */
function usualOf(
  looks: readonly Look[],
  pasts: readonly DealHistory[],
  asOf: number,
): ForecastModel['usual'] {
  const byStage = new Map<string, number[]>();
  for (const past of pasts) {
    if (!endBy(past, asOf)?.isWon) continue;
    for (const [n, { stage, stageSince, to }] of past.states.entries()) {
      if (past.states[n + 1]?.stage === stage) continue;
      const stood = byStage.get(stage) ?? [];
      byStage.set(stage, stood);
      stood.push((to - stageSince) / dayMs);
    }
  }
  const won = looks.filter(({ past }) => endBy(past, asOf)?.isWon);
  return {
    daysInStage: Object.fromEntries(
      [...byStage].map(([stage, all]) => [stage, Math.round(median(all) ?? 0)]),
    ),
    silentDays: Math.round(median(won.map(({ features }) => features.silentDays)) ?? 0),
  };
}
