import { type Action, actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import type { Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { taskWords } from '../access/visibility.js';
import { customerOf } from '../words/open-records.js';
import { ownerName } from '../words/owner-names.js';
import { dueAhead, momentWords, todayOf } from '../words/zoned-dates.js';
import { undoButton } from './deal-card.js';

/** Moves the task's day by that many days, never to a past day. */
export function laterDay(ctx: Context, task: Task, days: number): string {
  const [, from = task.dueDate] = [task.dueDate, todayOf(ctx)].sort();
  return addDays(from, days);
}

/** Offers to complete the task, or to postpone it by a day or a week. */
export function taskChoices(ctx: Context, task: Task): Action {
  const c = textsIn(ctx.locale).common;
  const no = taskNo(task);
  const later = (days: number) => ({ task: no, to: laterDay(ctx, task, days), v: task.version });
  return {
    kind: 'select',
    label: no,
    row: no,
    options: [
      { label: c.done, call: { command: 'task-done', input: { task: no, v: task.version } } },
      { label: c.plusDay, call: { command: 'task-snooze', input: later(1) } },
      { label: c.plusWeek, call: { command: 'task-snooze', input: later(7) } },
    ],
  };
}

/** A task, with undo if asked for. */
export async function taskCard(ctx: Context, task: Task, conclusion?: string, undo = false): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const no = taskNo(task);
  const customer = await customerOf(ctx, task);
  const open = task.status === 'open';
  return {
    key: `task:${no}`,
    title: `${no} · ${customer.name}`,
    subtitle: taskWords(ctx, task),
    tone: open ? 'info' : 'good',
    nodes: [
      ...(conclusion ? [text(conclusion, 'strong')] : []),
      ...fields([c.nextStep, dueAhead(ctx, task)], [c.owner, await ownerName(ctx, task)]),
      ...actions(
        open && button(c.done, 'task-done', { task: no, v: task.version }, { style: 'primary' }),
        open && button(c.plusDay, 'task-snooze', { task: no, to: laterDay(ctx, task, 1), v: task.version }),
        open && button(c.plusWeek, 'task-snooze', { task: no, to: laterDay(ctx, task, 7), v: task.version }),
        undo && undoButton(ctx),
      ),
      context(c.footer(no, await ownerName(ctx, task), momentWords(ctx, ctx.now))),
    ],
  };
}
