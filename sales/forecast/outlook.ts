import { dayMs } from '../../kernel/time/moments.js';
import { type DealPast, endBy, stateAt } from './deal-past.js';
import { normal, seededRandom } from './dice.js';
import { featuresAt, type Surroundings } from './features.js';
import { type ForecastModel, firstOf, predict } from './forecast-model.js';
import type { Standings } from './forecast-records.js';

/** What a span is expected to bring; amounts in minor units. */
export interface Outlook {
  /** Won in the span already. */
  won: number;
  /** Of the deals open now, by the model. */
  open: number;
  /** Of deals that are not there yet, as spans before this one brought. */
  fresh: number;
  total: number;
  /** Eight times out of ten it becomes something between the two. */
  low: number;
  high: number;
}

/** A deal that is open, with what it may bring in the span. */
export interface Chance {
  id: string;
  p: number;
  amount: number;
}

/** What past spans of a length brought from deals that were not there at their beginning, and how the model missed the rest. */
export interface Experience {
  /** In minor units: the mean of what came fresh, and how far apart it was. */
  fresh: number;
  wide: number;
  /** Misses of the open part, as a multiple of what chance alone would make of it. */
  spread: number;
}

/** A longer look back tells of another company. */
const mostSpans = 12;
const mostBack = 730 * dayMs;

/** A share of what is known of the deal's product, else of all: what a deal without an amount is put at. */
export function typicalAmount(products: Standings, past: DealPast, at: number): number {
  const own = products.of(past.product, at);
  const { won, amount } = own.won >= 3 ? own : products.whole(at);
  return won === 0 ? 0 : Math.round(amount / won);
}

/** The chance of each open deal to be won within so many days of a moment. */
export function chancesOf(
  model: ForecastModel,
  pasts: readonly DealPast[],
  at: number,
  days: number,
  around: Surroundings,
): Chance[] {
  return pasts.flatMap((past) => {
    const features = endBy(past, at) ? undefined : featuresAt(past, at, around);
    if (!features) return [];
    const known = features.amount === null ? null : features.amount * model.amountRatio;
    const amount = Math.round(known ?? typicalAmount(around.products, past, at));
    return [{ id: past.id, p: predict(model, features).wonBy(days), amount }];
  });
}

/**
 * What spans before `at` brought to the deals given, which are those of the team asked for. `judge` should have learnt from
 * before them: a model knows its own lessons too well.
 */
export async function experienceOf(
  judge: ForecastModel,
  pasts: readonly DealPast[],
  at: number,
  days: number,
  around: Surroundings,
  breathe: () => Promise<void> = async () => {},
): Promise<Experience> {
  const first = firstOf(pasts, at);
  const fresh: number[] = [];
  const misses: number[] = [];
  const span = days * dayMs;
  for (let n = 1; n <= mostSpans && n * span <= mostBack; n++) {
    const from = at - n * span;
    // The first weeks of a history have no earlier deals that could have been won.
    if (from < first + span / 2) break;
    await breathe();
    const ended = pasts.filter(({ end }) => end?.isWon && end.at > from && end.at <= from + span);
    fresh.push(sumOf(ended.filter(({ createdAt }) => createdAt > from)));
    const chances = chancesOf(judge, pasts, from, days, around);
    const variance = chances.reduce((sum, { p, amount }) => sum + p * (1 - p) * amount ** 2, 0);
    const told = chances.reduce((sum, { p, amount }) => sum + p * amount, 0);
    const became = sumOf(ended.filter(({ createdAt }) => createdAt <= from));
    if (variance > 0) misses.push((became - told) ** 2 / variance);
  }
  const mean = fresh.reduce((sum, value) => sum + value, 0) / Math.max(1, fresh.length);
  const squares = fresh.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const known = fresh.length;
  return {
    fresh: Math.round(mean),
    wide: Math.round(known < 2 ? mean * 0.5 : Math.sqrt((squares / (known - 1)) * (1 + 1 / known))),
    // Drawn to a little more than chance makes, by three spans' worth.
    spread: Math.sqrt((3 * 1.5 + misses.reduce((sum, miss) => sum + miss, 0)) / (3 + misses.length)),
  };
}

const sumOf = (pasts: readonly DealPast[]): number =>
  pasts.reduce((sum, { end }) => sum + (end?.amount ?? 0), 0);

const draws = 2_000;

/**
 * The sum of a span, with the bounds between which it ends eight times out of ten: every open deal is won or not by its
 * chance, spread as far as past spans missed; deals to come bring what past spans brought, as far apart as those were.
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
  return { won, open: Math.round(open), fresh, total, low: bound(0.1), high: bound(0.9) };
}

/** Weighed by stage, as most tools do: what is expected to close in the span, and where no day is known, all of it. */
export function stageWeighted(
  pasts: readonly DealPast[],
  at: number,
  days: number,
  probability: (stage: string) => number,
  typical: (past: DealPast) => number,
): number {
  return pasts.reduce((sum, past) => {
    const state = endBy(past, at) ? undefined : stateAt(past, at);
    if (!state || (state.closeBy !== null && state.closeBy > at + days * dayMs)) return sum;
    return sum + ((state.amount ?? typical(past)) * probability(state.stage)) / 100;
  }, 0);
}
