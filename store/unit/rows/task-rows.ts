import type { Task } from '../../schema/row-types.js';
import { nextNumber } from '../../statements/counters.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';

export type NewTask = Pick<
  Task,
  'customerId' | 'dealId' | 'leadId' | 'ownerId' | 'teamId' | 'title' | 'dueDate' | 'dueTime' | 'dueAt'
> &
  Partial<Pick<Task, 'isPrivate' | 'step'>>;

/** Creates an open task under the next task number (T-1, T-2, …). */
export async function createTask(tx: Db, given: NewTask, now: Date): Promise<Task> {
  const no = await nextNumber(tx, 'tasks');
  const made = { id: newId(), no, status: 'open' as const, doneAt: null, version: 1, createdAt: now };
  const task: Task = { isPrivate: false, step: null, ...given, ...made };
  await insertRow(tx, tx.t.tasks, task);
  return task;
}
