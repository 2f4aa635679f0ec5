import { and, eq, gt, gte, inArray, lte, ne } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** A deal's state at a moment. */
export interface DealStateAt {
  id: string;
  ownerId: string | null;
  teamId: string | null;
  status: 'open' | 'won' | 'lost';
  amount: number | null;
  closeDate: string | null;
}

const pageSize = 500;

/** Lists the deals of all teams that were open at `at`. */
export async function openDealStates(db: Db, at: Date): Promise<DealStateAt[]> {
  return await openStates(db, { at });
}

const openStates = compiled<{ at: Date }>()(({ q, t: { dealVersions: versions } }, param) =>
  q
    .select(stateColumns(versions))
    .from(versions)
    .where(
      and(eq(versions.status, 'open'), gt(versions.validTo, param.at), lte(versions.validFrom, param.at)),
    ),
);

/** Lists deals closed in a span. */
export async function dealsEndedIn(db: Db, span: { from: Date; to: Date }): Promise<{ id: string }[]> {
  return await closedIn(db, span);
}

const closedIn = compiled<{ from: Date; to: Date }>()(({ q, t: { dealVersions: versions } }, param) =>
  q
    .selectDistinct({ id: versions.dealId })
    .from(versions)
    .where(
      and(
        ne(versions.status, 'open'),
        gte(versions.validFrom, param.from),
        lte(versions.validFrom, param.to),
      ),
    ),
);

/** Reads the states of deals at `at`; deals that did not exist yet are left out. */
export async function dealStatesAt(
  db: Db,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, DealStateAt>> {
  const { dealVersions: versions } = db.t;
  const found = new Map<string, DealStateAt>();
  for (let from = 0; from < ids.length; from += pageSize) {
    const rows = await db.q
      .select(stateColumns(versions))
      .from(versions)
      .where(
        and(
          inArray(versions.dealId, ids.slice(from, from + pageSize)),
          gt(versions.validTo, at),
          lte(versions.validFrom, at),
        ),
      );
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

const stateColumns = (versions: Db['t']['dealVersions']) => ({
  id: versions.dealId,
  ownerId: versions.ownerId,
  teamId: versions.teamId,
  status: versions.status,
  amount: versions.amount,
  closeDate: versions.closeDate,
});
