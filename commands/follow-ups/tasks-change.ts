import { type Context, defineCommand } from '../../crm/access/context.js';
import { completeTask, completionChanges } from '../../crm/acts/complete-task.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { laterDay } from '../../crm/cards/task-card.js';
import { taskLabel } from '../../crm/lookup/task-named.js';
import { dateWords, dueMoment, isOver } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { taskNo } from '../../kernel/records/record-number.js';
import type { Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { openTaskToChange } from './open-task-to-change.js';

/** Most tasks that one order changes. */
const most = 30;

/**
 * 逾期的都推到明天 ("move all that is overdue to tomorrow"): completes, cancels or moves several tasks as one act, after a tap on
 * the list of them; words call it.
 */
export const tasksChange = defineCommand({
  name: 'tasks-change',
  changes: [...completionChanges, 'task.cancelled', 'task.snoozed'],
  hidden: true,
  fields: {
    /** The numbers, apart by commas; empty if the words mean none. */
    tasks: f.id(),
    /** 'done', 'drop' or 'move'. */
    what: f.id(),
    to: f.date(),
    /** Days later, if no day was said. */
    days: f.id(),
    confirmed: f.flag(),
    /** What was said, which undo tells again. */
    words: f.rest(),
  },
  looks: ({ confirmed }) => confirmed !== true,
  async run(input, ctx) {
    const { to, confirmed } = input;
    ctx.words = input.words ?? ctx.words;
    const t = textsIn(ctx.locale).work;
    if (to && isOver(ctx, to)) throw new InputError('to', t.mustBeLater(dateWords(ctx, to)));
    const numbers = (input.tasks ?? '').split(',').filter(Boolean);
    if (numbers.length === 0) return noneCard(ctx);
    if (numbers.length > most) throw new RuleError(t.tooManyTasks(numbers.length, most));
    const { tasks, refused } = await changeable(ctx, numbers);
    const [first] = refused;
    if (first && (confirmed || tasks.length === 0)) throw first;
    const order: Order = { what: whatOf(input.what), to, days: Number(input.days ?? 0) };
    if (!confirmed) return await askCard(ctx, tasks, order, refused);
    const done: string[] = [];
    for (const task of tasks) done.push(await taskLabel(ctx, await changed(ctx, task, order)));
    return {
      key: `tasks:${numbers.join(',')}`,
      title: t.tasksChanged(order.what, done.length),
      tone: 'good',
      nodes: [text(done.join('\n')), ...actions(undoButton(ctx)), context(ctx.person.name)],
    };
  },
});

interface Order {
  what: 'done' | 'drop' | 'move';
  to: string | undefined;
  days: number;
}

const whatOf = (what: string | undefined): Order['what'] =>
  what === 'done' || what === 'drop' ? what : 'move';

/** The tasks that the speaker may change, and why not the others. */
async function changeable(
  ctx: Context,
  numbers: readonly string[],
): Promise<{ tasks: Task[]; refused: Error[] }> {
  const tasks: Task[] = [];
  const refused: Error[] = [];
  for (const number of numbers)
    try {
      tasks.push(await openTaskToChange(ctx, number));
    } catch (error) {
      if (!(error instanceof DeniedError || error instanceof RuleError || error instanceof InputError))
        throw error;
      refused.push(error);
    }
  return { tasks, refused };
}

async function changed(ctx: Context, task: Task, { what, to, days }: Order): Promise<Task> {
  if (what === 'done') return await completeTask(ctx, task);
  if (what === 'drop') return await ctx.unit.change('task.cancelled', task, { status: 'dropped' });
  const day = to ?? laterDay(ctx, task, days);
  // A task at a time of day keeps it on the new day.
  const when = day.includes('T') || !task.dueTime ? day : `${day}T${task.dueTime}`;
  return await ctx.unit.change('task.snoozed', task, dueMoment(when, ctx.zone));
}

const noneCard = (ctx: Context): Card => ({
  key: 'ask:tasks',
  title: textsIn(ctx.locale).work.noSuchTasks,
  tone: 'neutral',
  nodes: [],
});

/** Lists what would be changed, and asks once. */
async function askCard(
  ctx: Context,
  tasks: readonly Task[],
  { what, to, days }: Order,
  refused: readonly Error[],
): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  const lines: string[] = [];
  for (const task of tasks) lines.push(`${taskNo(task)} ${await taskLabel(ctx, task)}`);
  const day = to ? dateWords(ctx, to) : undefined;
  const input = {
    tasks: tasks.map(taskNo).join(','),
    what,
    ...(to ? { to } : {}),
    ...(days ? { days: String(days) } : {}),
    confirmed: true,
    words: ctx.words,
  };
  return {
    key: 'ask:tasks',
    title: t.tasksAsk(what, tasks.length, day, days),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(lines.join('\n')),
      ...refused.map(({ message }) => text(message)),
      ...actions(
        button(t.tasksDo(what, tasks.length, day, days), 'tasks-change', input, { style: 'primary' }),
      ),
    ],
  };
}
