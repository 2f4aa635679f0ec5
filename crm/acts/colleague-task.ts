import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { DeniedError, RuleError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { taskNo } from '../../kernel/records/record-number.js';
import { isCollaborator } from '../../store/customers/collaborator-queries.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import type { Person, Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { demandChange } from '../access/demand-rights.js';
import { contextFor, noticesOf } from '../access/reader.js';
import { taskCard } from '../cards/task-card.js';
import { openSubject, ownedBy, type Subject } from '../lookup/open-subject.js';
import { notifyPerson } from '../notices/notify.js';
import { dateWords, dueWords, momentWords } from '../words/zoned-dates.js';
import { addTask } from './task-acts.js';

/** Whether the speaker may record for a colleague: only a manager of that person's team or an admin may. */
export const mayRecordFor = (ctx: Context, who: Person): boolean =>
  hasRole(ctx.person.role, 'admin') ||
  (hasRole(ctx.person.role, 'manager') && ctx.person.teamId === who.teamId);

/**
 * Creates a task for a colleague and tells them. If the record is neither theirs nor shared with them, asks whose task it
 * shall be.
 */
export async function planForColleague(
  ctx: Context,
  subject: Subject,
  who: Person,
  { next, title }: { next: string; title: string },
): Promise<Card> {
  await demandChange(ctx, subject.number, ownedBy(subject));
  if (!(await looksAfter(ctx, subject, who))) return await whoseTaskCard(ctx, subject, who, { next, title });
  const task = await addTask(ctx, subject, next, title, who);
  const own = await taskCard(ctx, task, textsIn(ctx.locale).work.plannedTitle(dateWords(ctx, next)), true);
  const at = await tellOfTask(ctx, task, who, plannedBy(ctx.person, task));
  return { ...own, nodes: [...own.nodes, context(toldWords(ctx, who, at))] };
}

/** Moves a task to another colleague, or to the speaker, and tells both colleagues of it. */
export async function giveTask(ctx: Context, task: Task, to: Person): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  const number = taskNo(task);
  await demandChange(ctx, number, task);
  if (task.status !== 'open') throw new RuleError(t.taskClosed(number));
  if (task.ownerId === to.id) return await taskCard(ctx, task, t.theirsAlready(to.name));
  const isOwn = to.id === ctx.person.id;
  if (!isOwn && !mayRecordFor(ctx, to)) throw new DeniedError(t.mayNotGive(to.name));
  const from = task.ownerId ? await personById(ctx.db, task.ownerId) : undefined;
  const moved = await ctx.unit.change('task.assigned', task, { ownerId: to.id, teamId: to.teamId });
  const own = await taskCard(ctx, moved, t.taskGiven(to.name), true);
  const notes: string[] = [];
  const subject = await openSubject(ctx, number);
  if (!isOwn && !(await looksAfter(ctx, subject, to)))
    notes.push(t.notTheirs(subject.customer.name, to.name));
  if (!isOwn) {
    notes.push(toldWords(ctx, to, await tellOfTask(ctx, moved, to, plannedBy(ctx.person, moved))));
  }
  if (from && from.id !== ctx.person.id)
    await tellOfTask(ctx, moved, from, ({ locale }) =>
      textsIn(locale).work.taskTaken(ctx.person.name, to.name),
    );
  return { ...own, nodes: [...own.nodes, ...notes.map((note) => context(note))] };
}

/** Says who planned the task, and for when on the reader's own clock. */
const plannedBy =
  ({ name }: Pick<Person, 'name'>, task: Task) =>
  (reader: Context): string =>
    textsIn(reader.locale).work.plannedFor(name, dueWords(reader, task));

/** Tells a colleague of a task with its card; returns when they read it, or undefined if they cannot be reached yet. */
async function tellOfTask(
  ctx: Context,
  task: Task,
  who: Person,
  said: (reader: Context) => string,
): Promise<Date | undefined> {
  const reader = await contextFor(ctx, who);
  const shown = await taskCard(reader, task);
  const card = { ...shown, nodes: [text(said(reader), 'strong'), ...shown.nodes] };
  const key = `task-given:${task.id}:${who.id}:${ctx.actId}`;
  return await notifyPerson(ctx.db, noticesOf(ctx), who, 'report', { key, card });
}

/** Whether the colleague owns the record or helps with its customer. */
const looksAfter = async (ctx: Context, subject: Subject, { id }: Person): Promise<boolean> =>
  ownedBy(subject).ownerId === id || (await isCollaborator(ctx.db, subject.customer.id, id));

/** Whether and when the colleague reads of the task: at once, after the quiet hours, or not before they write to the bot. */
function toldWords(ctx: Context, { name }: Person, at: Date | undefined): string {
  const t = textsIn(ctx.locale).work;
  if (!at) return t.toldLater(name);
  return at > ctx.now ? t.toldAt(name, momentWords(ctx, at)) : t.toldNow(name);
}

/** Asks whether the task is the owner's or the speaker's own. */
async function whoseTaskCard(
  ctx: Context,
  subject: Subject,
  who: Person,
  { next, title }: { next: string; title: string },
): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const { ownerId } = ownedBy(subject);
  const owner = ownerId ? await personById(ctx.db, ownerId) : undefined;
  const given = { subject: subject.number, next, note: title };
  return {
    key: `ask:whose:${subject.number}`,
    title: t.notTheirs(subject.customer.name, who.name),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(title, 'quote'),
      text(t.whoseTaskBody),
      ...actions(
        owner && owner.id !== ctx.person.id && button(owner.name, 'plan', { ...given, who: owner.id }),
        button(t.mine, 'plan', given),
      ),
    ],
  };
}

/** Finds an active colleague by the exact name, or undefined. */
export const colleagueCalled = async (ctx: Context, name: string): Promise<Person | undefined> =>
  (await listPeople(ctx.db)).find((one) => one.name === name);
