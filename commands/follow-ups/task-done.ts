import { defineCommand } from '../../crm/access/context.js';
import { taskWords } from '../../crm/access/visibility.js';
import { completeTask, completionChanges } from '../../crm/acts/complete-task.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';
import { openTaskToChange } from './open-task-to-change.js';

/** `完成 T-3` ("done T-3"): completes a task. */
export const taskDone = defineCommand({
  name: 'task-done',
  changes: [...completionChanges],
  seldom: true,
  fields: { task: f.lookup('task', { required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const task = await openTaskToChange(ctx, input.task);
    const done = await completeTask(ctx, task);
    return await taskCard(ctx, done, t.taskDone(taskWords(ctx, task)), true);
  },
});
