import { typedWords } from '../../kernel/words/typed-words.js';
import { remindsSpeaker } from '../../language/sentence/own-reminder.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import type { Deal, Lead, Person, Task } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import type { Subject } from '../lookup/open-subject.js';
import { ownedBy } from '../lookup/open-subject.js';
import { dueMoment } from '../words/zoned-dates.js';

/** Creates a task for a day or time in the speaker's zone ('2026-11-25', '2026-11-25T15:00'), the speaker's own or `who`'s. */
export async function addTask(
  ctx: Context,
  subject: Subject,
  date: string,
  title: string,
  who: Person = ctx.person,
): Promise<Task> {
  return await ctx.unit.create('task.created', {
    customerId: subject.customer.id,
    dealId: subject.deal?.id ?? null,
    leadId: subject.lead?.id ?? null,
    ownerId: who.id,
    teamId: ownedBy(subject).teamId ?? ctx.person.teamId,
    title: typedWords(title, ctx.words),
    isPrivate: ctx.place.kind === 'private',
    ...dueMoment(date, ctx.zone),
  });
}

/** Moves a lead's open tasks to the deal it became. */
export async function carryTasks(ctx: Context, lead: Lead, deal: Deal): Promise<void> {
  const open = await openTasksOf(ctx.db, lead.customerId);
  for (const task of open.filter((one) => one.leadId === lead.id)) {
    await ctx.unit.asConsequence('converted').change('task.carried', task, { leadId: null, dealId: deal.id });
  }
}

/** Drops the open tasks of a closed deal; a reminder that somebody asked for stays. */
export async function dropTasks(ctx: Context, deal: Deal): Promise<void> {
  const open = await openTasksOf(ctx.db, deal.customerId);
  const ours = open.filter((one) => one.dealId === deal.id);
  for (const task of await withoutReminders(ctx, ours)) {
    await ctx.unit.asConsequence('closed').change('task.dropped', task, { status: 'dropped' });
  }
}

/** Most events of a task that are read. */
const looked = 50;

/** Lists the tasks without the reminders that people asked for themselves, which stay with those people. */
export async function withoutReminders(ctx: Pick<Context, 'db'>, tasks: readonly Task[]): Promise<Task[]> {
  const work: Task[] = [];
  for (const task of tasks) if (!(await isOwnReminder(ctx, task))) work.push(task);
  return work;
}

/** Whether the task's owner made it by words that ask to be reminded. */
async function isOwnReminder({ db }: Pick<Context, 'db'>, { id, ownerId, title }: Task): Promise<boolean> {
  const made = (await eventsOf(db, 'task', id, looked)).find(({ before }) => before === null);
  return made?.personId === ownerId && (remindsSpeaker(made?.words ?? '') || remindsSpeaker(title));
}
