import { dayMs } from '../../kernel/time/moments.js';
import { type DealHistory, endBy, stateAt } from './deal-history.js';
import { featuresAt, surroundingsOf } from './features.js';
import { firstOf, trainForecast } from './forecast-model.js';
import {
  auc,
  bias,
  brier,
  type CalibrationBin,
  calibrationBins,
  calibrationError,
  type ForecastSum,
  logLoss,
  type ScoredForecast,
  wape,
} from './forecast-scores.js';
import type { ForecastModel } from './model-row.js';
import { chancesOf, experienceOf, outlookOf, stageWeighted, typicalAmount } from './outlook.js';
import { predict } from './predict-outcome.js';

/** One split of the history: the model is trained on all before it and tested on it. */
export interface BacktestSplit {
  /** Epoch ms; the model used nothing after it. */
  trainedBy: number;
  /** Deals that had ended by then, and predictions tested. */
  learnt: number;
  told: number;
  logLoss: number;
  /** Log loss of always predicting the earlier win rate. */
  baseLogLoss: number;
  /** Log loss of the process file's stage probabilities. */
  stageLogLoss: number;
  brier: number;
  calibrationError: number;
  auc: number;
  /** Errors of 30-day sums. */
  wape: number;
  bias: number;
  stageWape: number;
  stageBias: number;
  /** Share of the sums within the 80 % range. */
  coverage: number;
  sums: number;
}

export interface Backtest {
  /** A prediction counts as won if the deal was won within so many days. */
  days: number;
  splits: BacktestSplit[];
  bins: CalibrationBin[];
  coverage: number;
  whole: { logLoss: number; baseLogLoss: number; brier: number; calibrationError: number; auc: number };
}

export interface BacktestInput {
  histories: readonly DealHistory[];
  /** Epoch ms; outcomes after it are unknown. */
  until: number;
  probability(stage: string): number;
  days?: number;
  splits?: number;
  yieldToEventLoop?: () => Promise<void>;
}

const sumDays = 30;
const lookDays = 14;
const yearMs = 365 * dayMs;

/**
 * Tests whether the forecast would have been right: cuts the time after the first 40 % of the history into
 * splits and predicts each with a model trained only on data before it. Splits with too little data are left
 * out.
 */
export async function backtest({
  histories,
  until,
  probability,
  ...given
}: BacktestInput): Promise<Backtest> {
  const { days = 90, splits: count = 4, yieldToEventLoop } = given;
  const first = firstOf(histories, until);
  const begin = first + 0.4 * (until - first);
  const lastLook = until - days * dayMs;
  const length = (lastLook - begin) / count;
  const splits: BacktestSplit[] = [];
  const all: (ScoredForecast & { base: number })[] = [];
  let [within, sums] = [0, 0];
  for (let n = 0; n < count && length > 0; n++) {
    const cut = begin + n * length;
    const model = await trainForecast(histories, cut, yieldToEventLoop);
    if (!model) continue;
    const elder = await trainForecast(histories, cut - yearMs / 2, yieldToEventLoop);
    const predictions = predictionsOf(model, histories, { cut, end: cut + length, days, probability });
    if (predictions.length < 20) continue;
    const spans = await sumsOf(model, elder ?? model, histories, {
      cut,
      end: cut + length,
      until,
      probability,
    });
    all.push(...predictions);
    within += spans.filter((span) => span.within).length;
    sums += spans.length;
    splits.push({
      trainedBy: cut,
      learnt: model.closed,
      told: predictions.length,
      logLoss: logLoss(predictions),
      baseLogLoss: logLoss(predictions.map(({ base, happened }) => ({ p: base, happened }))),
      stageLogLoss: logLoss(predictions.map(({ stage, happened }) => ({ p: stage, happened }))),
      brier: brier(predictions),
      calibrationError: calibrationError(predictions),
      auc: auc(predictions),
      wape: wape(spans.map(({ model: sum }) => sum)),
      bias: bias(spans.map(({ model: sum }) => sum)),
      stageWape: wape(spans.map(({ stage }) => stage)),
      stageBias: bias(spans.map(({ stage }) => stage)),
      coverage: spans.length === 0 ? 0 : spans.filter((span) => span.within).length / spans.length,
      sums: spans.length,
    });
  }
  return {
    days,
    splits,
    bins: calibrationBins(all),
    coverage: sums === 0 ? 0 : within / sums,
    whole: {
      logLoss: logLoss(all),
      baseLogLoss: logLoss(all.map(({ base, happened }) => ({ p: base, happened }))),
      brier: brier(all),
      calibrationError: calibrationError(all),
      auc: auc(all),
    },
  };
}

interface Fold {
  cut: number;
  end: number;
}

function predictionsOf(
  model: ForecastModel,
  histories: readonly DealHistory[],
  { cut, end, days, probability }: Fold & { days: number; probability(stage: string): number },
) {
  const around = surroundingsOf(histories);
  const base = baseRate(histories, cut, days);
  const predictions: (ScoredForecast & { base: number; stage: number })[] = [];
  for (let at = cut; at < end; at += lookDays * dayMs) {
    for (const history of histories) {
      if (endBy(history, at)) continue;
      const features = featuresAt(history, at, around);
      if (!features) continue;
      const happened = endBy(history, at + days * dayMs)?.isWon === true;
      const stage = Math.min(0.99, Math.max(0.01, probability(features.stage) / 100));
      predictions.push({ p: predict(model, features).wonBy(days), happened, base, stage });
    }
  }
  return predictions;
}

/** Share of deals observed before the cut that were won within `days`, as known at the cut. */
function baseRate(histories: readonly DealHistory[], cut: number, days: number): number {
  let [looks, won] = [1, 0.5];
  const first = firstOf(histories, cut);
  for (let at = cut - days * dayMs; at > first; at -= lookDays * dayMs) {
    for (const history of histories) {
      if (endBy(history, at) || !stateAt(history, at)) continue;
      looks++;
      won += Number(endBy(history, at + days * dayMs)?.isWon === true);
    }
  }
  return won / looks;
}

async function sumsOf(
  model: ForecastModel,
  elder: ForecastModel,
  histories: readonly DealHistory[],
  { cut, end, until, probability }: Fold & { until: number; probability(stage: string): number },
): Promise<{ model: ForecastSum; stage: ForecastSum; within: boolean }[]> {
  const around = surroundingsOf(histories);
  const sums = [];
  for (let at = cut; at < end && at + sumDays * dayMs <= until; at += sumDays * dayMs) {
    const chances = chancesOf(model, histories, at, sumDays, around);
    const outlook = outlookOf(0, chances, await experienceOf(elder, histories, at, sumDays, around));
    const became = histories.reduce(
      (sum, { end }) =>
        sum + (end?.isWon && end.at > at && end.at <= at + sumDays * dayMs ? (end.amount ?? 0) : 0),
      0,
    );
    const stage = stageWeighted(histories, at, sumDays, probability, (history) =>
      typicalAmount(around.products, history, at),
    );
    sums.push({
      model: { told: outlook.total, became },
      stage: { told: stage, became },
      within: became >= outlook.low && became <= outlook.high,
    });
  }
  return sums;
}
