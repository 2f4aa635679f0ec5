import { dayMs } from '../../kernel/time/moments.js';
import { type Reason, reasonsOf } from '../../sales/forecast/chance-reasons.js';
import { type DealHistory, type DealState, stateAt } from '../../sales/forecast/deal-history.js';
import { type Features, featuresAt, surroundingsOf } from '../../sales/forecast/features.js';
import { type Evidence, evidenceOf, isGhost } from '../../sales/forecast/ghosts.js';
import { typicalAmount } from '../../sales/forecast/outlook.js';
import { type Outcome, predict } from '../../sales/forecast/predict-outcome.js';
import { surroundingsIn } from '../../sales/forecast/trained-forecast.js';
import { openHistories } from '../../store/deals/deal-histories.js';
import type { ForecastCategory } from '../../store/deals/forecast-queries.js';
import { calledAt, stepsPlannedAt } from '../../store/deals/next-steps-at.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { ReportContext } from '../request/report-context.js';
import { isTrained, type Learnt } from './forecaster.js';

/** A deal that is open at a moment, with its forecast. */
export interface StandingDeal {
  past: DealHistory;
  state: DealState;
  features: Features;
  called: ForecastCategory | null;
  /** Expected amount: the deal's own, else what its product usually brings, in minor units. */
  amount: number;
  /** Absent without a trained model. */
  outcome?: Outcome;
  evidence: Evidence[];
  /** Whether its team records follow-ups; if not, silence is no reason. */
  isKept: boolean;
  isGhost: boolean;
}

/** A team counts as recording follow-ups if its last one is at most this old, in ms. */
const lately = 90 * dayMs;

/** Lists a team's or person's open deals at a moment. */
export async function standingDeals(
  { db }: ReportContext,
  learnt: Learnt,
  whose: { at: Date; teamId?: TeamFilter; ownerId?: string },
): Promise<StandingDeal[]> {
  const pasts = await openHistories(db, whose);
  const ids = pasts.map(({ id }) => id);
  const planned = await stepsPlannedAt(db, pasts, whose.at);
  const called = await calledAt(db, ids, whose.at);
  const around = isTrained(learnt) ? surroundingsIn(learnt) : surroundingsOf([]);
  const model = isTrained(learnt) ? learnt.model : undefined;
  const at = whose.at.getTime();
  const isKept = pasts.some(({ contacts }) => (contacts.at(-1) ?? 0) > at - lately);
  return pasts.flatMap((past) => {
    const state = stateAt(past, at);
    const features = featuresAt(past, at, around);
    if (!state || !features) return [];
    const outcome = model && predict(model, features);
    const evidence = evidenceOf(features, {
      model,
      chance: outcome?.ever,
      hasNextStep: planned.has(past.id),
      isKept,
    });
    const ratio = model?.amountRatio ?? 1;
    const amount =
      state.amount === null ? typicalAmount(around.products, past, at) : Math.round(state.amount * ratio);
    return [
      {
        past,
        state,
        features,
        called: called.get(past.id) ?? null,
        amount,
        outcome,
        evidence,
        isKept,
        isGhost: isGhost(evidence, isKept),
      },
    ];
  });
}

/** Lists the reasons for a deal's chance, strongest first; none without a model. */
export function reasonsFor(learnt: Learnt, { features, isKept }: StandingDeal): Reason[] {
  const reasons = isTrained(learnt) ? reasonsOf(learnt.model, features) : [];
  return isKept ? reasons : reasons.filter(({ group }) => group !== 'silence');
}
