import { remindsSpeaker } from '../../language/sentence/own-reminder.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import type { Task } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';

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
