import type { Context } from '../../crm/access/context.js';
import { recentActs } from '../../crm/corrections/recent-acts.js';
import { tasksCalled, tasksOfRecord } from '../../crm/lookup/task-named.js';
import { recordNumber, recordNumbersIn, taskNo } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { readTakeBack } from '../../language/correction/take-back-order.js';
import { readTaskOrder, type TaskOrder } from '../../language/correction/task-order.js';
import type { Task } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';

/** Reads a line that takes something back: 刚才记错了，删掉 ("logged it wrong, delete it"), "undo that please". */
export const readTakenBack: WordReader<Context> = async ({ line }, ctx) => {
  const order = readTakeBack(line);
  if (!order) return undefined;
  const { what, about } = order;
  const strength = what === 'mistake' ? 'fair' : 'strong';
  return {
    kind: 'correction',
    strength,
    isAside: strength === 'fair' && (await recentActs(ctx)).length === 0,
    call: { command: 'undo', input: { what, ...(about ? { words: about } : {}) } },
  };
};

/**
 * Reads an order about a task: 做完了 ("done"), 改到周五 ("to Friday"), "push the Larkspur call to Friday". Only a task that the
 * words name, or the one on the answered card or talked about, is meant; of several the person is asked.
 */
export const readTaskOrders: WordReader<Context> = async ({ line }, ctx) => {
  const order = readTaskOrder(line, ctx.at);
  if (!order) return undefined;
  if (order.about) {
    // A number means that record and no other, whether it can be opened or not.
    const [number] = recordNumbersIn(order.about);
    if (recordNumber(number ?? '')?.type === 'task') return orderOn(order, { task: number as string }, true);
    const found = await tasksCalled(ctx, order.about);
    return found.length > 0 ? readingOf(order, found, order.about) : undefined;
  }
  const meant = await tasksMeant(ctx);
  return readingOf(order, meant, undefined);
};

/** The call of an order about these tasks: about the only one, else what the words say, which is asked about. */
function readingOf(order: TaskOrder, found: Task[], about: string | undefined): WordReading | undefined {
  const [only, ...others] = found;
  const isOne = only !== undefined && others.length === 0;
  const task: { task?: string } = isOne ? { task: taskNo(only) } : about ? { task: about } : {};
  return orderOn(order, task, isOne || about !== undefined);
}

function orderOn(order: TaskOrder, task: { task?: string }, isNamed: boolean): WordReading {
  const strength = isNamed ? 'strong' : 'fair';
  const isAside = strength === 'fair';
  if (order.kind === 'done')
    return { kind: 'order', strength, isAside, call: { command: 'task-done', input: task } };
  const when: { to?: string; days?: string } = order.to ? { to: order.to } : { days: String(order.shift) };
  return { kind: 'order', strength, isAside, call: { command: 'task-snooze', input: { ...task, ...when } } };
}

/** The open tasks that words without a name mean: of the answered card, of what was done last here, or of the talk. */
async function tasksMeant(ctx: Context): Promise<Task[]> {
  if (ctx.subject) return await tasksOfRecord(ctx, ctx.subject);
  for (const { events } of (await recentActs(ctx)).slice(0, 1)) {
    const ids = new Set(
      events.filter(({ recordType }) => recordType === 'task').map(({ recordId }) => recordId),
    );
    const tasks: Task[] = [];
    for (const id of ids) {
      const task = (await currentRecord(ctx.db, 'task', id)) as Task | undefined;
      if (task?.status === 'open') tasks.push(task);
    }
    if (tasks.length > 0) return tasks;
  }
  return ctx.topic ? await tasksOfRecord(ctx, ctx.topic).catch(() => []) : [];
}
