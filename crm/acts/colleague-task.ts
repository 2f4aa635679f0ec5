import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { hasRole } from '../../kernel/command/roles.js';
import { isCollaborator } from '../../store/customers/collaborator-queries.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { demandChange } from '../access/demand-rights.js';
import { taskCard } from '../cards/task-card.js';
import { ownedBy, type Subject } from '../lookup/open-subject.js';
import { dateWords, momentWords } from '../words/zoned-dates.js';
import { notifyPerson } from './notify.js';
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
  const record = ownedBy(subject);
  const works = record.ownerId === who.id || (await isCollaborator(ctx.db, subject.customer.id, who.id));
  if (!works) return await whoseTaskCard(ctx, subject, who, { next, title });
  const task = await addTask(ctx, subject, next, title, who);
  const planned = (locale: Context['locale']) =>
    textsIn(locale).work.plannedFor(ctx.person.name, dateWords({ ...ctx, locale }, next));
  const key = `task-given:${task.id}`;
  const own = await taskCard(ctx, task, textsIn(ctx.locale).work.plannedTitle(dateWords(ctx, next)), true);
  const shown = await taskCard(ctx, task);
  const locale = who.locale ?? ctx.locale;
  const card = { ...shown, nodes: [text(planned(locale), 'strong'), ...shown.nodes] };
  const { now, process, zone: timeZone } = ctx;
  const reader = { now, process, locale: ctx.locale, timeZone };
  const at = await notifyPerson(ctx.db, reader, who, 'report', { key, card });
  return { ...own, nodes: [...own.nodes, context(toldWords(ctx, who, at))] };
}

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
