import type { Features } from './features.js';
import type { ForecastModel } from './forecast-model.js';

/** Why a deal looks open only for show; figures, of which texts make words. */
export interface Evidence {
  kind: 'silent' | 'stuck' | 'overdue' | 'slipped' | 'no-step' | 'unlikely';
  figure: number;
  usual?: number;
}

/** What is long, where a team's own history says nothing, in days. */
const long = { silent: 30, stuck: 45 };

/**
 * What speaks for a deal being open only for show. `chance`: of being won at last, where there is a model. `isKept`: whether
 * the team writes its follow-ups down here at all; if not, silence says nothing. A next step that is planned for a day to come
 * speaks against it, whatever else is true.
 */
export function evidenceOf(
  features: Features,
  given: { model?: ForecastModel; chance?: number; hasNextStep: boolean; isKept: boolean },
): Evidence[] {
  if (given.hasNextStep && given.isKept && features.silentDays < long.silent) return [];
  const usual = given.model?.usual.daysInStage[features.stage];
  const stuckAfter = usual === undefined ? long.stuck : Math.max(21, usual * 3);
  const found: (Evidence | false)[] = [
    given.isKept &&
      features.silentDays >= long.silent && { kind: 'silent', figure: Math.floor(features.silentDays) },
    features.daysInStage >= stuckAfter && {
      kind: 'stuck',
      figure: Math.floor(features.daysInStage),
      ...(usual === undefined ? {} : { usual }),
    },
    features.closesIn !== null &&
      features.closesIn < -7 && { kind: 'overdue', figure: Math.floor(-features.closesIn) },
    features.slips >= 2 && { kind: 'slipped', figure: features.slips },
    given.isKept && !given.hasNextStep && { kind: 'no-step', figure: 0 },
    given.chance !== undefined &&
      given.chance < 0.1 && { kind: 'unlikely', figure: Math.round(given.chance * 100) },
  ];
  return found.filter((one) => one !== false);
}

/** Whether the evidence is enough: three pieces (two where nothing is written down), one of them silence or standing still. */
export const isGhost = (evidence: readonly Evidence[], isKept: boolean): boolean =>
  evidence.length >= (isKept ? 3 : 2) && evidence.some(({ kind }) => kind === 'silent' || kind === 'stuck');
