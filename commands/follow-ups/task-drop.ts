import { defineCommand } from '../../crm/access/context.js';
import { taskWords } from '../../crm/access/visibility.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';
import { openTaskToChange } from './open-task-to-change.js';

/** `drop T-3`, 取消待办 T-3 ("cancel the task"): cancels a task that is not to be done any more. */
export const taskDrop = defineCommand({
  name: 'task-drop',
  changes: ['task.cancelled'],
  seldom: true,
  // "drop off the samples" is a plan: only a number makes the verb an order.
  takes: (words) => /^T-?\d+$/iu.test(words.trim()),
  fields: { task: f.lookup('task', { required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const task = await openTaskToChange(ctx, input.task);
    const dropped = await ctx.unit.change('task.cancelled', task, { status: 'dropped' });
    return await taskCard(ctx, dropped, t.taskCancelled(taskWords(ctx, task)), true);
  },
});
