import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { mayRecordFor, planForColleague } from '../../crm/acts/colleague-task.js';
import { addTask } from '../../crm/acts/task-acts.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { dateWords, isOver } from '../../crm/words/zoned-dates.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { readRemindBefore } from '../../language/correction/remind-before.js';
import { personById } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

/** "remind me what I owe people" asks; it plans nothing. */
const asksBack = /^(?:me )?(?:what|who|whom|when|how|which|where|why|whether)\b/iu;

/**
 * `约 华为 下周三 讲方案` ("plan Huawei next Wednesday, present the solution"): creates a task for a customer, deal or
 * lead.
 */
export const plan = defineCommand({
  name: 'plan',
  changes: ['task.created'],
  fields: {
    subject: f.lookup('subject', { required: true }),
    next: f.date({ required: true }),
    /** The colleague whose task it shall be. */
    who: f.id(),
    note: f.rest(),
  },
  // "remind me a day before" is about a task that is known already.
  takes: (words) => !asksBack.test(words) && !readRemindBefore(`remind ${words}`),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const subject = await openSubject(ctx, input.subject);
    await demandChange(ctx, subject.number, ownedBy(subject));
    if (isOver(ctx, input.next)) throw new InputError('next', t.mustBeLater(dateWords(ctx, input.next)));
    const title = input.note ?? t.taskTitle(subject.customer.name);
    const who = input.who ? await personById(ctx.db, input.who) : undefined;
    if (who && who.id !== ctx.person.id) {
      if (!mayRecordFor(ctx, who))
        throw new DeniedError(textsIn(ctx.locale).sentence.whoseTaskHint(who.name));
      return await planForColleague(ctx, subject, who, { next: input.next, title });
    }
    const task = await addTask(ctx, subject, input.next, title);
    return await taskCard(ctx, task, t.plannedTitle(dateWords(ctx, input.next)), true);
  },
});
