import type { Features } from './features.js';
import type { ForecastModel } from './model-row.js';

/** Evidence that a deal is inactive though open; figures for the texts to word. */
export interface Evidence {
  kind: 'silent' | 'stuck' | 'overdue' | 'slipped' | 'no-step' | 'unlikely';
  figure: number;
  usual?: number;
}

/** Limits in days if the team's own history gives none. */
const limits = { silent: 30, stuck: 45 };

/**
 * Lists the evidence that a deal is inactive. `chance`: probability of winning at any time, if there is a
 * model. `isKept`: whether the team logs its follow-ups here; if not, silence means nothing. A next step
 * planned for a later day outweighs everything.
 */
export function evidenceOf(
  features: Features,
  given: { model?: ForecastModel; chance?: number; hasNextStep: boolean; isKept: boolean },
): Evidence[] {
  if (given.hasNextStep && given.isKept && features.silentDays < limits.silent) return [];
  const usual = given.model?.usual.daysInStage[features.stage];
  const stuckAfter = usual === undefined ? limits.stuck : Math.max(21, usual * 3);
  const found: (Evidence | false)[] = [
    given.isKept &&
      features.silentDays >= limits.silent && { kind: 'silent', figure: Math.floor(features.silentDays) },
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

/**
 * Whether the evidence suffices: three pieces (two if the team logs no follow-ups), one of them silence or no
 * progress.
 */
export const isGhost = (evidence: readonly Evidence[], isKept: boolean): boolean =>
  evidence.length >= (isKept ? 3 : 2) && evidence.some(({ kind }) => kind === 'silent' || kind === 'stuck');
