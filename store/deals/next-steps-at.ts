import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { validAt } from '../statements/conditions.js';
import type { Db } from '../statements/db.js';
import { inPages } from '../statements/pages.js';
import type { ForecastCategory } from './forecast-queries.js';

/** Finds which of the deals had an open task at `at` that was due later; returns deal ids. */
export async function stepsPlannedAt(
  db: Db,
  deals: readonly { customerId: string }[],
  at: Date,
): Promise<Set<string>> {
  const { tasks } = db.t;
  const customerIds = [...new Set(deals.map(({ customerId }) => customerId))];
  const rows = await inPages(customerIds, (some) =>
    db.q
      .select({ id: tasks.dealId })
      .from(tasks)
      .where(
        and(
          inArray(tasks.customerId, some),
          lte(tasks.createdAt, at),
          gt(tasks.dueAt, at),
          or(isNull(tasks.doneAt), gt(tasks.doneAt, at)),
        ),
      ),
  );
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

/** Finds the forecast category of each deal at `at`; deals that were closed or had none are left out. */
export async function calledAt(
  db: Db,
  dealIds: readonly string[],
  at: Date,
): Promise<Map<string, ForecastCategory>> {
  const { dealVersions: versions } = db.t;
  const rows = await inPages(dealIds, (some) =>
    db.q
      .select({ id: versions.dealId, called: versions.called })
      .from(versions)
      .where(and(inArray(versions.dealId, some), eq(versions.status, 'open'), validAt(versions, at))),
  );
  return new Map(rows.flatMap(({ id, called }) => (called ? [[id, called]] : [])));
}
