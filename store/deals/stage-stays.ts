import { and, eq, gte, lt, lte } from 'drizzle-orm';
import type { StageStay } from '../../sales/deals/stage-days.js';
import { isOfTeam, type Span } from '../reports/report-conditions.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/**
 * Lists the stage stays (from, to) of deals created in a span, as known at `at`. A team's deals are those
 * that were the team's at `at`, as in the funnel.
 */
export async function stageStays(db: Db, { from, to, teamId }: Span, at: Date): Promise<StageStay[]> {
  const rows = await stayRows(db, { from, to, at });
  const ofTeam = new Set(
    rows.filter((row) => row.to > at && isOfTeam(row.teamId, teamId)).map(({ dealId }) => dealId),
  );
  return rows.filter(({ dealId, status }) => status === 'open' && ofTeam.has(dealId));
}

const stayRows = compiled<{ from: Date; to: Date; at: Date }>()(
  ({ q, t: { deals, dealVersions: versions } }, param) =>
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
        and(
          gte(deals.createdAt, param.from),
          lt(deals.createdAt, param.to),
          lte(versions.validFrom, param.at),
        ),
      ),
);
