import { and, eq, inArray } from 'drizzle-orm';
import type { NextStep } from '../../sales/figures/points-rules.js';
import { happenedIn, within } from '../statements/conditions.js';
import type { Db } from '../statements/db.js';
import { inPages } from '../statements/pages.js';

/** Deal events that count as progress. */
const kinds = ['deal.created', 'deal.moved', 'deal.won', 'deal.lost'];

/** Lists the tasks planned for customers in [from, to), and the progress of their deals. */
export async function nextStepsOf(
  db: Db,
  customerIds: readonly string[],
  span: { from: Date; to: Date },
): Promise<NextStep[]> {
  const { tasks, events, deals } = db.t;
  const planned = (some: string[]) =>
    db.q
      .select({ customerId: tasks.customerId, at: tasks.createdAt })
      .from(tasks)
      .where(and(inArray(tasks.customerId, some), within(tasks.createdAt, span)));
  const done = (some: string[]) =>
    db.q
      .select({ customerId: deals.customerId, at: events.at })
      .from(deals)
      .innerJoin(events, and(eq(events.recordType, 'deal'), eq(events.recordId, deals.id)))
      .where(and(inArray(deals.customerId, some), inArray(events.kind, kinds), happenedIn(events, span)));
  return await inPages(customerIds, async (some) => [...(await planned(some)), ...(await done(some))]);
}
