import { and, eq, gte, inArray, lte, ne } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import { validAt } from '../statements/conditions.js';
import type { Db } from '../statements/db.js';
import { inPages } from '../statements/pages.js';

/** A deal's state at a moment. */
export interface DealStateAt {
  id: string;
  ownerId: string | null;
  teamId: string | null;
  status: 'open' | 'won' | 'lost';
  amount: number | null;
  closeDate: string | null;
}

/** Lists the deals of all teams that were open at `at`. */
export async function openDealStates(db: Db, at: Date): Promise<DealStateAt[]> {
  return await openStates(db, { at });
}

const openStates = compiled<{ at: Date }>()(({ q, t: { dealVersions: versions } }, param) =>
  q
    .select(stateColumns(versions))
    .from(versions)
    .where(and(eq(versions.status, 'open'), validAt(versions, param.at))),
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
  const rows = await inPages(ids, (some) =>
    db.q
      .select(stateColumns(versions))
      .from(versions)
      .where(and(inArray(versions.dealId, some), validAt(versions, at))),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const stateColumns = (versions: Db['t']['dealVersions']) => ({
  id: versions.dealId,
  ownerId: versions.ownerId,
  teamId: versions.teamId,
  status: versions.status,
  amount: versions.amount,
  closeDate: versions.closeDate,
});
