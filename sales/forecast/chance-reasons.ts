import type { Features } from './features.js';
import { type FeatureGroup, type ForecastModel, featureGroups } from './model-row.js';
import { predict } from './predict-outcome.js';

/** What raises or lowers a deal's chance, with figures for the texts to word. */
export interface Reason {
  group: FeatureGroup;
  /** Chance with it minus chance without it, −1…1. */
  effect: number;
  days?: number;
  /** The usual value among won deals. */
  usual?: number;
  count?: number;
  standing?: { won: number; closed: number };
}

/** Effects below three percentage points are not reported. */
const leastEffect = 0.03;

/**
 * Finds what most affects a deal's chance of being won: removes each feature group in turn, strongest effect
 * first.
 */
export function reasonsOf(model: ForecastModel, features: Features, limit = 3): Reason[] {
  const { ever } = predict(model, features);
  return (Object.keys(featureGroups) as FeatureGroup[])
    .map((group) => ({
      ...figuresOf(model, features, group),
      effect: ever - predict(model, features, group).ever,
    }))
    .filter((reason) => Math.abs(reason.effect) >= leastEffect && fits(reason))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, limit);
}

/**
 * Whether the words for a reason say why the chance is higher or lower: a long silence does not raise it. The model weighs a
 * group's features together, so that one of them may go against what is told of the group.
 */
function fits({ group, effect, days = 0, usual, count = 0 }: Reason): boolean {
  const raises = effect > 0;
  switch (group) {
    case 'silence':
    case 'stageTime':
      return usual === undefined || raises === days <= usual;
    case 'slips':
      return raises === (count === 0);
    case 'closeDate':
      return !raises || days >= 0;
    default:
      return true;
  }
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
