import { dayMs } from '../../kernel/time/moments.js';
import { median } from '../../sales/figures/percentages.js';
import { dealEventsIn } from '../../store/deals/deal-events.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { Db } from '../../store/statements/db.js';

/** Events by which a deal leaves its stage for another. */
const leaving = ['deal.moved', 'deal.back', 'deal.won'];

/** Computes for each stage the median days of the deals that left it in a span, without lost deals. */
export async function daysByStage(db: Db, span: Span): Promise<Map<string, number>> {
  const days = new Map<string, number[]>();
  for (const kind of leaving) {
    for (const { at, before } of await dealEventsIn(db, span, kind)) {
      const since = new Date(String(before?.stageSince)).getTime();
      const stage = before?.stage;
      if (typeof stage !== 'string' || Number.isNaN(since)) continue;
      const here = days.get(stage) ?? [];
      here.push((at.getTime() - since) / dayMs);
      days.set(stage, here);
    }
  }
  return new Map([...days].map(([stage, all]) => [stage, Math.round(median(all) ?? 0)]));
}
