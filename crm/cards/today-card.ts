import {
  actions,
  button,
  type Card,
  type CardNode,
  context,
  ofRow,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { dealNo, leadNo, taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import { dayMs } from '../../kernel/time/moments.js';
import { instantOf } from '../../kernel/time/zone.js';
import { byValueAtRisk, valueAtRisk } from '../../sales/deals/value-at-risk.js';
import { dueTasks } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { unansweredOf } from '../../store/leads/open-work.js';
import type { Deal, Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { taskWords } from '../access/visibility.js';
import { amountWords } from '../words/deal-words.js';
import { dateWords, dueAhead, todayOf } from '../words/zoned-dates.js';
import { taskChoices } from './task-card.js';
import { approvalsToGive } from './waiting-approvals.js';

/** Lines that a phone shows without scrolling (GRAMMAR row 6). */
const most = 7;

/** Requests for approval told of. */
const mostApprovals = 4;

/** The speaker's list for today, with what waits for their approval; also posted each morning. */
export async function todayCard(ctx: Context): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).work;
  const d = textsIn(ctx.locale).deal;
  const tomorrow = instantOf(addDays(todayOf(ctx), 1), '00:00', ctx.zone);
  const tasks = await dueTasks(ctx.db, ctx.person.id, tomorrow);
  const leads = await unansweredOf(ctx.db, ctx.person.id, tomorrow, most);
  const items = byValueAtRisk(await Promise.all(tasks.map((task) => withDeal(ctx, task))), ctx.process);
  const overdue = tasks.filter((task) => task.dueAt <= ctx.now).length;
  const shown = items.slice(0, most);
  const coming = await comingUp(ctx, tomorrow, most - shown.length);
  const rows = await Promise.all(shown.map(({ task, deal }) => rowOf(ctx, task, deal)));
  const approvals = await approvalsToGive(ctx, mostApprovals);
  const empty = tasks.length + leads.length + approvals.length === 0;
  return {
    key: `today:${ctx.person.id}:${todayOf(ctx)}`,
    title: t.today(dateWords(ctx, todayOf(ctx))),
    tone: overdue > 0 ? 'warn' : 'info',
    nodes: [
      text(empty ? t.todayEmpty : t.todayCount(tasks.length, overdue), 'strong'),
      ...(rows.length > 0 ? [table([t.columns.what, t.columns.due, right(t.columns.value)], rows)] : []),
      ...coming,
      ...leads.map((lead) => text(t.unanswered(leadNo(lead)))),
      ...approvals.map(({ words }) => text(words)),
      ...actions(
        ...approvals
          .slice(0, 2)
          .map(({ deal }) => dealNo(deal))
          .map((no) => ofRow(no, button(`${d.approve} ${no}`, 'approve', { deal: no }))),
        ...leads
          .slice(0, 2)
          .map(leadNo)
          .map((no) => ofRow(no, button(`${c.log} ${no}`, 'log', { subject: no }))),
        ...shown.map(({ task }) => taskChoices(ctx, task)),
      ),
      ...(items.length > most ? [context(t.more(items.length - most))] : []),
    ],
  };
}

/** Days ahead whose tasks are told of, and most of them. */
const ahead = { days: 7, most: 3 };

/** Lists the next tasks of the coming week, if there is room for them. */
async function comingUp(ctx: Context, tomorrow: Date, room: number): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).work;
  const until = new Date(tomorrow.getTime() + ahead.days * dayMs);
  const tasks = (await dueTasks(ctx.db, ctx.person.id, until)).filter(
    ({ dueDate }) => dueDate > todayOf(ctx),
  );
  const shown = tasks.slice(0, Math.min(ahead.most, room));
  if (shown.length === 0) return [];
  const rows = await Promise.all(shown.map(async (task) => (await rowOf(ctx, task, null)).slice(0, 2)));
  return [text(textsIn(ctx.locale).list.comingUp), table([t.columns.what, t.columns.due], rows)];
}

async function withDeal(ctx: Context, task: Task) {
  return {
    task,
    deal: task.dealId ? ((await dealById(ctx.db, task.dealId)) ?? null) : null,
    dueAt: task.dueAt,
  };
}

async function rowOf(ctx: Context, task: Task, deal: Deal | null): Promise<string[]> {
  const t = textsIn(ctx.locale).work;
  const customer = await customerById(ctx.db, task.customerId);
  const late = task.dueAt <= ctx.now ? ` ${t.overdue}` : '';
  const value = deal ? amountWords(ctx, valueAtRisk(deal, ctx.process), deal) : '';
  return [
    `${taskNo(task)} ${customer?.name ?? ''} ${taskWords(ctx, task)}`,
    `${dueAhead(ctx, task)}${late}`,
    value,
  ];
}
