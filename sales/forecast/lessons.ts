import { dayMs } from '../../kernel/time/moments.js';
import { type DealPast, endBy } from './deal-past.js';
import { featuresAt, type Surroundings, surroundingsOf } from './features.js';
import { type ForecastModel, lacking, predict, trainForecast } from './forecast-model.js';
import { type KeptStandings, kept } from './forecast-records.js';
import { type CalibrationBin, calibrationBins, type ScoredForecast } from './forecast-scores.js';
import { type Experience, experienceOf } from './outlook.js';

/** All that a forecast needs beside the deals that are open: numbers, to be kept as JSON. */
export interface Lessons {
  model: ForecastModel;
  owners: KeptStandings;
  products: KeptStandings;
  customers: KeptStandings;
  /** By team ('' is the company) and by length of the span in days. */
  experience: Record<string, Record<string, Experience>>;
  /** What an earlier model told of 90 days, and what part of it happened. */
  bins: CalibrationBin[];
}

/** Lengths of which past spans are looked at; others lie between two. */
const spans = [7, 14, 30, 60, 90];

/** How much earlier the model learnt that judges the last months. */
const elderBy = 180 * dayMs;

const told = 90 * dayMs;

/** Learns from all deals up to a moment; what is lacking where there are too few that ended. */
export async function learn(
  pasts: readonly DealPast[],
  asOf: number,
  teamIds: readonly string[],
  breathe?: () => Promise<void>,
): Promise<Lessons | { closed: number; needed: number }> {
  const model = await trainForecast(pasts, asOf, breathe);
  if (!model) return lacking(pasts, asOf) ?? { closed: 0, needed: 0 };
  const elder = (await trainForecast(pasts, asOf - elderBy, breathe)) ?? model;
  const around = surroundingsOf(pasts);
  const experience: Lessons['experience'] = {};
  const teamOf = ({ states }: DealPast) => states.at(-1)?.teamId ?? '';
  for (const team of ['', ...teamIds]) {
    const theirs = team === '' ? pasts : pasts.filter((past) => teamOf(past) === team);
    experience[team] = {};
    for (const days of spans)
      experience[team][days] = await experienceOf(elder, theirs, asOf, days, around, breathe);
  }
  return {
    model,
    owners: around.owners.keptAt(asOf),
    products: around.products.keptAt(asOf),
    customers: around.customers.keptAt(asOf),
    experience,
    bins: elder === model ? [] : calibrationBins(toldBy(elder, pasts, asOf, around)),
  };
}

/** What a model told since it learnt, of looks whose 90 days are over. */
function toldBy(
  model: ForecastModel,
  pasts: readonly DealPast[],
  asOf: number,
  around: Surroundings,
): ScoredForecast[] {
  const all: ScoredForecast[] = [];
  for (let at = model.asOf; at + told <= asOf; at += 14 * dayMs) {
    for (const past of pasts) {
      const features = endBy(past, at) ? undefined : featuresAt(past, at, around);
      if (!features) continue;
      const happened = endBy(past, at + told)?.isWon === true;
      all.push({ p: predict(model, features).wonBy(90), happened });
    }
  }
  return all;
}

export const surroundingsIn = ({ owners, products, customers }: Lessons): Surroundings => ({
  owners: kept(owners),
  products: kept(products),
  customers: kept(customers),
});

/** Of a team or of several, what spans of so many days brought; the company's share where a team has none. */
export function experienceFor(lessons: Lessons, teamIds: readonly string[], days: number): Experience {
  const of = (team: string) => between(lessons.experience[team] ?? {}, days);
  const known = teamIds.filter((team) => lessons.experience[team]);
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
