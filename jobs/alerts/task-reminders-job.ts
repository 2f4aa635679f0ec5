import { taskWords } from '../../crm/access/visibility.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { openCall } from '../../kernel/card/open-call.js';
import { taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { localDate } from '../../kernel/time/zone.js';
import { tasksAtTheirTime } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Task } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { notifyPerson, placeFor, type Reader, readerOf } from '../shared/deliver.js';
import { drawnByCall } from '../shared/drawn-by-call.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { lateNote } from '../shared/late-note.js';

/** How long after its time a task is still reminded of, as after a restart, in ms. */
const latestMs = 2 * 60 * 60_000;
/** From here on a reminder says that it is late. */
const noticedMinutes = 3;
/** Most tasks of one minute. */
const looked = 500;

/** Reminds people of tasks that have a time of day, at that time, in their private chat. */
export const taskReminders = defineJob({
  name: 'task-reminders',
  summary: 'At its time, a task that has one, to its owner',
  slots: async (ctx) => [{ scope: '', cron: '* * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { reminded: 0 };
    const after = new Date(slot.at.getTime() - latestMs);
    const batch = new Batch();
    await batch.each(
      await tasksAtTheirTime(ctx.store.db, { after, until: slot.at }, looked),
      async (task) => {
        if (await ctx.store.tx((tx) => remind(tx, ctx, task))) counts.reminded++;
      },
    );
    batch.end();
    return { counts };
  },
});

/** Whether a reminder was queued: once for each time that a task was given, and never in a channel. */
async function remind(tx: Db, ctx: JobContext, task: Task): Promise<boolean> {
  const owner = task.ownerId ? await personById(tx, task.ownerId) : undefined;
  if (!owner || (await placeFor(tx, owner, 'stall'))?.kind !== 'private') return false;
  const reader = await readerOf(tx, ctx, owner);
  const customer = (await customerById(tx, task.customerId))?.name ?? '';
  const card = reminderCard(reader, task, customer, ctx.now);
  const { locale } = reader;
  const lateMinutes = Math.floor((ctx.now.getTime() - task.dueAt.getTime()) / 60_000);
  if (lateMinutes >= noticedMinutes) card.nodes.push(...lateNote(lateMinutes, locale));
  const { command, input } = openCall(taskNo(task));
  const key = `task-time:${task.id}:${task.dueAt.getTime()}`;
  const post = { key, card: drawnByCall(card, command, input, { at: ctx.now, locale }) };
  return (await notifyPerson(tx, ctx, owner, 'stall', post)) !== undefined;
}

function reminderCard(reader: Reader, task: Task, customer: string, now: Date): Card {
  const t = textsIn(reader.locale);
  const no = taskNo(task);
  const tomorrow = addDays(localDate(now, reader.zone), 1);
  const to = task.dueTime ? `${tomorrow}T${task.dueTime}` : tomorrow;
  return {
    key: `task:${no}`,
    title: t.job.taskNow(no, customer),
    tone: 'info',
    nodes: [
      text(taskWords(reader, task), 'strong'),
      ...actions(
        button(t.common.done, 'task-done', { task: no, v: task.version }, { style: 'primary' }),
        button(t.common.plusDay, 'task-snooze', { task: no, to, v: task.version }),
      ),
      context(formatMoment(task.dueAt, reader, now)),
    ],
  };
}
