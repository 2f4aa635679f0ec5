import { dealEventsIn } from '../../store/deals/deal-events.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { Db } from '../../store/statements/db.js';

/** Counts deals whose close date was postponed in a span. */
export async function slippedIn(db: Db, span: Span): Promise<number> {
  const changes = await dealEventsIn(db, span, 'deal.changed');
  const slipped = changes.filter(({ before, after }) => {
    const [was, is] = [before?.closeDate, after?.closeDate];
    return typeof was === 'string' && typeof is === 'string' && is > was;
  });
  return new Set(slipped.map(({ recordId }) => recordId)).size;
}
