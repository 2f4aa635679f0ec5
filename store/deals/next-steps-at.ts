import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '../statements/db.js';
import type { ForecastCategory } from './forecast-queries.js';

const page = 500;

/** Finds which of the deals had an open task at `at` that was due later; returns deal ids. */
export async function stepsPlannedAt(
  db: Db,
  deals: readonly { customerId: string }[],
  at: Date,
): Promise<Set<string>> {
  const { tasks } = db.t;
  const found = new Set<string>();
  const customerIds = [...new Set(deals.map(({ customerId }) => customerId))];
  for (let from = 0; from < customerIds.length; from += page) {
    const rows = await db.q
      .select({ id: tasks.dealId })
      .from(tasks)
      .where(
        and(
          inArray(tasks.customerId, customerIds.slice(from, from + page)),
          lte(tasks.createdAt, at),
          gt(tasks.dueAt, at),
          or(isNull(tasks.doneAt), gt(tasks.doneAt, at)),
        ),
      );
    for (const { id } of rows) if (id) found.add(id);
  }
  return found;
}

/** Finds the forecast category of each deal at `at`; deals that were closed or had none are left out. */
export async function calledAt(
  db: Db,
  dealIds: readonly string[],
  at: Date,
): Promise<Map<string, ForecastCategory>> {
  const { dealVersions: versions } = db.t;
  const called = new Map<string, ForecastCategory>();
  for (let from = 0; from < dealIds.length; from += page) {
    const rows = await db.q
      .select({ id: versions.dealId, called: versions.called })
      .from(versions)
      .where(
        and(
          inArray(versions.dealId, dealIds.slice(from, from + page)),
          eq(versions.status, 'open'),
          gt(versions.validTo, at),
          lte(versions.validFrom, at),
        ),
      );
    for (const row of rows) if (row.called) called.set(row.id, row.called);
  }
  return called;
}
