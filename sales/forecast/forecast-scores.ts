/** A predicted probability and what happened. */
export interface ScoredForecast {
  p: number;
  happened: boolean;
}

const tiny = 1e-9;

/** Mean negative log likelihood; 0 is perfect. */
export function logLoss(told: readonly ScoredForecast[]): number {
  return mean(told.map(({ p, happened }) => -Math.log(Math.max(happened ? p : 1 - p, tiny))));
}

/** Brier score: mean squared error of the probabilities; 0 is perfect. */
export const brier = (told: readonly ScoredForecast[]): number =>
  mean(told.map(({ p, happened }) => (p - Number(happened)) ** 2));

/** Predictions of similar probability: their number, mean prediction, and the share that happened. */
export interface CalibrationBin {
  count: number;
  told: number;
  happened: number;
}

/**
 * Splits predictions into up to `most` bins of equal counts (at least 20 each), lowest probabilities first.
 */
export function calibrationBins(told: readonly ScoredForecast[], most = 10): CalibrationBin[] {
  const sorted = [...told].sort((a, b) => a.p - b.p);
  const count = Math.max(1, Math.min(most, Math.floor(sorted.length / 20)));
  return Array.from({ length: count }, (_, n) => {
    const part = sorted.slice(
      Math.floor((n * sorted.length) / count),
      Math.floor(((n + 1) * sorted.length) / count),
    );
    return {
      count: part.length,
      told: mean(part.map(({ p }) => p)),
      happened: mean(part.map(({ happened }) => Number(happened))),
    };
  });
}

/** Expected calibration error over bins of equal counts. */
export function calibrationError(told: readonly ScoredForecast[]): number {
  if (told.length === 0) return 0;
  const bins = calibrationBins(told);
  return bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.told - bin.happened), 0) / told.length;
}

/**
 * Area under the ROC curve: share of pairs (one that happened, one that did not) in the right order; 0.5 is
 * chance.
 */
export function auc(told: readonly ScoredForecast[]): number {
  const sorted = [...told].sort((a, b) => a.p - b.p);
  let [ranks, positives, at] = [0, 0, 0];
  while (at < sorted.length) {
    let end = at;
    while (end < sorted.length && sorted[end]?.p === sorted[at]?.p) end++;
    const rank = (at + 1 + end) / 2;
    for (; at < end; at++) {
      if (!sorted[at]?.happened) continue;
      ranks += rank;
      positives++;
    }
  }
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return 0.5;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** A predicted sum and the actual one. */
export interface ForecastSum {
  told: number;
  became: number;
}

/** Weighted absolute percentage error: Σ|told − became| / Σ became. */
export function wape(sums: readonly ForecastSum[]): number {
  const all = sums.reduce((sum, { became }) => sum + became, 0);
  return all === 0 ? 0 : sums.reduce((sum, { told, became }) => sum + Math.abs(told - became), 0) / all;
}

/** Mean overestimate of the sums, as a share of the actual ones. */
export function bias(sums: readonly ForecastSum[]): number {
  const all = sums.reduce((sum, { became }) => sum + became, 0);
  return all === 0 ? 0 : sums.reduce((sum, { told, became }) => sum + told - became, 0) / all;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
