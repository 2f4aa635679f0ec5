import { openTasksOf } from '../../store/activity/task-queries.js';
import type { Deal, Lead, Person, Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { contextFor } from '../access/reader.js';
import { taskCard } from '../cards/task-card.js';
import type { Subject } from '../lookup/open-subject.js';
import { ownedBy } from '../lookup/open-subject.js';
import { dueMoment } from '../words/zoned-dates.js';
import { notifyPerson } from './notify.js';

/** Creates a task for a day or time in the speaker's zone ('2026-11-25', '2026-11-25T15:00'); the speaker's if not another's. */
export async function addTask(
  ctx: Context,
  subject: Subject,
  date: string,
  title: string,
  owner: Pick<Person, 'id'> = ctx.person,
): Promise<Task> {
  return await ctx.unit.create('task.created', {
    customerId: subject.customer.id,
    dealId: subject.deal?.id ?? null,
    leadId: subject.lead?.id ?? null,
    ownerId: owner.id,
    teamId: ownedBy(subject).teamId ?? ctx.person.teamId,
    title,
    ...dueMoment(date, ctx.zone),
  });
}

/** Tells a colleague of the task that the speaker gave them. */
export async function tellOfTask(ctx: Context, task: Task, who: Person): Promise<void> {
  if (who.id === ctx.person.id) return;
  const theirs = await contextFor(ctx, who);
  const card = await taskCard(theirs, task, textsIn(theirs.locale).work.givenToYou(ctx.person.name));
  const { now, process, locale, zone: timeZone } = ctx;
  const key = `task-given:${task.id}:${ctx.actId}`;
  await notifyPerson(ctx.db, { now, process, locale, timeZone }, who, 'lead', { key, card });
}

/** Moves a lead's open tasks to the deal it became. */
export async function carryTasks(ctx: Context, lead: Lead, deal: Deal): Promise<void> {
  const open = await openTasksOf(ctx.db, lead.customerId);
  for (const task of open.filter((one) => one.leadId === lead.id)) {
    await ctx.unit.asConsequence('converted').change('task.carried', task, { leadId: null, dealId: deal.id });
  }
}

/** Drops the open tasks of a closed deal. */
export async function dropTasks(ctx: Context, deal: Deal): Promise<void> {
  const open = await openTasksOf(ctx.db, deal.customerId);
  for (const task of open.filter((one) => one.dealId === deal.id)) {
    await ctx.unit.asConsequence('closed').change('task.dropped', task, { status: 'dropped' });
  }
}
