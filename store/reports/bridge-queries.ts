import { and, eq, gt, gte, inArray, lte, ne } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';

/** A deal as it stood at a moment. */
export interface DealStood {
  id: string;
  ownerId: string | null;
  teamId: string | null;
  status: 'open' | 'won' | 'lost';
  amount: number | null;
  closeDate: string | null;
}

const page = 500;

/** Every deal that was open at a moment, of all teams. */
export async function openAt(db: Db, at: Date): Promise<DealStood[]> {
  return await openStates(db, { at });
}

const openStates = compiled<{ at: Date }>()(({ q, t: { dealVersions: versions } }, hole) =>
  q
    .select(stood(versions))
    .from(versions)
    .where(and(eq(versions.status, 'open'), gt(versions.validTo, hole.at), lte(versions.validFrom, hole.at))),
);

/** Deals that were closed in a span. */
export async function endedIn(db: Db, span: { from: Date; to: Date }): Promise<{ id: string }[]> {
  return await ended(db, span);
}

const ended = compiled<{ from: Date; to: Date }>()(({ q, t: { dealVersions: versions } }, hole) =>
  q
    .selectDistinct({ id: versions.dealId })
    .from(versions)
    .where(
      and(ne(versions.status, 'open'), gte(versions.validFrom, hole.from), lte(versions.validFrom, hole.to)),
    ),
);

/** How deals stood at a moment; those that were not there yet are left out. */
export async function stoodAt(db: Db, ids: readonly string[], at: Date): Promise<Map<string, DealStood>> {
  const { dealVersions: versions } = db.t;
  const found = new Map<string, DealStood>();
  for (let from = 0; from < ids.length; from += page) {
    const rows = await db.q
      .select(stood(versions))
      .from(versions)
      .where(
        and(
          inArray(versions.dealId, ids.slice(from, from + page)),
          gt(versions.validTo, at),
          lte(versions.validFrom, at),
        ),
      );
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

const stood = (versions: Db['t']['dealVersions']) => ({
  id: versions.dealId,
  ownerId: versions.ownerId,
  teamId: versions.teamId,
  status: versions.status,
  amount: versions.amount,
  closeDate: versions.closeDate,
});
