import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { redacted } from '../../crm/access/visibility.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { openTask, refuseStale } from '../../crm/words/open-records.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';

/** `取消待办 T-3` ("cancel-task T-3"): drops a task that is not to be done any more. */
export const taskDrop = defineCommand({
  name: 'task-drop',
  changes: ['task.dropped'],
  seldom: true,
  fields: { task: f.lookup('task', { required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const task = await openTask(ctx, input.task);
    await demandChange(ctx, input.task, task);
    if (task.status !== 'open') throw new RuleError(t.taskClosed(input.task));
    refuseStale(ctx, input.task, task);
    const dropped = await ctx.unit.change('task.dropped', task, { status: 'dropped' });
    return await taskCard(ctx, dropped, t.taskDropped(redacted(ctx, task.title, task)), true);
  },
});
