import { RuleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { changeTaskLogged } from './acts/task.js';
import { taskCard } from './cards/task.js';
import { defineCommand } from './context.js';
import { demandChange } from './permission.js';
import { openTask, refuseStale } from './records.js';
import { redacted } from './sight.js';
import { workTexts } from './texts/work.js';

/** `完成 T-3`: a task is done. */
export const taskDone = defineCommand({
  name: 'task-done',
  words: { zh: ['完成', '做完'], en: ['done'] },
  summary: { zh: '完成待办', en: 'A task is done' },
  examples: { zh: ['完成 T-1'], en: ['done T-1'] },
  seldom: true,
  fields: { task: f.lookup('task', { label: { zh: '待办', en: 'task' }, required: true }) },
  async run(input, ctx) {
    const t = workTexts(ctx.locale);
    const task = await openTask(ctx, input.task);
    await demandChange(ctx, input.task, task);
    if (task.status !== 'open') throw new RuleError(t.taskClosed(input.task));
    refuseStale(ctx, input.task, task);
    const done = await changeTaskLogged(ctx, task, 'task.done', { status: 'done', doneAt: ctx.now });
    return await taskCard(ctx, done, t.taskDone(redacted(ctx, task.title, task)), true);
  },
});
