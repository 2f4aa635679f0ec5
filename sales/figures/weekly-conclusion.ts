import { type Change, change, percentOf } from './percentages.js';

/** Figures of one week; amounts in minor units. From `openCount` on they are as of the week's end. */
export interface WeekFigures {
  newLeads: number;
  followUps: number;
  visits: number;
  newDeals: number;
  newDealAmount: number;
  moved: number;
  wonCount: number;
  wonAmount: number;
  lostCount: number;
  lostAmount: number;
  openCount: number;
  openAmount: number;
  stalledCount: number;
  stalledAmount: number;
  /** Leads past their response deadline without a follow-up. */
  unansweredLeads: number;
  overdueTasks: number;
}

export type WeekChanges = { [K in keyof WeekFigures]: Change };

/** Compares each figure with the week before. */
export function weekChanges(week: WeekFigures, before: WeekFigures): WeekChanges {
  return {
    newLeads: change(week.newLeads, before.newLeads),
    followUps: change(week.followUps, before.followUps),
    visits: change(week.visits, before.visits),
    newDeals: change(week.newDeals, before.newDeals),
    newDealAmount: change(week.newDealAmount, before.newDealAmount),
    moved: change(week.moved, before.moved),
    wonCount: change(week.wonCount, before.wonCount),
    wonAmount: change(week.wonAmount, before.wonAmount),
    lostCount: change(week.lostCount, before.lostCount),
    lostAmount: change(week.lostAmount, before.lostAmount),
    openCount: change(week.openCount, before.openCount),
    openAmount: change(week.openAmount, before.openAmount),
    stalledCount: change(week.stalledCount, before.stalledCount),
    stalledAmount: change(week.stalledAmount, before.stalledAmount),
    unansweredLeads: change(week.unansweredLeads, before.unansweredLeads),
    overdueTasks: change(week.overdueTasks, before.overdueTasks),
  };
}

/** The week in one sentence, as data. */
export type Headline =
  | { kind: 'won'; count: number; amount: Change }
  /** Nothing was won, unlike the week before. */
  | { kind: 'no-win'; amount: Change }
  /** Nothing was won in either week, but the pipeline moved. */
  | { kind: 'pipeline'; newDeals: number; moved: number; openAmount: Change }
  | { kind: 'activity'; followUps: Change; newLeads: number }
  /** Nothing happened. */
  | { kind: 'quiet'; openCount: number };

/** The most urgent problem, as data. */
export type Worry =
  /** `share`: percent of the open amount, or of the open count if no amounts are known. */
  | { kind: 'stalled'; count: number; amount: number; share: number }
  | { kind: 'unanswered'; count: number }
  | { kind: 'overdue'; count: number };

export interface Conclusion {
  headline: Headline;
  worry: Worry | null;
}

/** Percent of the pipeline from which stalled deals outweigh single leads and tasks. */
const heavyShare = 25;

/**
 * Concludes the week. The headline is the first that applies: won, no win after a week with one, pipeline
 * moved, activity, nothing. The worry is the first of: a heavy part of the pipeline stalled, leads
 * unanswered, tasks overdue, anything stalled.
 */
export function weeklyConclusion(week: WeekFigures, before: WeekFigures): Conclusion {
  return { headline: headline(week, before), worry: worry(week) };
}

function headline(week: WeekFigures, before: WeekFigures): Headline {
  const amount = change(week.wonAmount, before.wonAmount);
  if (week.wonCount > 0) return { kind: 'won', count: week.wonCount, amount };
  if (before.wonCount > 0) return { kind: 'no-win', amount };
  if (week.newDeals + week.moved > 0) {
    const openAmount = change(week.openAmount, before.openAmount);
    return { kind: 'pipeline', newDeals: week.newDeals, moved: week.moved, openAmount };
  }
  if (week.followUps + week.newLeads > 0) {
    const followUps = change(week.followUps, before.followUps);
    return { kind: 'activity', followUps, newLeads: week.newLeads };
  }
  return { kind: 'quiet', openCount: week.openCount };
}

function worry(week: WeekFigures): Worry | null {
  const { stalledCount: count, stalledAmount: amount } = week;
  const share = percentOf(amount, week.openAmount) ?? percentOf(count, week.openCount) ?? 0;
  const stalled: Worry = { kind: 'stalled', count, amount, share };
  if (count > 0 && share >= heavyShare) return stalled;
  if (week.unansweredLeads > 0) return { kind: 'unanswered', count: week.unansweredLeads };
  if (week.overdueTasks > 0) return { kind: 'overdue', count: week.overdueTasks };
  return count > 0 ? stalled : null;
}
