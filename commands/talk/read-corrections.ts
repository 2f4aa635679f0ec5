import type { Context } from '../../crm/access/context.js';
import { mayRecordFor } from '../../crm/acts/colleague-task.js';
import { isUnsure, recentActs } from '../../crm/corrections/recent-acts.js';
import { customersNamedIn } from '../../crm/lookup/customers-named-in.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { tasksCalled, tasksDue, tasksOfRecord, tasksWithNamed } from '../../crm/lookup/task-named.js';
import type { Call } from '../../kernel/card/card.js';
import {
  customerNo,
  isNumbered,
  recordNo,
  recordNumber,
  recordNumbersIn,
  taskNo,
} from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { correctsPerson, otherOwner } from '../../language/correction/other-owner.js';
import { ordersMove } from '../../language/correction/postponed.js';
import { type Ahead, readRemindBefore } from '../../language/correction/remind-before.js';
import { mayDrop, namesBeside, readTakeBack } from '../../language/correction/take-back-order.js';
import { readTaskOrder, type TaskOrder } from '../../language/correction/task-order.js';
import { calledColleagues } from '../../language/names/given-tasks.js';
import { isNameLike } from '../../language/names/name-like.js';
import { namesMatter } from '../../language/sentence/task-told.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Person, Task } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';

/** Reads words that may drop what was recorded a moment ago, "nvm": it is asked whether to undo it. */
export const readDropped: WordReader<Context> = async ({ line }, ctx) => {
  if (!mayDrop(line) || ctx.isOverheard || ctx.isUnwritten) return undefined;
  const at = (await recentActs(ctx))[0]?.events.at(-1)?.at;
  if (!at || ctx.now.getTime() - at.getTime() > momentMs) return undefined;
  return { kind: 'correction', strength: 'exact', call: { command: 'undo', input: { what: 'perhaps' } } };
};

/** How long "nvm" may be about what was just recorded, in ms. */
const momentMs = 60_000;

/** Reads a line that takes something back: 刚才记错了，删掉 ("logged it wrong, delete it"), "undo that please". */
export const readTakenBack: WordReader<Context> = async ({ line }, ctx) => {
  const order = readTakeBack(line);
  if (!order) return undefined;
  const { done, step } = order;
  const beside = order.about === undefined && !step ? await customerBeside(ctx, line) : undefined;
  const what = beside ? 'about' : order.what;
  const about = order.about ?? beside;
  const words = about ?? step;
  if (done !== undefined && (await recentActs(ctx))[0]?.events[0]?.words?.includes(done) !== true)
    return undefined;
  const [number] = recordNumbersIn(line);
  if (number && !(await isOfLast(ctx, number))) return readNumbered(number);
  // A task to come may be called by the same words: "drop the call tomorrow at 10".
  if (about && (await readTaskDrop(line, ctx))) return undefined;
  const strength = what === 'mistake' ? 'fair' : 'strong';
  return {
    kind: 'correction',
    strength,
    isAside: strength === 'fair' && (await recentActs(ctx)).length === 0,
    call: { command: 'undo', input: { what, ...(words ? { words } : {}) } },
  };
};

/** The customer whom a line names beside its order: what was done about nobody else is meant. */
async function customerBeside(ctx: Context, line: string): Promise<string | undefined> {
  for (const words of namesBeside(line)) if (await onlyCustomerCalled(ctx, words)) return words;
  return undefined;
}

/** Whether the act done last made or changed the record with that number. */
async function isOfLast(ctx: Context, number: string): Promise<boolean> {
  const [last] = await recentActs(ctx);
  const ids = new Set(last?.events.map(({ recordId }) => recordId));
  const { customer, deal, lead } = (await openSubject(ctx, number).catch(() => undefined)) ?? {};
  return [deal ?? lead ?? customer].some((record) => record !== undefined && ids.has(record.id));
}

/** Shows a record that the words name and want to be rid of: the last act is another one's. A task is dropped elsewhere. */
const readNumbered = (number: string): WordReading | undefined =>
  recordNumber(number)?.type === 'task'
    ? undefined
    : { kind: 'lookUp', strength: 'exact', call: { command: 'find', input: { name: number } } };

