import { dayMs } from '../../kernel/time/moments.js';
import { type DealHistory, endBy } from './deal-history.js';
import { featuresAt, surroundingsOf } from './features.js';
import { fitLogistic, type SparseRow, sigmoid } from './logistic.js';
import {
  type ForecastModel,
  featureGroups,
  numbers,
  numbersOf,
  ridgeOf,
  rowOf,
  stepEnds,
} from './model-row.js';
import { amountRatio, lookEvery, looksBefore, usualOf } from './observations.js';
import { predict } from './predict-outcome.js';

/** Fewest closed, won and lost deals to train on; with fewer, the forecast weights by stage and says so. */
export const minimumHistory = { closed: 30, won: 8, lost: 8 };

/** Days of history needed to use the season. */
const seasonDays = 400;

/** Ridge penalty per observation: the stronger, the less a small team's chance events count. */
const ridgeStrength = 2;

/** What a history lacks for training, or null if it is enough. */
export function historyGap(
  histories: readonly DealHistory[],
  asOf: number,
): { closed: number; needed: number } | null {
  const ends = histories.flatMap((history) => endBy(history, asOf) ?? []);
  const won = ends.filter(({ isWon }) => isWon).length;
  const enough =
    ends.length >= minimumHistory.closed &&
    won >= minimumHistory.won &&
    ends.length - won >= minimumHistory.lost;
  return enough ? null : { closed: ends.length, needed: minimumHistory.closed };
}

/**
 * Trains the model on a team's deals: two logistic hazards (won, lost) per time step, with a ridge. Each
 * observation uses only what was known at its moment; a step counts if it was over by `asOf`, whatever became
 * of the deal, so that long-lived deals are not left out. Undefined if there is too little history.
 */
export async function trainForecast(
  histories: readonly DealHistory[],
  asOf: number,
  yieldToEventLoop: () => Promise<void> = async () => {},
): Promise<ForecastModel | undefined> {
  const model = await trainOnce(histories, asOf, yieldToEventLoop);
  const earlier = model && (await trainOnce(histories, asOf - correctedBy * dayMs, yieldToEventLoop));
  return model && { ...model, drift: earlier ? driftOf(earlier, histories, asOf) : 0 };
}

/** Age in days of the earlier model that is compared with what happened since. */
const correctedBy = 90;

/** Won deals at which the correction counts half. */
const driftWeight = 60;

/**
 * Log odds to add to an earlier model's predictions so that its wins match the actual number, shrunk towards
 * 0.
 */
function driftOf(model: ForecastModel, histories: readonly DealHistory[], asOf: number): number {
  const around = surroundingsOf(histories);
  const predictions: { odds: number; won: boolean }[] = [];
  for (let at = model.asOf; at < asOf - 30 * dayMs; at += lookEvery * dayMs) {
    for (const history of histories) {
      const features = endBy(history, at) ? undefined : featuresAt(history, at, around);
      if (!features) continue;
      const p = Math.min(0.99, Math.max(1e-4, predict(model, features).wonBy((asOf - at) / dayMs)));
      predictions.push({ odds: Math.log(p / (1 - p)), won: endBy(history, asOf)?.isWon === true });
    }
  }
  const won = predictions.filter((one) => one.won).length;
  if (won === 0) return 0;
  let [low, high] = [-3, 3];
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2;
    const sum = predictions.reduce((all, { odds }) => all + sigmoid(odds + middle), 0);
    if (sum < won) low = middle;
    else high = middle;
  }
  const deals = new Set(
    histories
      .filter((history) => endBy(history, asOf)?.isWon && !endBy(history, model.asOf))
      .map(({ id }) => id),
  );
  return ((low + high) / 2) * (deals.size / (deals.size + driftWeight));
}

async function trainOnce(
  histories: readonly DealHistory[],
  asOf: number,
  yieldToEventLoop: () => Promise<void>,
): Promise<ForecastModel | undefined> {
  if (historyGap(histories, asOf)) return undefined;
  const around = surroundingsOf(histories);
  const looks = looksBefore(histories, asOf, around);
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
    closed: histories.filter((history) => endBy(history, asOf)).length,
    usual: usualOf(looks, histories, asOf),
  };
  const rows: SparseRow[] = [];
  const won: number[] = [];
  const lost: number[] = [];
  const seen = stepEnds.map(() => 0);
  for (const { history, features } of looks) {
    for (const [step, end] of stepEnds.entries()) {
      if (features.at + end * dayMs > asOf) break;
      const from = features.at + (stepEnds[step - 1] ?? 0) * dayMs;
      if (endBy(history, from)) break;
      const ended = endBy(history, features.at + end * dayMs);
      rows.push(rowOf(model, features, step));
      won.push(Number(ended?.isWon === true));
      lost.push(Number(ended?.isWon === false));
      if (ended) seen[step] = (seen[step] ?? 0) + 1;
    }
  }
  model.steps = Math.max(1, seen.filter((count) => count >= 5).length);
  const deals = new Set(looks.map(({ history }) => history.id)).size;
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
  const wrongSigned = records.filter((place) => (beta[place] ?? 0) * sign < 0);
  if (wrongSigned.length === 0) return beta;
  const penalties = ridge.map((penalty, place) => (wrongSigned.includes(place) ? 1e9 : penalty));
  return await fitLogistic(rows, labels, penalties, yieldToEventLoop);
}

/** Moment the first deal was created (epoch ms), at most `by`. */
export const firstOf = (histories: readonly DealHistory[], by: number): number =>
  histories.reduce((least, { createdAt }) => Math.min(least, createdAt), by);

/** Means and deviations of each number over the rows. */
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
