import { dayMs } from '../../kernel/time/moments.js';
import { type DealPast, endBy, stateAt } from './deal-past.js';
import { featuresAt, surroundingsOf } from './features.js';
import { type ForecastModel, firstOf, predict, trainForecast } from './forecast-model.js';
import {
  auc,
  bias,
  brier,
  type CalibrationBin,
  calibrationBins,
  calibrationError,
  logLoss,
  type ScoredForecast,
  type ToldSum,
  wape,
} from './forecast-scores.js';
import { chancesOf, experienceOf, outlookOf, stageWeighted, typicalAmount } from './outlook.js';

/** One split in time: learnt from all before it, told of what came after. */
export interface Split {
  /** Epoch ms; nothing after it was learnt from. */
  trainedBy: number;
  /** Deals that had ended by then, and looks that were told of. */
  learnt: number;
  told: number;
  logLoss: number;
  /** Of telling everybody the share that was won before. */
  baseLogLoss: number;
  /** Of the process file's probabilities by stage. */
  stageLogLoss: number;
  brier: number;
  calibrationError: number;
  auc: number;
  /** Sums of 30 days. */
  wape: number;
  bias: number;
  stageWape: number;
  stageBias: number;
  /** What part of the sums came to lie within the bounds of 80 %. */
  coverage: number;
  sums: number;
}

export interface Backtest {
  /** A look counts as won where the deal was won within so many days. */
  days: number;
  splits: Split[];
  bins: CalibrationBin[];
  coverage: number;
  whole: { logLoss: number; baseLogLoss: number; brier: number; calibrationError: number; auc: number };
}

export interface Tested {
  pasts: readonly DealPast[];
  /** The last moment of which the outcome is known. */
  until: number;
  probability(stage: string): number;
  days?: number;
  splits?: number;
  breathe?: () => Promise<void>;
}

const sumDays = 30;
const lookDays = 14;
const yearMs = 365 * dayMs;

/**
 * Would the forecast have been right? The time after the first 40 % of the history is cut into splits; each is told by a
 * model that learnt only from before it. A split without enough to learn from, or to tell of, is left out.
 */
export async function backtest({ pasts, until, probability, ...given }: Tested): Promise<Backtest> {
  const { days = 90, splits: count = 4, breathe } = given;
  const first = firstOf(pasts, until);
  const begin = first + 0.4 * (until - first);
  const lastLook = until - days * dayMs;
  const length = (lastLook - begin) / count;
  const splits: Split[] = [];
  const all: (ScoredForecast & { base: number })[] = [];
  let [within, sums] = [0, 0];
  for (let n = 0; n < count && length > 0; n++) {
    const cut = begin + n * length;
    const model = await trainForecast(pasts, cut, breathe);
    if (!model) continue;
    const elder = await trainForecast(pasts, cut - yearMs / 2, breathe);
    const told = toldOf(model, pasts, { cut, end: cut + length, days, probability });
    if (told.length < 20) continue;
    const spans = await sumsOf(model, elder ?? model, pasts, { cut, end: cut + length, until, probability });
    all.push(...told);
    within += spans.filter((span) => span.within).length;
    sums += spans.length;
    splits.push({
      trainedBy: cut,
      learnt: model.closed,
      told: told.length,
      logLoss: logLoss(told),
      baseLogLoss: logLoss(told.map(({ base, happened }) => ({ p: base, happened }))),
      stageLogLoss: logLoss(told.map(({ stage, happened }) => ({ p: stage, happened }))),
      brier: brier(told),
      calibrationError: calibrationError(told),
      auc: auc(told),
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

function toldOf(
  model: ForecastModel,
  pasts: readonly DealPast[],
  { cut, end, days, probability }: Fold & { days: number; probability(stage: string): number },
) {
  const around = surroundingsOf(pasts);
  const base = shareWon(pasts, cut, days);
  const told: (ScoredForecast & { base: number; stage: number })[] = [];
  for (let at = cut; at < end; at += lookDays * dayMs) {
    for (const past of pasts) {
      if (endBy(past, at)) continue;
      const features = featuresAt(past, at, around);
      if (!features) continue;
      const happened = endBy(past, at + days * dayMs)?.isWon === true;
      const stage = Math.min(0.99, Math.max(0.01, probability(features.stage) / 100));
      told.push({ p: predict(model, features).wonBy(days), happened, base, stage });
    }
  }
  return told;
}

/** Of looks before the cut whose outcome was known by it: what part was won in so many days. */
function shareWon(pasts: readonly DealPast[], cut: number, days: number): number {
  let [looks, won] = [1, 0.5];
  const first = firstOf(pasts, cut);
  for (let at = cut - days * dayMs; at > first; at -= lookDays * dayMs) {
    for (const past of pasts) {
      if (endBy(past, at) || !stateAt(past, at)) continue;
      looks++;
      won += Number(endBy(past, at + days * dayMs)?.isWon === true);
    }
  }
  return won / looks;
}

async function sumsOf(
  model: ForecastModel,
  elder: ForecastModel,
  pasts: readonly DealPast[],
  { cut, end, until, probability }: Fold & { until: number; probability(stage: string): number },
): Promise<{ model: ToldSum; stage: ToldSum; within: boolean }[]> {
  const around = surroundingsOf(pasts);
  const sums = [];
  for (let at = cut; at < end && at + sumDays * dayMs <= until; at += sumDays * dayMs) {
    const chances = chancesOf(model, pasts, at, sumDays, around);
    const outlook = outlookOf(0, chances, await experienceOf(elder, pasts, at, sumDays, around));
    const became = pasts.reduce(
      (sum, { end }) =>
        sum + (end?.isWon && end.at > at && end.at <= at + sumDays * dayMs ? (end.amount ?? 0) : 0),
      0,
    );
    const stage = stageWeighted(pasts, at, sumDays, probability, (past) =>
      typicalAmount(around.products, past, at),
    );
    sums.push({
      model: { told: outlook.total, became },
      stage: { told: stage, became },
      within: became >= outlook.low && became <= outlook.high,
    });
  }
  return sums;
}
