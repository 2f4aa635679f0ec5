import { and, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { NextStep } from '../../sales/figures/points-rules.js';
import type { Db } from '../statements/db.js';

const page = 500;

/** Deal events that count as progress. */
const kinds = ['deal.created', 'deal.moved', 'deal.won', 'deal.lost'];

/** Lists the tasks planned for customers in [from, to), and the progress of their deals. */
export async function nextStepsOf(
  db: Db,
  customerIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<NextStep[]> {
  const { tasks, events, deals } = db.t;
  const found: NextStep[] = [];
  for (let first = 0; first < customerIds.length; first += page) {
    const some = customerIds.slice(first, first + page);
    found.push(
      ...(await db.q
        .select({ customerId: tasks.customerId, at: tasks.createdAt })
        .from(tasks)
        .where(and(inArray(tasks.customerId, some), gte(tasks.createdAt, from), lt(tasks.createdAt, to)))),
      ...(await db.q
        .select({ customerId: deals.customerId, at: events.at })
        .from(deals)
        .innerJoin(events, and(eq(events.recordType, 'deal'), eq(events.recordId, deals.id)))
        .where(
          and(
            inArray(deals.customerId, some),
            inArray(events.kind, kinds),
            gte(events.at, from),
            lt(events.at, to),
            isNull(events.undoneAt),
          ),
        )),
    );
  }
  return found;
}
