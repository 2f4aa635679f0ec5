import { actions, type Card } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { inUnitOf } from '../../kernel/pieces/amount-unit.js';
import { inHalfOfDay } from '../../kernel/pieces/dates/bare-hour.js';
import { customerNo, dealNo, taskNo } from '../../kernel/records/record-number.js';
import { addDays, weekday } from '../../kernel/time/dates.js';
import type { Correction } from '../../language/reading/sentence-reading.js';
import { saidOf } from '../../sales/deals/prices.js';
import type { Metric } from '../../sales/process/metrics.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Contact, Deal, Target, Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { demandChange } from '../access/demand-rights.js';
import { taskWords } from '../access/visibility.js';
import type { Whose } from '../access/whose-lookup.js';
import { changeDealBy, demandOpen } from '../acts/deal-acts.js';
import { demandTarget, figureSaid, setTarget } from '../acts/target-acts.js';
import { customerCard } from '../cards/customer-card.js';
import { dealCard, undoButton } from '../cards/deal-card.js';
import { setCard } from '../cards/target-card.js';
import { taskCard } from '../cards/task-card.js';
import { homeAmountSaid, isSameSum, sumOfMoney } from '../words/deal-price.js';
import { priceWords, saidWords } from '../words/deal-words.js';
import { customerOf } from '../words/open-records.js';
import { dateWords, dueMoment, dueWords, isOver } from '../words/zoned-dates.js';
import type { Correctable } from './correctable.js';

/** What a correction in place may change. */
export const correctionChanges = [
  'task.snoozed',
  'task.renamed',
  'deal.changed',
  'contact.changed',
  'target.set',
] as const;

/** Gives a record the corrected value, and says what it was and what it is now. */
export async function applyCorrection(ctx: Context, meant: Correctable, said: Correction): Promise<Card> {
  switch (meant.type) {
    case 'task':
      return said.name
        ? await renameTask(ctx, meant.record, said.name)
        : await moveTask(ctx, meant.record, said);
    case 'deal':
      return await changeDeal(ctx, meant.record, said);
    case 'target':
      return await changeTarget(ctx, meant.record, said);
    case 'contact':
      return await changePhone(ctx, meant.record, said);
  }
}

/** Moves an open task to the corrected day or time. */
export async function moveTask(ctx: Context, task: Task, said: Correction): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  await demandChange(ctx, taskNo(task), task);
  const to = await dayFor(ctx, task, said);
  if (isOver(ctx, to)) throw new InputError(null, t.mustBeLater(dateWords(ctx, to)));
  const before = dueWords(ctx, task);
  const due = dueMoment(to, ctx.zone);
  if (due.dueDate === task.dueDate && due.dueTime === task.dueTime)
    return await taskCard(ctx, task, t.sameDay(before));
  const moved = await ctx.unit.change('task.snoozed', task, due);
  return await taskCard(ctx, moved, t.redated(before, dueWords(ctx, moved)), true);
}

/** The day that is meant: the one said, with the task's time unless another is said. */
async function dayFor(
  ctx: Context,
  task: Task,
  { next, time, hour, shift, isFormer }: Correction,
): Promise<string> {
  const withTime = (day: string, at: string | null | undefined) => (at ? `${day}T${at}` : day);
  if (shift !== undefined) return withTime(addDays(task.dueDate, Math.round(shift)), task.dueTime);
  if (!next && hour) return withTime(task.dueDate, inHalfOfDay(hour, task.dueTime));
  if (!next) return withTime(task.dueDate, time ?? task.dueTime);
  const former = isFormer ? await formerDay(ctx, task, next.slice(0, 10)) : undefined;
  if (former) return former;
  return next.includes('T') ? next : withTime(next, time ?? task.dueTime);
}

/** The day the task had before, if it is the weekday that is said: "Friday was right". */
async function formerDay(ctx: Context, task: Task, said: string): Promise<string | undefined> {
  for (const { before } of await eventsOf(ctx.db, 'task', task.id, 10)) {
    const day = before?.dueDate;
    if (typeof day !== 'string' || weekday(day) !== weekday(said)) continue;
    return typeof before?.dueTime === 'string' ? `${day}T${before.dueTime}` : day;
  }
  return undefined;
}

