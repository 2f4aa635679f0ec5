import { and, asc, eq, gt, isNotNull, lt, lte } from 'drizzle-orm';
import type { Task } from '../schema/row-types.js';
import { compiled, run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';

/** Finds a task by its number (T-12), or undefined. */
export async function taskByNo(db: Db, no: number): Promise<Task | undefined> {
  return await findRow(db, db.t.tasks, { no });
}

/** Lists a person's open tasks due by `until`, the most overdue first. */
export async function dueTasks(db: Db, ownerId: string, until: Date, limit = 200): Promise<Task[]> {
  const { tasks } = db.t;
  return await db.q
    .select()
    .from(tasks)
    .where(and(eq(tasks.ownerId, ownerId), eq(tasks.status, 'open'), lte(tasks.dueAt, until)))
    .orderBy(asc(tasks.dueAt), asc(tasks.no))
    .limit(atMost(limit));
}

/**
 * Lists open tasks whose own time of day came in the span, the earliest first; one that was made after its time is none.
 */
export async function tasksAtTheirTime(
  db: Db,
  span: { after: Date; until: Date },
  limit: number,
): Promise<Task[]> {
  return await run(db, `tasksAtTheirTime:${limit}`, span, ({ q, t: { tasks } }, param) =>
    q
      .select()
      .from(tasks)
      .where(
        and(
          eq(tasks.status, 'open'),
          gt(tasks.dueAt, param.after),
          lte(tasks.dueAt, param.until),
          isNotNull(tasks.dueTime),
          lt(tasks.createdAt, tasks.dueAt),
        ),
      )
      .orderBy(asc(tasks.dueAt), asc(tasks.no))
      .limit(atMost(limit)),
  );
}

/** Lists a customer's open tasks, the earliest due first. */
export async function openTasksOf(db: Db, customerId: string): Promise<Task[]> {
  const rows = await openOfCustomer(db, { customerId });
  // Few rows: sorting here is faster than in SQLite, whose sorter takes longer to set up than the query to
  // run.
  return rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.no - b.no);
}

const openOfCustomer = compiled<{ customerId: string }>()(({ q, t: { tasks } }, param) =>
  q
    .select()
    .from(tasks)
    .where(and(eq(tasks.customerId, param.customerId), eq(tasks.status, 'open'))),
);
