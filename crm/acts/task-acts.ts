import { StaleError } from '../../kernel/command/errors.js';
import { taskNo } from '../../kernel/records/record-number.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import type { Deal, Lead, Task } from '../../store/schema/row-types.js';
import { changeTask, createTask } from '../../store/unit/rows/task-rows.js';
import type { Context } from '../access/context.js';
import type { Subject } from '../lookup/open-subject.js';
import { ownedBy } from '../lookup/open-subject.js';
import { dueMoment } from '../words/zoned-dates.js';
import { factsBefore, logEvent } from './log-event.js';

/** Creates a task for a day or time in the speaker's zone ('2026-11-25', '2026-11-25T15:00'). */
export async function createTaskLogged(
  ctx: Context,
  subject: Subject,
  date: string,
  title: string,
): Promise<Task> {
  const task = await createTask(
    ctx.db,
    {
      customerId: subject.customer.id,
      dealId: subject.deal?.id ?? null,
      leadId: subject.lead?.id ?? null,
      ownerId: ctx.person.id,
      teamId: ownedBy(subject).teamId ?? ctx.person.teamId,
      title,
      ...dueMoment(date, ctx.zone),
    },
    ctx.now,
  );
  await logEvent(ctx, 'task.created', { type: 'task', id: task.id }, null, {
    no: task.no,
    version: task.version,
  });
  return task;
}

export async function changeTaskLogged(
  ctx: Context,
  task: Task,
  kind: string,
  change: Partial<Omit<Task, 'id' | 'no' | 'version'>>,
): Promise<Task> {
  const changed = await changeTask(ctx.db, task, change);
  if (!changed) throw new StaleError(taskNo(task));
  await logEvent(ctx, kind, { type: 'task', id: task.id }, factsBefore(task, change), {
    ...change,
    version: changed.version,
  });
  return changed;
}

/** Moves a lead's open tasks to the deal it became. */
export async function carryTasksLogged(ctx: Context, lead: Lead, deal: Deal): Promise<void> {
  const open = await openTasksOf(ctx.db, lead.customerId);
  for (const task of open.filter((one) => one.leadId === lead.id)) {
    await changeTaskLogged(ctx, task, 'task.carried', { leadId: null, dealId: deal.id });
  }
}

/** Drops the open tasks of a closed deal. */
export async function dropTasksLogged(ctx: Context, deal: Deal): Promise<void> {
  const open = await openTasksOf(ctx.db, deal.customerId);
  for (const task of open.filter((one) => one.dealId === deal.id)) {
    await changeTaskLogged(ctx, task, 'task.dropped', { status: 'dropped' });
  }
}