async function renameTask(ctx: Context, task: Task, name: string): Promise<Card> {
  await demandChange(ctx, taskNo(task), task);
  const isPrivate = ctx.place.kind === 'private';
  const renamed = await ctx.unit.change('task.renamed', task, { title: name, isPrivate });
  return await taskCard(ctx, renamed, textsIn(ctx.locale).work.renamed(taskWords(ctx, task), name), true);
}

async function changeDeal(ctx: Context, deal: Deal, said: Correction): Promise<Card> {
  const t = textsIn(ctx.locale).deal;
  const none = textsIn(ctx.locale).common.none;
  await demandChange(ctx, dealNo(deal), deal);
  demandOpen(ctx, deal);
  if (said.name) {
    const renamed = await changeDealBy(ctx, deal, 'deal.changed', { name: said.name });
    return await dealCard(ctx, renamed, textsIn(ctx.locale).work.renamed(deal.name, said.name), {
      undo: true,
    });
  }
  const amount = said.amount ? sumOfMoney(said.amount) : inUnitOf(said.number, saidOf(deal));
  if (amount !== undefined) {
    if (isSameSum(ctx, deal, amount)) return await dealCard(ctx, deal, t.amountSame(priceWords(ctx, deal)));
    const changed = await changeDealBy(ctx, deal, 'deal.changed', { amount });
    const words = t.amountChanged(saidWords(ctx, deal) || none, priceWords(ctx, changed));
    return await dealCard(ctx, changed, words, { undo: true });
  }
  const days = Math.round(said.shift ?? 0);
  const close =
    said.next?.slice(0, 10) ?? (deal.closeDate && days ? addDays(deal.closeDate, days) : undefined);
  if (!close) throw unclear(ctx);
  const words = t.dateChanged(deal.closeDate ? dateWords(ctx, deal.closeDate) : none, dateWords(ctx, close));
  const changed = await changeDealBy(ctx, deal, 'deal.changed', { closeDate: close });
  return await dealCard(ctx, changed, words, { undo: true });
}

async function changeTarget(ctx: Context, target: Target, said: Correction): Promise<Card> {
  const whose = await whoseOf(ctx, target);
  await demandTarget(ctx, whose);
  const metric = target.metric as Metric;
  const value = said.amount
    ? figureSaid(ctx, metric, homeAmountSaid(ctx, said.amount), 'value')
    : inUnitOf(said.number, target.value);
  if (value === undefined) throw unclear(ctx);
  const about = { whose, month: target.month, metric };
  const done = await setTarget(ctx, about, { value });
  const same = { id: target.id, before: null, after: { value: target.value, stretch: target.stretch } };
  return setCard(ctx, about, done ?? same);
}

async function whoseOf(ctx: Context, { scope, ownerId }: Target): Promise<Whose> {
  if (scope === 'person') {
    const person = await personById(ctx.db, ownerId);
    if (person) return { scope, person };
  }
  if (scope === 'team') {
    const team = await teamById(ctx.db, ownerId);
    if (team) return { scope, team };
  }
  return { scope: 'company' };
}

async function changePhone(ctx: Context, contact: Contact, said: Correction): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  const customer = await customerOf(ctx, contact);
  await demandChange(ctx, customerNo(customer), customer);
  const known = contact.phone ?? '';
  const phone =
    said.phone ?? (said.phoneEnd && known.slice(0, known.length - said.phoneEnd.length) + said.phoneEnd);
  if (!phone || (said.phoneEnd && known.length <= said.phoneEnd.length)) throw unclear(ctx);
  await ctx.unit.change('contact.changed', contact, { phone });
  const words = t.phoneChanged(contact.name, known || textsIn(ctx.locale).common.none, phone);
  const card = await customerCard(ctx, customer, words);
  return { ...card, nodes: [...card.nodes, ...actions(undoButton(ctx))] };
}

/** Says that the words hold no value that the record has. */
export const unclear = (ctx: Context): InputError => {
  const t = textsIn(ctx.locale).sentence;
  return new InputError(null, t.mendUnclear, t.mendExample);
};
