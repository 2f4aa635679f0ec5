import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { recordNumber, taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf } from '../../kernel/time/zone.js';
import { fitOfWords, namesBeginning } from '../../language/correction/meant-by-words.js';
import { dueTasks, openTasksOf } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { taskWords } from '../access/visibility.js';
import { dueWords, todayOf } from '../words/zoned-dates.js';
import { customersNamedIn } from './customers-named-in.js';
import { openSubject } from './open-subject.js';

/** Most tasks that are asked about. */
const most = 8;
/** Tasks due later than this, in days, are not looked at. */
const horizonDays = 730;

/** Lists the speaker's open tasks, the earliest due first. */
export const ownTasks = async (ctx: Context): Promise<Task[]> =>
  await dueTasks(ctx.db, ctx.person.id, instantOf(addDays(todayOf(ctx), horizonDays), '00:00', ctx.zone));

/**
 * Finds the speaker's open tasks that the words mean: by their title and their customer's name (海棠地产的合同, "the Larkspur
 * call"). None if the words fit no task.
 */
export async function tasksCalled(ctx: Context, words: string): Promise<Task[]> {
  const fits: { task: Task; fit: number }[] = [];
  const generic = textsIn(ctx.locale).work.taskTitle;
  const own = await ownTasks(ctx);
  // Who is named leaves out the tasks of others, also where nothing is planned with them.
  const named = new Set((await customersNamedIn(ctx, words)).map(({ id }) => id));
  for (const task of named.size > 0 ? own.filter(({ customerId }) => named.has(customerId)) : own) {
    const name = (await customerById(ctx.db, task.customerId))?.name ?? '';
    const title = task.title === generic(name) ? undefined : task.title;
    fits.push({ task, fit: fitOfWords(words, { name, title }) });
  }
  const best = Math.max(0, ...fits.map(({ fit }) => fit));
  return best === 0 ? [] : fits.filter(({ fit }) => fit === best).map(({ task }) => task);
}

/** Lists the speaker's open tasks with the customers whom the words name, also by the beginning of a name. */
export async function tasksWithNamed(ctx: Context, words: string): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const task of await ownTasks(ctx))
    if (namesBeginning(words, (await customerById(ctx.db, task.customerId))?.name ?? '')) tasks.push(task);
  return tasks;
}

/** Lists the speaker's open tasks of a day. */
export const tasksDue = async (ctx: Context, day: string): Promise<Task[]> =>
  (await ownTasks(ctx)).filter(({ dueDate }) => dueDate === day);

/** Lists the speaker's open tasks of the record with this number: of task T-5 itself, of a deal, a lead or a customer. */
export async function tasksOfRecord(ctx: Context, number: string): Promise<Task[]> {
  const own = await ownTasks(ctx);
  if (recordNumber(number)?.type === 'task') return own.filter((task) => taskNo(task) === number);
  const { customer, deal, lead } = await openSubject(ctx, number);
  const all = (await openTasksOf(ctx.db, customer.id)).filter(({ ownerId }) => ownerId === ctx.person.id);
  if (deal) return all.filter(({ dealId }) => dealId === deal.id);
  return lead ? all.filter(({ leadId }) => leadId === lead.id) : all;
}

/** Labels a task for a choice: its title, customer and day. */
export async function taskLabel(ctx: Context, task: Task): Promise<string> {
  const name = (await customerById(ctx.db, task.customerId))?.name ?? '';
  const due = dueWords(ctx, task);
  return [name, due, taskWords(ctx, task)].join(' · ');
}

/** Lists tasks as the choices of a question: those to come first, then the overdue ones, the newest first. */
export async function tasksToPick(ctx: Context, tasks: Task[]): Promise<{ label: string; value: string }[]> {
  const choices: { label: string; value: string }[] = [];
  const today = todayOf(ctx);
  const over = tasks.filter(({ dueDate }) => dueDate < today);
  const sorted = [...tasks.filter((one) => !over.includes(one)), ...over.toSorted((a, b) => b.no - a.no)];
  for (const task of sorted.slice(0, most))
    choices.push({ label: await taskLabel(ctx, task), value: taskNo(task) });
  return choices;
}

/** Looks up a task by number, or one of the speaker's own by its words; `numbered` checks a number. */
export const taskLookup = (
  numbered: (ctx: Context, words: string, field: string) => Promise<string | undefined>,
): Lookup<Context> => ({
  async find(words, ctx, field) {
    // A task of the answered card's record, which is none itself.
    const isOfCard = words === ctx.subject && recordNumber(words)?.type !== 'task';
    const known = isOfCard ? undefined : await numbered(ctx, words, field);
    if (known) return known;
    const found = isOfCard ? await tasksOfRecord(ctx, words) : await tasksCalled(ctx, words);
    const [only] = found;
    if (only && found.length === 1) return taskNo(only);
    const t = textsIn(ctx.locale).lookup;
    if (only) throw new ChooseError(field, t.whichTask, await tasksToPick(ctx, found), words);
    // Another matter of a customer who is named: one of what is planned with them may be meant.
    const named = isOfCard ? [] : await tasksWithNamed(ctx, words);
    if (named.length > 0) throw new ChooseError(field, t.whichTask, await tasksToPick(ctx, named), words);
    throw new InputError(field, t.noTask(words), 'T-1');
  },
  knows: async (words, ctx) =>
    recordNumber(words)?.type === 'task' || (words.length > 1 && (await tasksCalled(ctx, words)).length > 0),
  choices: async (ctx) => await tasksToPick(ctx, await ownTasks(ctx)),
});
