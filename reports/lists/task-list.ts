import type { Context } from '../../crm/access/context.js';
import { taskWords } from '../../crm/access/visibility.js';
import { taskChoices } from '../../crm/cards/task-card.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import { dueAhead, todayOf } from '../../crm/words/zoned-dates.js';
import type { Card } from '../../kernel/card/card.js';
import { taskNo } from '../../kernel/records/record-number.js';
import type { ListRequest } from '../../language/look-up/list-request.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { dueTasks, openTasksOf } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { isOfTeam } from '../../store/reports/report-conditions.js';
import type { Task } from '../../store/schema/row-types.js';
import { forever } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { periodOfKey } from '../request/report-period.js';
import { type ListPage, rowsCard } from './list-card.js';
import { type ListedOwner, listedOwner, shownAmong } from './list-owner.js';

/** Lists open tasks, one's own, a colleague's or those of a customer, by the day on which they are due: all of them, those of a span, or those that are overdue. */
export async function taskList(ctx: Context, request: ListRequest, page: ListPage): Promise<Card> {
  const { period, isLate, giver } = request;
  const w = textsIn(ctx.locale).work;
  const t = textsIn(ctx.locale).list;
  const named = request.filters.customer;
  const customer = named === undefined ? undefined : await onlyCustomerCalled(ctx, named);
  const owner = customer ? { name: customer.name } : await listedOwner(ctx, request.whose ?? 'me');
  const span = period === undefined ? undefined : daysOfKey(period, todayOf(ctx));
  const found = customer ? await openTasksOf(ctx.db, customer.id) : await tasksOfOwner(ctx, owner);
  const due = found.filter(
    ({ dueDate, dueAt }) =>
      (span === undefined || (dueDate >= span.first && dueDate < span.after)) &&
      (!isLate || dueAt <= ctx.now),
  );
  const given = giver === undefined ? due : await givenBy(ctx, due, giver);
  const tasks = await shownAmong(ctx, given);
  const rows = [];
  for (const task of tasks) {
    const of = (await customerById(ctx.db, task.customerId))?.name ?? '';
    const title = taskWords(ctx, task);
    const words = title.includes(of) ? title : `${of} ${title}`;
    const late = task.dueAt <= ctx.now ? ` ${w.overdue}` : '';
    rows.push({
      number: taskNo(task),
      name: words,
      cells: [`${taskNo(task)} ${words}`, `${dueAhead(ctx, task)}${late}`],
    });
  }
  return rowsCard(ctx, page, {
    kind: 'tasks',
    owner,
    narrowed: [
      ...(period ? [periodOfKey(ctx, period).label] : []),
      ...(isLate ? [w.overdue] : []),
      ...(giver ? [t.givenBy(giver)] : []),
    ],
    conclusion: t.tasks(rows.length),
    columns: [w.columns.what, w.columns.due],
    rows,
    actions: (shown) =>
      tasks
        .filter(
          (task) =>
            (!owner.name || customer !== undefined) &&
            shown.slice(0, 3).some(({ number }) => number === taskNo(task)),
        )
        .map((task) => taskChoices(ctx, task)),
  });
}

/** Those of the tasks that a colleague of that name made or gave away last. */
async function givenBy(ctx: Context, tasks: Task[], name: string): Promise<Task[]> {
  const giver = (await listPeople(ctx.db)).find((one) => one.name === name);
  const given: Task[] = [];
  for (const task of tasks) {
    const events = await eventsOf(ctx.db, 'task', task.id, mostEvents);
    const last = events.find(({ kind }) => kind === 'task.created' || kind === 'task.assigned');
    if (last?.personId === giver?.id) given.push(task);
  }
  return given;
}

/** Most changes of a task that are looked through. */
const mostEvents = 50;

/** Most people of a team whose tasks are read. */
const mostPeople = 100;

async function tasksOfOwner(ctx: Context, { person, teams }: ListedOwner) {
  if (person) return await dueTasks(ctx.db, person.id, forever);
  const people = (await listPeople(ctx.db)).filter((one) => one.active && isOfTeam(one.teamId, teams));
  const tasks = [];
  for (const one of people.slice(0, mostPeople)) tasks.push(...(await dueTasks(ctx.db, one.id, forever)));
  return tasks.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.no - b.no);
}
