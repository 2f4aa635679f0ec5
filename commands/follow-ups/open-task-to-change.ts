import type { Context } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { openTask, refuseStale } from '../../crm/words/open-records.js';
import { RuleError } from '../../kernel/command/errors.js';
import type { Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * Opens a task that the speaker may change. Throws DeniedError if they may not, RuleError if it was done or cancelled before,
 * StaleError if it has changed since the tapped card was drawn.
 */
export async function openTaskToChange(ctx: Context, no: string): Promise<Task> {
  const task = await openTask(ctx, no);
  await demandChange(ctx, no, task);
  const t = textsIn(ctx.locale).work;
  if (task.status !== 'open')
    throw new RuleError(task.status === 'dropped' ? t.taskDropped(no) : t.taskClosed(no));
  refuseStale(ctx, no, task);
  return task;
}
