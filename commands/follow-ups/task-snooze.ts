import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { dueWords, taskCard } from '../../crm/cards/task-card.js';
import { openTask, refuseStale } from '../../crm/words/open-records.js';
import { dateWords, dueMoment, todayOf } from '../../crm/words/zoned-dates.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';

/** `延 T-3 下周一` ("postpone T-3 to next Monday"): moves a task to another day. */
export const taskSnooze = defineCommand({
  name: 'task-snooze',
  changes: ['task.snoozed'],
  seldom: true,
  fields: {
    task: f.lookup('task', { required: true }),
    to: f.date({ required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const task = await openTask(ctx, input.task);
    await demandChange(ctx, input.task, task);
    if (task.status !== 'open') throw new RuleError(t.taskClosed(input.task));
    refuseStale(ctx, input.task, task);
    if (input.to < todayOf(ctx)) throw new InputError('to', t.mustBeLater(dateWords(ctx, input.to)));
    const moved = await ctx.unit.change('task.snoozed', task, dueMoment(input.to, ctx.zone));
    return await taskCard(ctx, moved, t.taskSnoozed(dueWords(ctx, moved)), true);
  },
});
