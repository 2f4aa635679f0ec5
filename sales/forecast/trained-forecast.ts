import { dayMs } from '../../kernel/time/moments.js';
import { type DealHistory, endBy } from './deal-history.js';
import { featuresAt, type Surroundings, surroundingsOf } from './features.js';
import { historyGap, trainForecast } from './forecast-model.js';
import { type StoredStandings, standingsFrom } from './forecast-records.js';
import { type CalibrationBin, calibrationBins, type ScoredForecast } from './forecast-scores.js';
import type { ForecastModel } from './model-row.js';
import { type Experience, experienceOf } from './outlook.js';
import { predict } from './predict-outcome.js';

/** All a forecast needs besides the open deals: numbers, stored as JSON. */
export interface TrainedForecast {
  model: ForecastModel;
  owners: StoredStandings;
  products: StoredStandings;
  customers: StoredStandings;
  /** By team id ('' is the company) and length of the span in days. */
  experience: Record<string, Record<string, Experience>>;
  /** Calibration of an earlier model's 90-day predictions. */
  bins: CalibrationBin[];
}

/** Lengths in days of the past spans used; others are interpolated. */
const spans = [7, 14, 30, 60, 90];

/** Age of the model that judges recent months. */
const earlierByMs = 180 * dayMs;

const horizonMs = 90 * dayMs;

/**
 * Trains on all deals up to `asOf`; if too few have ended, returns how many there are and how many are
 * needed.
 */
export async function learnForecast(
  histories: readonly DealHistory[],
  asOf: number,
  teamIds: readonly string[],
  yieldToEventLoop?: () => Promise<void>,
): Promise<TrainedForecast | { closed: number; needed: number }> {
  const model = await trainForecast(histories, asOf, yieldToEventLoop);
  if (!model) return historyGap(histories, asOf) ?? { closed: 0, needed: 0 };
  const elder = (await trainForecast(histories, asOf - earlierByMs, yieldToEventLoop)) ?? model;
  const around = surroundingsOf(histories);
  const experience: TrainedForecast['experience'] = {};
  const teamOf = ({ states }: DealHistory) => states.at(-1)?.teamId ?? '';
  for (const team of ['', ...teamIds]) {
    const teamHistories = team === '' ? histories : histories.filter((history) => teamOf(history) === team);
    experience[team] = {};
    for (const days of spans)
      experience[team][days] = await experienceOf(elder, teamHistories, asOf, days, around, yieldToEventLoop);
  }
  return {
    model,
    owners: around.owners.keptAt(asOf),
    products: around.products.keptAt(asOf),
    customers: around.customers.keptAt(asOf),
    experience,
    bins: elder === model ? [] : calibrationBins(predictionsBy(elder, histories, asOf, around)),
  };
}

/** Lists a model's predictions whose 90 days are over, with their outcome. */
function predictionsBy(
  model: ForecastModel,
  histories: readonly DealHistory[],
  asOf: number,
  around: Surroundings,
): ScoredForecast[] {
  const all: ScoredForecast[] = [];
  for (let at = model.asOf; at + horizonMs <= asOf; at += 14 * dayMs) {
    for (const history of histories) {
      const features = endBy(history, at) ? undefined : featuresAt(history, at, around);
      if (!features) continue;
      const happened = endBy(history, at + horizonMs)?.isWon === true;
      all.push({ p: predict(model, features).wonBy(90), happened });
    }
  }
  return all;
}

/** Reads the track records stored with the trained forecast. */
export const surroundingsIn = ({ owners, products, customers }: TrainedForecast): Surroundings => ({
  owners: standingsFrom(owners),
  products: standingsFrom(products),
  customers: standingsFrom(customers),
});

/** The experience of teams with spans of `days`; a team without any uses the company's. */
export function experienceFor(
  trained: TrainedForecast,
  teamIds: readonly string[],
  days: number,
): Experience {
  const of = (team: string) => between(trained.experience[team] ?? {}, days);
  const known = teamIds.filter((team) => trained.experience[team]);
  const parts = (known.length > 0 ? known : ['']).map(of);
  const sum = (value: (part: Experience) => number) => parts.reduce((all, part) => all + value(part), 0);
  return {
    fresh: sum(({ fresh }) => fresh),
    wide: Math.sqrt(sum(({ wide }) => wide ** 2)),
    spread: sum(({ spread }) => spread) / parts.length,
  };
}

function between(bySpan: Record<string, Experience>, days: number): Experience {
  const none = { fresh: 0, wide: 0, spread: 1.2 };
  const at = (span: number | undefined) => (span === undefined ? none : (bySpan[span] ?? none));
  const upper = spans.find((span) => span >= days);
  const lower = spans.findLast((span) => span <= days);
  const last = spans.at(-1) ?? 1;
  if (upper === undefined) return scaled(at(last), days / last);
  if (lower === undefined) return scaled(at(upper), days / upper);
  if (upper === lower) return at(upper);
  const part = (days - lower) / (upper - lower);
  const mix = (of: (one: Experience) => number) => of(at(lower)) * (1 - part) + of(at(upper)) * part;
  return {
    fresh: Math.round(mix(({ fresh }) => fresh)),
    wide: Math.round(mix(({ wide }) => wide)),
    spread: mix(({ spread }) => spread),
  };
}

const scaled = ({ fresh, wide, spread }: Experience, by: number): Experience => ({
  fresh: Math.round(fresh * by),
  wide: Math.round(wide * Math.sqrt(by)),
  spread,
});
