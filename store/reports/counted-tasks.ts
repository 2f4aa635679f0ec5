import { eq } from 'drizzle-orm';
import type { Task } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import type { CountedRecord } from './counted-record.js';
import { type AtMoment, doneLate, overdueStill, type TeamFilter } from './report-conditions.js';

/** A counted task; `at` is the moment it was over, which may be the day after that it was due. */
export interface CountedTask extends CountedRecord, Pick<Task, 'dueDate' | 'dueTime' | 'dueAt'> {}

/** Lists tasks overdue at `at`: still open, or done later (those due since `since`). */
export async function overdueTasks(
  db: Db,
  at: Date,
  since: Date,
  teamId?: TeamFilter,
): Promise<CountedTask[]> {
  const rows = [...(await tasksOpen(db, { at, teamId })), ...(await tasksLate(db, { at, since, teamId }))];
  return rows.map((row) => ({
    ...row,
    ...{ type: 'task' as const, personId: row.ownerId, amount: null, dueAt: row.at },
  }));
}

const taskRows = ({ q, t: { tasks, customers } }: Db) =>
  q
    .select({
      id: tasks.id,
      no: tasks.no,
      customerId: tasks.customerId,
      customer: customers.name,
      ownerId: tasks.ownerId,
      teamId: tasks.teamId,
      at: tasks.dueAt,
      dueDate: tasks.dueDate,
      dueTime: tasks.dueTime,
    })
    .from(tasks)
    .leftJoin(customers, eq(customers.id, tasks.customerId));

const tasksOpen = compiled<AtMoment>()((db, param) => taskRows(db).where(overdueStill(db, param)));

const tasksLate = compiled<AtMoment & { since: Date }>()((db, param) =>
  taskRows(db).where(doneLate(db, param)),
);
