import { taskWords, visible } from '../../crm/access/visibility.js';
import { todayCard } from '../../crm/cards/today-card.js';
import { priceWords } from '../../crm/words/deal-words.js';
import { dueAhead, momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import { button, type Card, context, ofRow, right, table, text } from '../../kernel/card/card.js';
import { customerNo, dealNo, taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import { dayMs } from '../../kernel/time/moments.js';
import { instantOf } from '../../kernel/time/zone.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { stageOf } from '../../sales/process/stages.js';
import { dueTasks } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { silentSince } from '../../store/customers/silent-customers.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';
import { stalledAt } from '../figures/stalled-deals.js';
import { short } from '../nodes/headings.js';
import { periodOfKey } from '../request/report-period.js';
import { mayFilter } from '../slices/slice-figures.js';
import { type AnswerSubject, aboutWhom, deskFor, teamsOfSubject } from './answer-about.js';
import { type AskedQuestion, answerCard, usualSilence } from './answer-frame.js';
import { dealFigures } from './deal-figure-answer.js';

/** Lines that a phone shows. */
const most = 7;

/** Most stalled deals searched for those of one stage. */
const looked = 500;

/** Lists stalled deals as the stalled report does, narrowed by stage, size and other filters. */
export async function stalledAnswer(
  asked: AskedQuestion,
  customer?: { id: string; name: string },
): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const about = await aboutWhom(ctx, reading);
  const reportCtx = deskFor(ctx, about);
  const teamId = await teamsOfSubject(ctx, about);
  const all = await stalledAt(reportCtx, ctx.now, { teamId, ownerId: about.person?.id }, { limit: looked });
  const { filters } = reading;
  const isNarrowed = filters.values.length > 0 || filters.amount !== undefined || customer !== undefined;
  const fitting = isNarrowed ? await openAmong(asked, about, customer?.id) : undefined;
  const items = fitting ? all.items.filter(({ id }) => fitting.has(id)) : all.items;
  const count = fitting ? items.length : all.count;
  const amount = fitting ? items.reduce((sum, one) => sum + (one.amount ?? 0), 0) : all.amount;
  const seen = (await visible(ctx, items)).slice(0, most);
  const c = textsIn(ctx.locale).common;
  const rows: string[][] = [];
  for (const one of seen) {
    const customer = await customerById(ctx.db, one.customerId);
    const name = stageOf(ctx.process, one.stage)?.name[ctx.locale] ?? one.stage;
    rows.push([`${dealNo(one)} ${customer?.name ?? ''}`, name, priceWords(ctx, one)]);
  }
  return await answerCard(asked, {
    conclusion: count === 0 ? t.noneStalled : t.wonSaid(short(reportCtx, amount), count),
    nodes: [
      ...(rows.length > 0 ? [table([c.customer, c.stage, right(c.amount)], rows)] : []),
      ...(count > rows.length && rows.length > 0 ? [context(t.more(count - rows.length))] : []),
    ],
    read: [about.name, customer?.name],
    actions: seen
      .slice(0, 2)
      .map(dealNo)
      .map((no) => ofRow(no, button(`${c.log} ${no}`, 'log', { subject: no }))),
    tone: count > 0 ? 'warn' : 'good',
  });
}

/** Finds the open deals that a question is about, through slices. */
async function openAmong(
  { ctx, reading }: AskedQuestion,
  about: AnswerSubject,
  customerId: string | undefined,
): Promise<Set<string>> {
  const asOpen = { ...reading, measure: 'openCount' as const, by: undefined };
  const { deals, slice } = await dealFigures(ctx, asOpen, about, { customerId });
  if (!mayFilter(deskFor(ctx, about), slice)) ctx.isPrivate = true;
  return new Set(deals.map(({ id }) => id));
}

/** Lists customers without follow-up for some days, longest silence first. */
export async function silentAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const about = await aboutWhom(ctx, reading);
  const days = reading.days ?? usualSilence;
  const period =
    reading.period && days === usualSilence ? periodOfKey(deskFor(ctx, about), reading.period) : undefined;
  const before = period?.from ?? new Date(ctx.now.getTime() - days * dayMs);
  const whose = { ownerId: about.person?.id, teamId: about.team?.id };
  const found = await silentSince(ctx.db, {
    before,
    ...(period ? { createdBefore: ctx.now } : {}),
    ...whose,
    limit: most * 3,
  });
  const seen = (await visible(ctx, found.customers)).slice(0, most);
  const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const lines = seen.map((one) =>
    [
      `${customerNo(one)} ${one.name}`,
      people.get(one.ownerId ?? '') ?? '',
      one.lastFollowUpAt ? t.last(momentWords(ctx, one.lastFollowUpAt)) : t.never,
    ].join(' · '),
  );
  const { log } = textsIn(ctx.locale).common;
  return await answerCard(asked, {
    conclusion: t.silent(found.all),
    nodes: lines.length > 0 ? [text(lines.join('\n'))] : [],
    read: [period?.label, about.name],
    actions: seen
      .slice(0, 3)
      .map((one) =>
        ofRow(customerNo(one), button(`${log} ${one.name}`, 'log', { subject: customerNo(one) })),
      ),
  });
}

/** Lists a person's tasks in a period; 今天 ("today") gives today's list. */
export async function tasksAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const about = await aboutWhom(ctx, {
    ...reading,
    by: undefined,
    whose: reading.whose === 'team' ? 'me' : (reading.whose ?? 'me'),
  });
  const key = reading.period ?? 'today';
  const isOwn = !about.person || about.person.id === ctx.person.id;
  if (isOwn && key === 'today') return await todayCard(ctx);
  const { first, after } = daysOfKey(key, todayOf(ctx));
  const until = instantOf(addDays(after, 0), '00:00', ctx.zone);
  const all = await dueTasks(ctx.db, about.person?.id ?? ctx.person.id, until);
  const due = all.filter(({ dueDate }) => dueDate >= first && dueDate < after);
  const w = textsIn(ctx.locale).work;
  const rows: string[][] = [];
  for (const task of due.slice(0, most)) {
    const customer = await customerById(ctx.db, task.customerId);
    rows.push([`${taskNo(task)} ${customer?.name ?? ''} ${taskWords(ctx, task)}`, dueAhead(ctx, task)]);
  }
  return await answerCard(asked, {
    conclusion: t.tasks(due.length),
    nodes: [
      ...(rows.length > 0 ? [table([w.columns.what, w.columns.due], rows)] : []),
      ...(due.length > rows.length ? [context(t.more(due.length - rows.length))] : []),
    ],
    read: [periodOfKey(ctx, key).label, about.name],
    actions: [button(t.todayList, 'today')],
  });
}
