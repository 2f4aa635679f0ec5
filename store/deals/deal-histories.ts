import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lte, type SQL } from 'drizzle-orm';
import { dayMs } from '../../kernel/time/moments.js';
import type { DealHistory, DealState } from '../../sales/forecast/deal-history.js';
import type { TeamFilter } from '../reports/report-conditions.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Deals read per query. */
const page = 500;

/**
 * Reads, in pages ordered by deal id, the histories of deals created from `from` to `at`, as known at `at`: a
 * deal closed later counts as open.
 */
export async function* historiesCreated(
  db: Db,
  { from, at }: { from: Date; at: Date },
): AsyncGenerator<DealHistory[]> {
  const { deals } = db.t;
  let after = '';
  for (;;) {
    const rows = await db.q
      .select(headOf(db))
      .from(deals)
      .where(and(gt(deals.id, after), gte(deals.createdAt, from), lte(deals.createdAt, at)))
      .orderBy(asc(deals.id))
      .limit(atMost(page));
    const last = rows.at(-1);
    if (!last) return;
    yield await historiesOf(db, rows, at);
    if (rows.length < page) return;
    after = last.id;
  }
}

/** Finds when a deal was last created or closed, or undefined if there are no deals. */
export async function lastChange(db: Db): Promise<Date | undefined> {
  const { deals } = db.t;
  const [created] = await db.q
    .select({ at: deals.createdAt })
    .from(deals)
    .orderBy(desc(deals.createdAt))
    .limit(atMost(1));
  const [closed] = await db.q
    .select({ at: deals.closedAt })
    .from(deals)
    .where(isNotNull(deals.closedAt))
    .orderBy(desc(deals.closedAt))
    .limit(atMost(1));
  if (!created) return undefined;
  return new Date(Math.max(created.at.getTime(), closed?.at?.getTime() ?? 0));
}

/** Reads the histories of the deals that were open at `given.at`, optionally of one team or owner. */
export async function openHistories(
  db: Db,
  given: { at: Date; teamId?: TeamFilter; ownerId?: string },
): Promise<DealHistory[]> {
  const { deals } = db.t;
  const ids = (await openIds(db, given)).map(({ id }) => id);
  const histories: DealHistory[] = [];
  for (let from = 0; from < ids.length; from += page) {
    const rows = await db.q
      .select(headOf(db))
      .from(deals)
      .where(inArray(deals.id, ids.slice(from, from + page)));
    histories.push(...(await historiesOf(db, rows, given.at)));
  }
  return histories;
}

const openIds = compiled<{ at: Date; teamId?: TeamFilter; ownerId?: string }>()(
  ({ q, t: { dealVersions: versions } }, param) =>
    q
      .select({ id: versions.dealId })
      .from(versions)
      .where(
        and(
          eq(versions.status, 'open'),
          gt(versions.validTo, param.at),
          lte(versions.validFrom, param.at),
          eqIfGiven(versions.teamId, param.teamId),
          eqIfGiven(versions.ownerId, param.ownerId),
        ),
      ),
);

const headOf = ({ t: { deals } }: Db) => ({
  id: deals.id,
  createdAt: deals.createdAt,
  customerId: deals.customerId,
  product: deals.product,
});

type Head = { id: string; createdAt: Date; customerId: string; product: string | null };

async function historiesOf(db: Db, heads: readonly Head[], at: Date): Promise<DealHistory[]> {
  const { dealVersions: versions, followUps } = db.t;
  const ids = heads.map(({ id }) => id);
  const isAmong = (column: Parameters<typeof inArray>[0]): SQL => inArray(column, ids);
  const states = await db.q
    .select()
    .from(versions)
    .where(and(isAmong(versions.dealId), lte(versions.validFrom, at)))
    .orderBy(asc(versions.dealId), asc(versions.version));
  const contacts = await db.q
    .select({ dealId: followUps.dealId, at: followUps.at })
    .from(followUps)
    .where(and(isAmong(followUps.dealId), lte(followUps.at, at), eq(followUps.undone, false)))
    .orderBy(asc(followUps.dealId), asc(followUps.at));
  const byDeal = grouped(states, (state) => state.dealId);
  const contactsByDeal = grouped(contacts, (contact) => contact.dealId ?? '');
  return heads.map(({ id, createdAt, customerId, product }) => {
    const all = byDeal.get(id) ?? [];
    const last = all.at(-1);
    const end =
      last && last.status !== 'open'
        ? { at: last.validFrom.getTime(), isWon: last.status === 'won', amount: last.amount }
        : null;
    return {
      id,
      createdAt: createdAt.getTime(),
      customerId,
      product,
      states: all.filter(({ status }) => status === 'open').map(stateOf),
      contacts: (contactsByDeal.get(id) ?? []).map((contact) => contact.at.getTime()),
      end,
    };
  });
}

function stateOf(version: Db['t']['dealVersions']['$inferSelect']): DealState {
  const { validFrom, validTo, stage, stageSince, amount, closeDate, ownerId, teamId } = version;
  return {
    from: validFrom.getTime(),
    to: validTo.getTime(),
    stage,
    stageSince: stageSince.getTime(),
    amount,
    // End of the UTC day: a zone's few hours do not matter beside the weeks that the model compares.
    // `closeDateOf` reads the date back.
    closeBy: closeDate === null ? null : Date.parse(closeDate) + dayMs,
    ownerId,
    teamId,
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
