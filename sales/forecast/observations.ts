import { dayMs } from '../../kernel/time/moments.js';
import { median } from '../figures/percentages.js';
import { type DealHistory, endBy } from './deal-history.js';
import { type Features, featuresAt, type Surroundings } from './features.js';
import type { ForecastModel } from './model-row.js';

/** A deal as it was seen at one moment while it was open. */
export interface Look {
  history: DealHistory;
  features: Features;
}

/** Days between observations of a deal, and most observations per deal and in all. */
export const lookEvery = 14;
const mostLooks = 52;
const mostRows = 16_000;

/** Lists observations of open deals; if there are too many, an even sample. */
export function looksBefore(histories: readonly DealHistory[], asOf: number, around: Surroundings): Look[] {
  const step = lookEvery * dayMs;
  // Range n…m of a deal's observations, counted back from `asOf`.
  const spanOf = (history: DealHistory): [number, number] => {
    const over = endBy(history, asOf)?.at ?? asOf;
    const first = Math.max(1, Math.floor((asOf - over) / step) + (over < asOf ? 1 : 0));
    return [first, Math.min(mostLooks, Math.floor((asOf - history.createdAt) / step))];
  };
  const all = histories.reduce((sum, history) => {
    const [first, last] = spanOf(history);
    return sum + Math.max(0, last - first + 1);
  }, 0);
  const every = Math.max(1, Math.ceil(all / mostRows));
  const looks: Look[] = [];
  let seen = 0;
  for (const history of histories) {
    const [first, last] = spanOf(history);
    for (let n = first; n <= last; n++) {
      if (seen++ % every > 0) continue;
      const features = featuresAt(history, asOf - n * step, around);
      if (features) looks.push({ history, features });
    }
  }
  return looks;
}

/** Ratio of won amounts to the amounts observed before, within 0.6–1.4. */
export function amountRatio(looks: readonly Look[], asOf: number): number {
  let [stood, became] = [0, 0];
  for (const { history, features } of looks) {
    const end = endBy(history, asOf);
    if (!end?.isWon || !end.amount || !features.amount) continue;
    stood += features.amount;
    became += end.amount;
  }
  return stood === 0 ? 1 : Math.max(0.6, Math.min(1.4, became / stood));
}

/** Medians over won deals: days in each stage, and days of silence at an observation. */
export function usualOf(
  looks: readonly Look[],
  histories: readonly DealHistory[],
  asOf: number,
): ForecastModel['usual'] {
  const byStage = new Map<string, number[]>();
  for (const history of histories) {
    if (!endBy(history, asOf)?.isWon) continue;
    for (const [n, { stage, stageSince, to }] of history.states.entries()) {
      if (history.states[n + 1]?.stage === stage) continue;
      const stood = byStage.get(stage) ?? [];
      byStage.set(stage, stood);
      stood.push((to - stageSince) / dayMs);
    }
  }
  const won = looks.filter(({ history }) => endBy(history, asOf)?.isWon);
  return {
    daysInStage: Object.fromEntries(
      [...byStage].map(([stage, all]) => [stage, Math.round(median(all) ?? 0)]),
    ),
    silentDays: Math.round(median(won.map(({ features }) => features.silentDays)) ?? 0),
  };
}