/**
 * Reads an order about a task: 做完了 ("done"), 改到周五 ("to Friday"), "push the Larkspur call to Friday". Only a task that the
 * words name, or the one on the answered card or talked about, is meant; of several the person is asked.
 */
export const readTaskOrders: WordReader<Context> = async ({ line }, ctx) => {
  const order = readTaskOrder(line, ctx.at);
  if (!order) return undefined;
  if (order.kind === 'drop') return await readTaskDrop(line, ctx);
  if (order.kind === 'move' && order.minutes) return await readTaskMinutes(order, order.minutes, ctx);
  if (order.kind === 'move' && (order.time || order.hour)) return await readTaskTime(order, ctx);
  if (order.kind === 'done' && order.isStated && !namesMatter(order.about ?? '')) return undefined;
  if (order.about) {
    const task = taskNumbered(order.about);
    if (task) return orderOn(order, { task }, true);
    const found = onDay(await tasksCalled(ctx, order.about), order);
    if (found.length > 0) return readingOf(order, found, order.about);
    // An order to move what nobody planned makes no second task: it is asked which one is meant.
    const isAsked = order.kind === 'move' && ordersMove(line);
    return isAsked && (await tasksWithNamed(ctx, order.about)).length > 0
      ? orderOn(order, { task: order.about }, true)
      : undefined;
  }
  const meant = await tasksMeant(ctx);
  if (!order.on) return readingOf(order, meant, undefined);
  // The day tells which: of what is talked about, else of all; none is moved that is planned for another time.
  const then = plannedThen(meant, order);
  const found = then.length > 0 ? then : plannedThen(await tasksDue(ctx, order.on), order);
  // What colleagues say to each other is asked about only if it fits a task.
  return orderOn(order, onlyOf(found), found.length > 0 || !ctx.isOverheard);
};

/** The number of a task in the words: that record and no other is meant, whether it can be opened or not. */
function taskNumbered(words: string): string | undefined {
  const [number = words, ...others] = recordNumbersIn(words);
  if (others.length > 0) return undefined;
  const read = recordNumber(number);
  return read?.type === 'task' ? taskNo(read) : undefined;
}

/**
 * Reads an order to drop a task: "cancel the call tmrw 10am", "drop T-7", 取消明天的电话. Undefined if the words name no open task,
 * by its words or its customer's contact, none of the day that they say, or a note as well.
 */
async function readTaskDrop(line: string, ctx: Context): Promise<WordReading | undefined> {
  const order = readTaskOrder(line, ctx.at);
  if (order?.kind !== 'drop' || order.hasNote) return undefined;
  if (!order.about) {
    const due = order.on ? await tasksDue(ctx, order.on) : [];
    return due.length > 0 ? orderOn(order, onlyOf(plannedThen(due, order)), true) : undefined;
  }
  const task = taskNumbered(order.about);
  if (task) return orderOn(order, { task }, true);
  const called = await tasksCalled(ctx, order.about);
  const open = called.length > 0 || !isNameLike(order.about) ? called : await tasksOfNamed(ctx, order.about);
  const found = plannedThen(open, order);
  if (found.length === 0) return undefined;
  const reading = readingOf(order, found, order.about);
  // A task of that day is no follow-up, which could be deleted as well.
  return order.on && reading ? { ...reading, strength: 'exact' } : reading;
}

/** The speaker's open tasks of the customers whom the words name, also by a contact. */
async function tasksOfNamed(ctx: Context, words: string): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const customer of await customersNamedIn(ctx, words))
    tasks.push(...(await tasksOfRecord(ctx, customerNo(customer)).catch(() => [])));
  return tasks;
}

/**
 * Reads another time of day for what was planned: "demo is at 2pm". The task just made or moved is meant, if the words fit it,
 * else the one that they name.
 */
