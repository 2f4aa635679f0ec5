import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { taskWords } from '../../crm/access/visibility.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { openTask, refuseStale } from '../../crm/words/open-records.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';

/** `完成 T-3` ("done T-3"): completes a task. */
export const taskDone = defineCommand({
  name: 'task-done',
  changes: ['task.done'],
  seldom: true,
  fields: { task: f.lookup('task', { required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const task = await openTask(ctx, input.task);
    await demandChange(ctx, input.task, task);
    if (task.status !== 'open') throw new RuleError(t.taskClosed(input.task));
    refuseStale(ctx, input.task, task);
    const done = await ctx.unit.change('task.done', task, { status: 'done', doneAt: ctx.now });
    return await taskCard(ctx, done, t.taskDone(taskWords(ctx, task)), true);
  },
});
