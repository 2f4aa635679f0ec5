import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { createTaskLogged } from '../../crm/acts/task-acts.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { dateWords, todayOf } from '../../crm/words/zoned-dates.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';

/** `约 华为 下周三 讲方案`: the next step of a customer, deal or lead. */
export const plan = defineCommand({
  name: 'plan',
  words: { zh: ['约', '提醒'], en: ['plan', 'remind'] },
  summary: { zh: '约下一步', en: 'Plan the next step' },
  examples: { zh: ['约 华为 下周三 讲方案'], en: ['plan Acme next Wed show the proposal'] },
  fields: {
    subject: f.lookup('subject', { label: { zh: '客户或商机', en: 'customer or deal' }, required: true }),
    next: f.date({ label: { zh: '日期', en: 'date' }, required: true }),
    note: f.rest(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const subject = await openSubject(ctx, input.subject);
    await demandChange(ctx, subject.number, ownedBy(subject));
    if (input.next < todayOf(ctx)) throw new InputError('next', t.mustBeLater(dateWords(ctx, input.next)));
    const title = input.note ?? t.taskTitle(subject.customer.name);
    const task = await createTaskLogged(ctx, subject, input.next, title);
    return await taskCard(ctx, task, t.plannedTitle(dateWords(ctx, input.next)), true);
  },
});
