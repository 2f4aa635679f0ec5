import type { Features } from './features.js';
import { type FeatureGroup, type ForecastModel, featureGroups, predict } from './forecast-model.js';

/** What raises or lowers a deal's chance, with the figures that say why; texts make words of it. */
export interface Reason {
  group: FeatureGroup;
  /** What it is worth: the chance with it less the chance without, -1…1. */
  effect: number;
  days?: number;
  /** What is usual among won deals. */
  usual?: number;
  count?: number;
  standing?: { won: number; closed: number };
}

/** Less than three points of a hundred is no reason. */
const least = 0.03;

/** What tells most about a deal's chance to be won at last: each taken away in turn, the strongest first. */
export function reasonsOf(model: ForecastModel, features: Features, most = 3): Reason[] {
  const { ever } = predict(model, features);
  return (Object.keys(featureGroups) as FeatureGroup[])
    .map((group) => ({
      ...figuresOf(model, features, group),
      effect: ever - predict(model, features, group).ever,
    }))
    .filter(({ effect }) => Math.abs(effect) >= least)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, most);
}

function figuresOf(model: ForecastModel, features: Features, group: FeatureGroup): Omit<Reason, 'effect'> {
  const usual = model.usual.daysInStage[features.stage];
  switch (group) {
    case 'stageTime':
      return { group, days: Math.round(features.daysInStage), ...(usual === undefined ? {} : { usual }) };
    case 'age':
      return { group, days: Math.round(features.age) };
    case 'silence':
      return {
        group,
        days: Math.round(features.silentDays),
        count: features.contacts,
        usual: model.usual.silentDays,
      };
    case 'slips':
      return { group, count: features.slips };
    case 'closeDate':
      return { group, ...(features.closesIn === null ? {} : { days: Math.round(features.closesIn) }) };
    case 'owner':
    case 'product':
    case 'customer':
      return { group, standing: features[group] };
    default:
      return { group };
  }
}