async function readTaskTime(
  order: Extract<TaskOrder, { kind: 'move' }>,
  ctx: Context,
): Promise<WordReading | undefined> {
  const meant = await tasksMeant(ctx);
  const recent = order.on ? meant.filter(({ dueDate }) => dueDate === order.on) : meant;
  if (!order.about) {
    // An hour without any task to go with: it is asked which one is meant.
    return recent.length > 0 || (order.hour && !ctx.isOverheard)
      ? orderOn(order, onlyOf(recent), true)
      : undefined;
  }
  const numbered = taskNumbered(order.about);
  if (numbered) return orderOn(order, { task: numbered }, true);
  const called = await tasksCalled(ctx, order.about);
  const both = recent.filter(({ id }) => called.some((one) => one.id === id));
  const found = both.length > 0 ? both : called;
  return found.length > 0 ? readingOf(order, found, order.about) : undefined;
}

/** Reads that a task is so many minutes later: of one without a time of day, the new time is asked. */
async function readTaskMinutes(
  order: Extract<TaskOrder, { kind: 'move' }>,
  minutes: number,
  ctx: Context,
): Promise<WordReading | undefined> {
  const called = order.about ? await tasksCalled(ctx, order.about) : await tasksMeant(ctx);
  const found = onDay(called, order);
  const [only, ...others] = found;
  if (!only) return undefined;
  if (others.length > 0) return readingOf({ kind: 'move' }, found, order.about);
  const to = minutesLater(only, minutes);
  return orderOn({ kind: 'move', ...(to ? { to } : {}) }, { task: taskNo(only) }, true);
}

const onlyOf = ([only, ...others]: Task[]): { task?: string } =>
  only && others.length === 0 ? { task: taskNo(only) } : {};

/** Those of the tasks that are planned for the day and the time that the words say, if any are. */
function onDay(tasks: Task[], order: TaskOrder): Task[] {
  const then = plannedThen(tasks, order);
  return then.length > 0 ? then : tasks;
}

/** Those of the tasks that are planned for the day and the time that the words say; 三点 ("three") is either half of the day. */
const plannedThen = (tasks: Task[], { on, onTime }: TaskOrder): Task[] =>
  tasks.filter(
    ({ dueDate, dueTime }) =>
      (!on || dueDate === on) && (!onTime || (dueTime !== null && sameHour(dueTime, onTime))),
  );

function sameHour(one: string, other: string): boolean {
  const [hour, minute] = one.split(':').map(Number);
  const [otherHour, otherMinute] = other.split(':').map(Number);
  return minute === otherMinute && (hour ?? 0) % 12 === (otherHour ?? 0) % 12;
}

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
  if (order.kind !== 'move') {
    const command = order.kind === 'done' ? 'task-done' : 'task-drop';
    return { kind: 'order', strength, isAside, call: { command, input: task } };
  }
  const { to, time, hour, shift } = order;
  const when: Record<string, string> = to
    ? { to }
    : time
      ? { time }
      : hour
        ? { hour }
        : shift !== undefined
          ? { days: String(shift) }
          : {};
  return { kind: 'order', strength, isAside, call: { command: 'task-snooze', input: { ...task, ...when } } };
}

