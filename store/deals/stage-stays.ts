import { and, eq, gte, lt, lte } from 'drizzle-orm';
import type { StageStay } from '../../sales/deals/stage-days.js';
import { isOfTeam, type Span } from '../reports/report-conditions.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/**
 * Where the deals that were created in a span stood from when until when, as it was known at a moment. Of a team are
 * those that were the team's at that moment, as in the funnel.
 */
export async function stageStays(db: Db, { from, to, teamId }: Span, at: Date): Promise<StageStay[]> {
  const rows = await states(db, { from, to, at });
  const theirs = new Set(
    rows.filter((row) => row.to > at && isOfTeam(row.teamId, teamId)).map(({ dealId }) => dealId),
  );
  return rows.filter(({ dealId, status }) => status === 'open' && theirs.has(dealId));
}

const states = compiled<{ from: Date; to: Date; at: Date }>()(
  ({ q, t: { deals, dealVersions: versions } }, hole) =>
    q
      .select({
        dealId: versions.dealId,
        teamId: versions.teamId,
        status: versions.status,
        stage: versions.stage,
        from: versions.validFrom,
        to: versions.validTo,
      })
      .from(deals)
      .innerJoin(versions, eq(versions.dealId, deals.id))
      .where(
        and(gte(deals.createdAt, hole.from), lt(deals.createdAt, hole.to), lte(versions.validFrom, hole.at)),
      ),
);
