import type { Context } from '../../crm/access/context.js';
import { customersNamedIn } from '../../crm/lookup/customers-named-in.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import { ownTasks, tasksCalled, tasksOfRecord } from '../../crm/lookup/task-named.js';
import type { Call } from '../../kernel/card/card.js';
import { customerNo, taskNo } from '../../kernel/records/record-number.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { readTasksOrder, type TasksMeant } from '../../language/correction/tasks-order.js';
import type { Task } from '../../store/schema/row-types.js';

/** Reads one order over several of the speaker's tasks: 逾期的都推到明天 ("move all that is overdue to tomorrow"). */
export const readTasksOrdered: WordReader<Context> = async ({ line }, ctx) => {
  const order = readTasksOrder(line, ctx.at);
  if (!order) return undefined;
  const numbers = await numbersMeant(ctx, order.meant);
  if (!numbers) return undefined;
  const { what, to, shift } = order;
  const input: Call['input'] = { tasks: numbers.join(','), what };
  if (to) input.to = to;
  if (shift !== undefined) input.days = String(shift);
  return { kind: 'order', strength: 'exact', call: { command: 'tasks-change', input } };
};

/** The numbers of the tasks that are meant; undefined if the words name no record. */
async function numbersMeant(ctx: Context, meant: TasksMeant): Promise<string[] | undefined> {
  if (meant.which === 'numbers') return meant.numbers;
  if (meant.which === 'about') {
    const customer = await onlyCustomerCalled(ctx, meant.about);
    return customer && (await tasksOfRecord(ctx, customerNo(customer))).map(taskNo);
  }
  if (meant.which === 'each') {
    const each: string[] = [];
    for (const words of meant.each) each.push(...(await tasksByWords(ctx, words)).map(taskNo));
    return [...new Set(each)];
  }
  const own = await ownTasks(ctx);
  if (meant.which === 'due') return own.filter(({ dueDate }) => dueDate <= ctx.at.today).map(taskNo);
  if (meant.which === 'late') return own.filter(({ dueAt }) => dueAt <= ctx.now).map(taskNo);
  if (meant.which === 'day') return own.filter(({ dueDate }) => dueDate === meant.day).map(taskNo);
  return own.map(taskNo);
}

/** The tasks that words mean: by what they say, else by their customer, also by its contact. */
async function tasksByWords(ctx: Context, words: string): Promise<Task[]> {
  const called = await tasksCalled(ctx, words);
  if (called.length > 0) return called;
  const [only, ...others] = await customersNamedIn(ctx, words);
  return only && others.length === 0 ? await tasksOfRecord(ctx, customerNo(only)) : [];
}
