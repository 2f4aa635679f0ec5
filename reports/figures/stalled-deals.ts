import { zonedIn } from '../../crm/words/zoned-dates.js';
import { type StallReason, stallReason } from '../../sales/deals/stall-rules.js';
import { stalledTotals } from '../../store/reports/figure-queries.js';
import {
  type DealAt,
  dealsChangedSince,
  type ListOwner,
  largestStalled,
} from '../../store/reports/report-lists.js';
import type { ReportContext } from '../request/report-context.js';

export interface StalledDeal extends DealAt {
  /** Null if only the next step is overdue. */
  reason: StallReason | null;
}

export interface Stalls {
  count: number;
  /** In minor units. */
  amount: number;
  /** One page of deals, largest amount first. */
  items: StalledDeal[];
}

/**
 * Lists the deals that counted as stalled at a moment. Now is an index range; for a past moment, deals
 * touched since are computed again from their state then.
 */
export async function stalledAt(
  ctx: ReportContext,
  at: Date,
  whose: ListOwner,
  page: { limit: number; offset?: number } = { limit: 0 },
): Promise<Stalls> {
  const { db, process, calendar } = ctx;
  const zoned = zonedIn(ctx.zone);
  const why = (deal: DealAt) => stallReason(deal, at, process, calendar, zoned);
  const unchanged = at < ctx.now;
  const since = await stalledTotals(db, at, whose.teamId, whose.ownerId, unchanged);
  const then = unchanged ? (await dealsChangedSince(db, at, whose)).filter((deal) => why(deal) !== null) : [];
  const until = (page.offset ?? 0) + page.limit;
  const still = page.limit > 0 ? await largestStalled(db, at, whose, { limit: until, unchanged }) : [];
  const worth = (deal: DealAt) => deal.amount ?? -1;
  return {
    count: since.deals + then.length,
    amount: since.amount + then.reduce((sum, deal) => sum + (deal.amount ?? 0), 0),
    items: [...still, ...then]
      .sort((a, b) => worth(b) - worth(a) || a.no - b.no)
      .slice(page.offset ?? 0, until)
      .map((deal) => ({ ...deal, reason: why(deal) })),
  };
}