/** The open tasks that words without a name mean: of the answered or posted card, of what was done last here, or of the talk. */
async function tasksMeant(ctx: Context): Promise<Task[]> {
  const seen = ctx.subject ?? ctx.posted;
  if (seen) return await tasksOfRecord(ctx, seen);
  if (ctx.isUnwritten) return [];
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

/** Reads an order to be reminded some time before the task that is meant: 提前一天提醒 ("remind me a day before"). */
export const readRemindedBefore: WordReader<Context> = async ({ line }, ctx) => {
  const ahead = readRemindBefore(line);
  // While something waits to be written, its task is meant, which is not there yet.
  const [task, ...others] = ahead && !ctx.isOverheard && !ctx.isUnwritten ? await tasksMeant(ctx) : [];
  if (!ahead || !task || others.length > 0 || !task.customerId) return undefined;
  const next = momentBefore(task, ahead);
  // Of a task without a time of day nobody can say when its hour before is.
  if (!next) return undefined;
  return {
    kind: 'order',
    strength: 'exact',
    call: { command: 'plan', input: { subject: taskNo(task), next, note: task.title } },
  };
};

/** The moment that lies so long before the task, or undefined if that needs a time of day and the task has none. */
function momentBefore({ dueDate, dueTime }: Task, { days, minutes }: Ahead): string | undefined {
  if (days) return dueTime ? `${addDays(dueDate, -days)}T${dueTime}` : addDays(dueDate, -days);
  return minutes ? minutesLater({ dueDate, dueTime }, -minutes) : undefined;
}

/** The moment so many minutes after the task's, on its day; undefined if it has no time or that day would be another. */
function minutesLater(
  { dueDate, dueTime }: Pick<Task, 'dueDate' | 'dueTime'>,
  minutes: number,
): string | undefined {
  if (!dueTime) return undefined;
  const [hour = 0, minute = 0] = dueTime.split(':').map(Number);
  const at = hour * 60 + minute + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return at < 0 || at >= 24 * 60 ? undefined : `${dueDate}T${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

/** How long after a task was made words without a verb of it give it to somebody else, in ms. */
const justMadeMs = 10 * 60_000;

/**
 * Reads a line that gives the task just made to another colleague: 不对，是吴桐去 ("no, Wu Tong goes"), "no, Nina should do that".
 */
export const readTaskGiven: WordReader<Context> = async ({ line }, ctx) => {
  const people = (await listPeople(ctx.db)).filter(({ active }) => active);
  const called = calledColleagues(
    line,
    people.map(({ name }) => name),
  );
  const who = otherOwner(line, called);
  const to = who === 'me' ? ctx.person : people.find(({ name }) => name === who);
  const given = to && (await handedOverJustNow(ctx, to));
  if (given) return { kind: 'correction', strength: 'exact', call: given };
  const task = to && (await taskJustGiven(ctx, correctsPerson(line)));
  if (!to || !task || (task.ownerId === to.id && to.id === ctx.person.id)) return undefined;
  // "give it to Nina" of a rep means the record: only a manager gives tasks.
  if (to.id !== ctx.person.id && !mayRecordFor(ctx, to) && !correctsPerson(line)) return undefined;
  return {
    kind: 'correction',
    strength: 'exact',
    call: { command: 'task-give', input: { task: taskNo(task), to: to.id } },
  };
};

/** Records that are given to a new owner: the first of them in an act is what was given, the others went along. */
const givenOver = ['deal.assigned', 'lead.assigned', 'customer.assigned'] as const;

/**
 * The call that gives what the speaker just gave to somebody to another colleague instead, or back to whoever had it;
 * undefined if their last act gave away no single record.
 */
async function handedOverJustNow(ctx: Context, to: Person): Promise<Call | undefined> {
  if (isUnsure(ctx)) return undefined;
  const [act] = await recentActs(ctx);
  const at = act?.events.at(-1)?.at;
  if (!act || !at || ctx.now.getTime() - at.getTime() > justMadeMs) return undefined;
  if (act.events.some(({ before }) => before === null)) return undefined;
  const kind = givenOver.find((one) => act.events.some((event) => event.kind === one));
  const [given, ...others] = act.events.filter((event) => event.kind === kind);
  if (!given || others.length > 0) return undefined;
  if (given.before?.ownerId === to.id) return { command: 'undo', input: { act: act.actId } };
  const record = await currentRecord(ctx.db, given.recordType as 'deal', given.recordId);
  const number = record && isNumbered(given.recordType) && recordNo(given.recordType, Number(record.no));
  return number ? { command: 'assign', input: { record: number, to: to.id, instead: act.actId } } : undefined;
}

/**
 * The only open task that the speaker's last act here made or gave away, if it was just now; the next step of a follow-up
 * only where the words say that something was wrong.
 */
async function taskJustGiven(ctx: Context, corrects: boolean): Promise<Task | undefined> {
  if (isUnsure(ctx)) return undefined;
  const [act] = await recentActs(ctx);
  if (!corrects && act?.events.some(({ recordType }) => recordType === 'followUp')) return undefined;
  const at = act?.events.at(-1)?.at;
  if (!act || !at || ctx.now.getTime() - at.getTime() > justMadeMs) return undefined;
  const given = act.events.filter(({ kind }) => kind === 'task.created' || kind === 'task.assigned');
  if (given.length !== 1) return undefined;
  const task = (await currentRecord(ctx.db, 'task', given[0]?.recordId ?? '')) as Task | undefined;
  return task?.status === 'open' ? task : undefined;
}
