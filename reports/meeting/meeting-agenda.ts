import { type Concern, concernsOf, sortByRisk } from '../../sales/deals/meeting-concerns.js';
import { valueAtRisk } from '../../sales/deals/value-at-risk.js';
import type { TrainedForecast } from '../../sales/forecast/trained-forecast.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { modelBetween } from '../../store/deals/forecast-queries.js';
import { stepsPlannedAt } from '../../store/deals/next-steps-at.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { DealAt } from '../../store/reports/report-lists.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { goodFor, type Learnt } from '../figures/forecaster.js';
import { standingDeals } from '../figures/open-deals.js';
import { stalledAt } from '../figures/stalled-deals.js';
import type { ReportContext } from '../request/report-context.js';

/** An open deal that the meeting should discuss. */
export interface Matter {
  dealId: string;
  no: number;
  /** Value at risk, in minor units. */
  risk: number;
  concerns: Concern[];
}

/** Most stalled deals read for why they stalled. */
const looked = 500;

/** Minor units in one unit of the currency. */
const minorUnits = 100;

/** Lists a team's or person's open deals to discuss, most value at risk first. */
export async function agendaOf(
  ctx: ReportContext,
  whose: { at: Date; teamId?: TeamFilter; ownerId?: string },
): Promise<Matter[]> {
  const { db, process } = ctx;
  const { at } = whose;
  const deals = await standingDeals(ctx, await lessonsKept(db, at), whose);
  const stalls = new Map(
    (await stalledAt(ctx, at, whose, { limit: looked })).items.map((one) => [one.id, one]),
  );
  const planned = await stepsPlannedAt(
    db,
    deals.map(({ past }) => past),
    at,
  );
  const bigFrom = process.alerts.bigDeal.above * minorUnits;
  const matters: Matter[] = [];
  for (const { past, state, features, isGhost } of deals) {
    const known = {
      stall: stallOf(stalls.get(past.id)),
      slips: features.slips,
      closeBy: state.closeBy === null ? null : new Date(state.closeBy),
      isGhost,
      hasNextStep: planned.has(past.id),
      amount: state.amount,
    };
    const concerns = concernsOf(known, at, bigFrom);
    const deal = concerns.length > 0 ? await dealById(db, past.id) : undefined;
    if (!deal) continue;
    matters.push({ dealId: past.id, no: deal.no, risk: valueAtRisk(state, process), concerns });
  }
  return sortByRisk(matters);
}

const stallOf = (deal: (DealAt & { reason: StallWhy | null }) | undefined) =>
  deal ? (deal.reason ?? ('plan-over' as const)) : null;

type StallWhy = { reason: 'no-activity' | 'too-long'; daysSince: number };

/**
 * Returns the last stored model unless it is too old. Reports train one if none is stored, but this runs
 * inside an act, while others wait.
 */
export async function lessonsKept(db: Db, at: Date): Promise<Learnt> {
  const kept = await modelBetween(db, { from: new Date(at.getTime() - goodFor), to: at });
  return kept ? (kept.body as TrainedForecast) : { closed: 0, needed: 0 };
}

/** Says in words why a deal should be discussed. */
export function concernWords(
  { locale }: Pick<ReportContext, 'locale'>,
  concerns: readonly Concern[],
): string {
  const t = textsIn(locale).meeting;
  return formatsIn(locale).clauses(concerns.map(({ kind, figure }) => t.why[kind](figure)));
}

/** Returns a deal's concerns, or none if it is no longer on the list. */
export const concernsFor = (matters: readonly Matter[], deal: Pick<Deal, 'id'>): Concern[] =>
  matters.find((one) => one.dealId === deal.id)?.concerns ?? [];
