import { dayMs } from '../../kernel/time/moments.js';
import { type DealHistory, endBy, stateAt } from './deal-history.js';
import { featuresAt, type Surroundings } from './features.js';
import { firstOf } from './forecast-model.js';
import type { Standings } from './forecast-records.js';
import type { ForecastModel } from './model-row.js';
import { predict } from './predict-outcome.js';
import { normal, seededRandom } from './seeded-random.js';

/** Expected result of a span; amounts in minor units. */
export interface Outlook {
  /** Won in the span already. */
  won: number;
  /** Expected from the deals open now, by the model. */
  open: number;
  /** Expected from deals not created yet, by past spans. */
  fresh: number;
  total: number;
  /** Bounds of the 80 % range. */
  low: number;
  high: number;
}

/** An open deal: probability of being won in the span, and amount. */
export interface Chance {
  id: string;
  p: number;
  amount: number;
}

/** What past spans of a length brought from deals created in them, and the model's errors on the rest. */
export interface Experience {
  /** Mean and standard deviation of the amount from new deals, in minor units. */
  fresh: number;
  wide: number;
  /** Errors on the open deals, as a multiple of what chance alone causes. */
  spread: number;
}

/** Older spans describe a different company. */
const mostSpans = 12;
const mostBack = 730 * dayMs;

/**
 * Mean won amount of the deal's product (of all deals below three wins): the estimate for a deal without an
 * amount.
 */
export function typicalAmount(products: Standings, history: DealHistory, at: number): number {
  const own = products.of(history.product, at);
  const { won, amount } = own.won >= 3 ? own : products.whole(at);
  return won === 0 ? 0 : Math.round(amount / won);
}

/** Computes each open deal's probability of being won within `days` of `at`. */
export function chancesOf(
  model: ForecastModel,
  histories: readonly DealHistory[],
  at: number,
  days: number,
  around: Surroundings,
): Chance[] {
  return histories.flatMap((history) => {
    const features = endBy(history, at) ? undefined : featuresAt(history, at, around);
    if (!features) return [];
    const known = features.amount === null ? null : features.amount * model.amountRatio;
    const amount = Math.round(known ?? typicalAmount(around.products, history, at));
    return [{ id: history.id, p: predict(model, features).wonBy(days), amount }];
  });
}

/**
 * Measures past spans before `at` on the given deals. `judge` should be trained before them: a model fits its
 * own data too well.
 */
export async function experienceOf(
  judge: ForecastModel,
  histories: readonly DealHistory[],
  at: number,
  days: number,
  around: Surroundings,
  yieldToEventLoop: () => Promise<void> = async () => {},
): Promise<Experience> {
  const first = firstOf(histories, at);
  const fresh: number[] = [];
  const misses: number[] = [];
  const span = days * dayMs;
  for (let n = 1; n <= mostSpans && n * span <= mostBack; n++) {
    const from = at - n * span;
    // At the start of a history there are no earlier deals that could have been won.
    if (from < first + span / 2) break;
    await yieldToEventLoop();
    const ended = histories.filter(({ end }) => end?.isWon && end.at > from && end.at <= from + span);
    fresh.push(sumOf(ended.filter(({ createdAt }) => createdAt > from)));
    const chances = chancesOf(judge, histories, from, days, around);
    const variance = chances.reduce((sum, { p, amount }) => sum + p * (1 - p) * amount ** 2, 0);
    const expected = chances.reduce((sum, { p, amount }) => sum + p * amount, 0);
    const became = sumOf(ended.filter(({ createdAt }) => createdAt <= from));
    if (variance > 0) misses.push((became - expected) ** 2 / variance);
  }
  const mean = fresh.reduce((sum, value) => sum + value, 0) / Math.max(1, fresh.length);
  const squares = fresh.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const known = fresh.length;
  return {
    fresh: Math.round(mean),
    wide: Math.round(known < 2 ? mean * 0.5 : Math.sqrt((squares / (known - 1)) * (1 + 1 / known))),
    // Shrunk towards slightly more than chance, as by three more spans.
    spread: Math.sqrt((3 * 1.5 + misses.reduce((sum, miss) => sum + miss, 0)) / (3 + misses.length)),
  };
}

const sumOf = (histories: readonly DealHistory[]): number =>
  histories.reduce((sum, { end }) => sum + (end?.amount ?? 0), 0);

const draws = 2_000;

/**
 * Computes a span's total with its 80 % range by simulation: each open deal is won by its probability, spread
 * as widely as past errors; new deals vary as in past spans.
 */
export function outlookOf(
  won: number,
  chances: readonly Chance[],
  { fresh, wide, spread }: Experience,
): Outlook {
  const open = chances.reduce((sum, { p, amount }) => sum + p * amount, 0);
  const random = seededRandom(Math.round(open) + chances.length);
  const totals = Array.from({ length: draws }, () => {
    const drawn = chances.reduce((sum, { p, amount }) => sum + (random() < p ? amount : 0), 0);
    const here = Math.max(0, open + spread * (drawn - open));
    return won + here + Math.max(0, fresh + wide * normal(random));
  }).sort((a, b) => a - b);
  const bound = (part: number) => Math.round(totals[Math.floor(part * (draws - 1))] ?? 0);
  const total = won + Math.round(open) + fresh;
  // The bounds are drawn and the total is computed: it lies between them, also where all draws are the same.
  const [low, high] = [Math.min(bound(0.1), total), Math.max(bound(0.9), total)];
  return { won, open: Math.round(open), fresh, total, low, high };
}

/**
 * Weighted by stage, as most tools do: amounts × stage probability of deals due in the span or without a
 * close date.
 */
export function stageWeighted(
  histories: readonly DealHistory[],
  at: number,
  days: number,
  probability: (stage: string) => number,
  typical: (history: DealHistory) => number,
): number {
  return histories.reduce((sum, history) => {
    const state = endBy(history, at) ? undefined : stateAt(history, at);
    if (!state || (state.closeBy !== null && state.closeBy > at + days * dayMs)) return sum;
    return sum + ((state.amount ?? typical(history)) * probability(state.stage)) / 100;
  }, 0);
}
