import { actions, type Card, table, text } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { isAway } from '../../sales/people/away.js';
import { stageOf, stepFact } from '../../sales/process/stages.js';
import { type AssignedStep, assignedSteps, doerOf } from '../../sales/process/step-doers.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Deal, Person, Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { contextFor, habitsOf, noticesOf } from '../access/reader.js';
import { taskCard, taskChoices } from '../cards/task-card.js';
import { notifyPerson } from '../notices/notify.js';
import { customerOf } from '../words/open-records.js';
import { dueMoment, dueWords, todayOf } from '../words/zoned-dates.js';

/** What a change of a deal's stage may do to the tasks of standard actions. */
export const stageTaskChanges = ['task.created', 'task.dropped'] as const;

/**
 * Makes a task of each standard action of the deal's stage that names who does it, and tells those people in one card
 * each; drops the open ones of the stage that was left.
 */
export async function followStage(ctx: Context, deal: Deal, left?: string): Promise<void> {
  if (left !== undefined) await dropStepTasks(ctx, deal, left);
  if (deal.status === 'lost') return;
  const steps = assignedSteps(ctx.process, deal.stage, deal.facts);
  if (steps.length === 0) return;
  const people = (await listPeople(ctx.db)).map((row) => ({ ...row, row, away: isAway(row, ctx.now) }));
  const given = new Map<string, { who: Person; tasks: Task[] }>();
  for (const one of steps) {
    const who = doerOf(people, one.task, deal)?.row;
    if (!who) continue;
    const task = await makeTask(ctx, deal, one, who);
    const known = given.get(who.id) ?? { who, tasks: [] };
    given.set(who.id, { who, tasks: [...known.tasks, task] });
  }
  for (const { who, tasks } of given.values())
    if (who.id !== ctx.person.id) await tellDoer(ctx, deal, who, tasks);
}

async function makeTask(
  ctx: Context,
  deal: Deal,
  { stage, step, task }: AssignedStep,
  who: Person,
): Promise<Task> {
  const { locale, zone } = habitsOf(noticesOf(ctx), who);
  const due = ctx.calendar.addWorkdays(todayOf({ now: ctx.now, zone }), task.days);
  return await ctx.unit.asConsequence('entered').create('task.created', {
    customerId: deal.customerId,
    dealId: deal.id,
    leadId: null,
    ownerId: who.id,
    teamId: deal.teamId,
    title: step.name[locale],
    step: stepFact(stage, step),
    ...dueMoment(due, zone),
  });
}

async function dropStepTasks(ctx: Context, deal: Deal, stageKey: string): Promise<void> {
  const stage = stageOf(ctx.process, stageKey);
  const facts = stage?.steps.map((step) => stepFact(stage, step)) ?? [];
  for (const task of await openStepTasks(ctx, deal))
    if (facts.includes(task.step ?? ''))
      await ctx.unit.asConsequence('entered').change('task.dropped', task, { status: 'dropped' });
}

/** Lists the open tasks that carry out standard actions of the deal. */
export async function openStepTasks({ db }: Pick<Context, 'db'>, deal: Deal): Promise<Task[]> {
  return (await openTasksOf(db, deal.customerId)).filter(
    ({ dealId, step }) => dealId === deal.id && step !== null,
  );
}

/** Completes the open task of a standard action that was ticked. */
export async function closeStepTask(ctx: Context, deal: Deal, fact: string): Promise<void> {
  for (const task of await openStepTasks(ctx, deal))
    if (task.step === fact)
      await ctx.unit.asConsequence('stepDone').change('task.done', task, { status: 'done', doneAt: ctx.now });
}

async function tellDoer(ctx: Context, deal: Deal, who: Person, tasks: readonly Task[]): Promise<void> {
  const reader = await contextFor(ctx, who);
  const key = `step-tasks:${deal.id}:${who.id}:${ctx.actId}`;
  await notifyPerson(ctx.db, noticesOf(ctx), who, 'stall', {
    key,
    card: await doerCard(reader, deal, tasks),
  });
}

async function doerCard(reader: Context, deal: Deal, tasks: readonly Task[]): Promise<Card> {
  const w = textsIn(reader.locale).work;
  const customer = await customerOf(reader, deal);
  const stage = stageOf(reader.process, deal.stage)?.name[reader.locale] ?? deal.stage;
  const said = w.stepsGiven(`${dealNo(deal)} ${customer.name}`, stage, tasks.length);
  const [only] = tasks;
  if (only && tasks.length === 1) {
    const shown = await taskCard(reader, only);
    return { ...shown, nodes: [text(said, 'strong'), ...shown.nodes] };
  }
  return {
    key: `step-tasks:${dealNo(deal)}`,
    title: said,
    tone: 'info',
    nodes: [
      table(
        [w.columns.what, w.columns.due],
        tasks.map((task) => [task.title, dueWords(reader, task)]),
      ),
      ...actions(...tasks.map((task) => taskChoices(reader, task))),
    ],
  };
}
