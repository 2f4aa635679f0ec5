import { defineCommand } from '../../crm/access/context.js';
import { giveTask } from '../../crm/acts/colleague-task.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { openTask } from '../../crm/words/open-records.js';
import { f } from '../../kernel/command/fields.js';

/** 不对，是吴桐去 ("no, Wu Tong goes"): moves the task just made to somebody else; words call it. */
export const taskGive = defineCommand({
  name: 'task-give',
  changes: ['task.assigned'],
  hidden: true,
  fields: {
    task: f.lookup('task', { required: true }),
    to: f.person({ required: true }),
  },
  run: async ({ task, to }, ctx) => await giveTask(ctx, await openTask(ctx, task), await openPerson(ctx, to)),
});
