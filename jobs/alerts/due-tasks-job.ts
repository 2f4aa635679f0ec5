import { taskWords } from '../../crm/access/visibility.js';
import { type Action, actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import { taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import { formatDate, formatTime } from '../../kernel/time/format-time.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { dailyTasksCron } from '../../sales/process/process-schedules.js';
import { dueTasks as openTasksDue } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Person, Task } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { habitsOf, notifyPerson, type Reader, readerOf } from '../shared/deliver.js';
import { drawnByCall } from '../shared/drawn-by-call.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

import { lateNote } from '../shared/late-note.js';

/** Tasks shown in a list. */
const shown = 7;
/** Most tasks read per person. */
const looked = 200;

/** Each workday morning, sends everybody the tasks that are due today or overdue. */
export const dueTasksJob = defineJob({
  name: 'due-tasks',
  summary: 'Each workday morning, tasks due and overdue, to each person',
  async slots(ctx) {
    const cron = dailyTasksCron(ctx.process);
    const teams = await listTeams(ctx.store.db);
    const without = { scope: '', cron, timeZone: ctx.timeZone };
    return [without, ...teams.map((team) => ({ scope: team.id, cron, timeZone: team.timeZone }))];
  },
  async run(slot, ctx) {
    const counts = { people: 0, tasks: 0, unreachable: 0 };
    const people = await listPeople(ctx.store.db, slot.scope || null);
    const batch = new Batch();
    await batch.each(
      people.filter((one) => (one.teamId ?? '') === slot.scope),
      async (person) => {
        const today = localDate(slot.at, habitsOf(ctx, person).zone);
        if (!ctx.calendar.isWorkday(today)) return;
        const sent = await ctx.store.tx((tx) => sendTasks(tx, ctx, person, today, slot.lateMinutes));
        if (sent === undefined) return;
        if (sent === 0) counts.unreachable++;
        else counts.people++;
        counts.tasks += sent;
      },
    );
    batch.end();
    return { counts };
  },
});

/** Returns the number of tasks sent: 0 if there is no place to send them, undefined if none are due. */
async function sendTasks(
  tx: Db,
  ctx: JobContext,
  person: Person,
  today: string,
  lateMinutes: number,
): Promise<number | undefined> {
  const reader = await readerOf(tx, ctx, person);
  const endOfDay = instantOf(addDays(today, 1), '00:00', reader.zone);
  const tasks = await openTasksDue(tx, person.id, endOfDay, looked);
  if (tasks.length === 0) return undefined;
  const names: string[] = [];
  for (const task of tasks.slice(0, shown)) names.push((await customerById(tx, task.customerId))?.name ?? '');
  const list = tasksCard(reader, tasks, names, today);
  list.nodes.push(...lateNote(lateMinutes, reader.locale));
  const card = drawnByCall(list, 'today', {}, { at: ctx.now, locale: reader.locale });
  const key = `tasks:${person.id}:${today}`;
  return (await notifyPerson(tx, ctx, person, 'stall', { key, card })) ? tasks.length : 0;
}

function tasksCard(reader: Reader, tasks: readonly Task[], names: readonly string[], today: string): Card {
  const t = textsIn(reader.locale).job;
  const c = textsIn(reader.locale).common;
  const overdue = tasks.filter((task) => task.dueDate < today).length;
  const first = tasks.slice(0, shown);
  const choices = first.slice(0, 3).map((task) => choiceOf(reader, task, today));
  return {
    key: `tasks:${today}`,
    title: t.tasksTitle(formatDate(today, reader, today)),
    tone: overdue > 0 ? 'warn' : 'info',
    nodes: [
      text(t.tasksSaid(tasks.length - overdue, overdue), 'strong'),
      table(
        [t.task, c.customer, t.due],
        first.map((task, index) => [
          `${taskNo(task)} ${taskWords(reader, task)}`,
          names[index] ?? '',
          dueWords(reader, task, today),
        ]),
      ),
      ...(tasks.length > shown ? [text(t.tasksMore(tasks.length - shown))] : []),
      ...actions(...choices, button(t.all, 'today', {}, { style: 'primary' })),
      context(formatDate(today, reader, '')),
    ],
  };
}

/** Offers to complete the task, or to postpone it by a day or a week, never to a past day. */
function choiceOf(reader: Reader, task: Task, today: string): Action {
  const c = textsIn(reader.locale).common;
  const no = taskNo(task);
  const from = task.dueDate > today ? task.dueDate : today;
  const later = (days: number) => ({
    command: 'task-snooze',
    input: { task: no, to: addDays(from, days), v: task.version },
  });
  return {
    kind: 'select',
    label: no,
    row: no,
    options: [
      { label: c.done, call: { command: 'task-done', input: { task: no, v: task.version } } },
      { label: c.plusDay, call: later(1) },
      { label: c.plusWeek, call: later(7) },
    ],
  };
}

function dueWords(reader: Reader, task: Task, today: string): string {
  const t = textsIn(reader.locale).job;
  if (task.dueDate < today) return `${t.overdue} · ${formatDate(task.dueDate, reader, today)}`;
  return task.dueTime ? formatsIn(reader.locale).moment(t.today, formatTime(task.dueTime, reader)) : t.today;
}
