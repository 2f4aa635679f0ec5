import { type Context, defineCommand } from '../../crm/access/context.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { dateWords, dueMoment, dueWords, isOver } from '../../crm/words/zoned-dates.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { inHalfOfDay } from '../../kernel/pieces/dates/bare-hour.js';
import { addDays, mondayOf, weekday } from '../../kernel/time/dates.js';
import { namesBareWeekday, postponesToWeekday } from '../../language/correction/postponed.js';
import type { Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { openTaskToChange } from './open-task-to-change.js';

/** `延 T-3 下周一` ("postpone T-3 to next Monday"): moves a task to another day. */
export const taskSnooze = defineCommand({
  name: 'task-snooze',
  changes: ['task.snoozed'],
  seldom: true,
  fields: {
    task: f.lookup('task', { required: true }),
    to: f.date(),
    /** Days later, if no day was said. */
    days: f.id(),
    /** 'HH:mm': another time on the same day, if no day was said. */
    time: f.id(),
    /** 'h:mm' without the half of the day, which is that of the task or the one in which people work. */
    hour: f.id(),
  },
  asks: ({ task, to, days, time, hour }) => (task && !to && !days && !time && !hour ? 'to' : undefined),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const task = await openTaskToChange(ctx, input.task);
    const time = input.hour ? inHalfOfDay(input.hour, task.dueTime) : input.time;
    const sameDay = time && `${task.dueDate}T${time}`;
    const to = input.to ? dayMeant(ctx, task, input.to) : (sameDay ?? laterBy(task, Number(input.days)));
    if (isOver(ctx, to)) throw new InputError('to', t.mustBeLater(dateWords(ctx, to)));
    const moved = await ctx.unit.change('task.snoozed', task, dueMoment(to, ctx.zone));
    return await taskCard(ctx, moved, t.taskSnoozed(dueWords(ctx, moved)), true);
  },
});

/**
 * The day that was said: a weekday to which a task is postponed comes after the task's own day, any other one is of its week, and the task keeps its hour
 * where none was said.
 */
function dayMeant(ctx: Context, { dueDate, dueTime }: Task, said: string): string {
  const [day = said, time] = said.split('T');
  const isLater = postponesToWeekday(ctx.words);
  let to = day;
  // A weekday alone is one of the week for which the task is planned: "Friday" of what is due on Thursday of next week.
  const ofItsWeek = addDays(mondayOf(dueDate), weekday(day) - 1);
  if (!isLater && namesBareWeekday(ctx.words) && ofItsWeek > to) to = ofItsWeek;
  while (isLater && to <= dueDate) to = addDays(to, 7);
  if (time) return `${to}T${time}`;
  const kept = `${to}T${dueTime}`;
  return dueTime && !isOver(ctx, kept) ? kept : to;
}

/** The task's day, that many days later, with its time. */
function laterBy({ dueDate, dueTime }: Task, days: number): string {
  const day = addDays(dueDate, Math.round(days));
  return dueTime ? `${day}T${dueTime}` : day;
}
