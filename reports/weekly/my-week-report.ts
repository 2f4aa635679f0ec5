import { hidden, shows, taskWords } from '../../crm/access/visibility.js';
import { priceWords } from '../../crm/words/deal-words.js';
import { attainedWords, metricWords } from '../../crm/words/figure-words.js';
import { zonedIn } from '../../crm/words/zoned-dates.js';
import { type Action, actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { formatAmountShort } from '../../kernel/pieces/amount.js';
import { dealNo, leadNo, taskNo } from '../../kernel/records/record-number.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { localDate } from '../../kernel/time/zone.js';
import { change } from '../../sales/figures/percentages.js';
import { ranking } from '../../sales/figures/ranking-rows.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { previousWeek, weekWords } from '../../sales/time/weeks.js';
import { dueTasks } from '../../store/activity/task-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { unansweredOf } from '../../store/leads/open-work.js';
import { listPeople } from '../../store/people/person-queries.js';
import { type PersonFigures, personFigures } from '../../store/reports/figure-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import type { Person, Task } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { personAttained } from '../figures/attainment-figures.js';
import { activityOfPeople } from '../figures/span-figures.js';
import { agendaOf, concernWords } from '../meeting/meeting-agenda.js';
import { asOfWords, trendWords } from '../nodes/headings.js';
import { endAsOf, type ReportContext } from '../request/report-context.js';
import { monthOfWeek, type WeekAsked, weekAsked } from './weekly-kinds.js';

/** Records named in a line. */
const named = 3;

/** A moment after every due date. */
const ever = new Date('9999-01-01');

const nothing = { newDeals: 0, followUps: 0, visits: 0, won: 0, wonAmount: 0 };
type Own = typeof nothing;

/**
 * Shows a person's own week in at most seven lines: against the week before and the target, next steps,
 * overdue tasks, risks.
 */
export async function myWeekReport(
  ctx: ReportContext,
  person: Person,
  asked: Omit<WeekAsked, 'team'>,
  more: readonly Action[] = [],
): Promise<{ figures: { week: Own; before: Own }; card: Card }> {
  const t = textsIn(ctx.locale).weekly;
  const week = weekAsked(ctx, asked);
  const end = endAsOf(week.to, asked.asOf);
  const earlier = previousWeek(week, zonedIn(ctx.zone));
  const all = await personFigures(ctx.db, { from: week.from, to: end });
  const now = ownOf(all, person);
  const before = ownOf(await personFigures(ctx.db, { from: earlier.from, to: earlier.to }), person);
  const { aims, course, row } = await personAttained(ctx, person, monthOfWeek(ctx, asked), asked.asOf);
  const won = row.all.find(({ metric }) => metric === 'won');
  const tasks = await dueTasks(ctx.db, person.id, ever);
  const overdue = tasks.filter(({ dueAt }) => dueAt <= asked.asOf);
  const next = tasks.filter(({ dueAt }) => dueAt > asked.asOf);
  const unanswered = await unansweredOf(ctx.db, person.id, asked.asOf, named);
  const { list, clauses, sentence } = formatsIn(ctx.locale);
  const leads = list(unanswered.map(leadNo));
  const risks = await risksOf(ctx, person, asked.asOf);
  const hasTarget = won !== undefined && aims.ofPerson(person.id, 'won') !== undefined;
  const credit = await creditWords(ctx, person, all);
  const kpi = row.score
    ? t.kpi(
        row.score.points,
        list(row.score.parts.map(({ metric, points }) => t.part(metricWords(ctx, metric), points))),
      )
    : '';
  const lines = [
    ...(hasTarget ? [attainedWords(ctx, won, course.pace, person.id)] : []),
    await nextLine(ctx, next),
    clauses([await overdueLine(ctx, overdue), ...(unanswered.length > 0 ? [t.unansweredOwn(leads)] : [])]),
    risks.line,
    sentence(clauses([credit, kpi].filter(Boolean))),
  ];
  const asof: Record<string, string> = asked.said ? { asof: asked.said } : {};
  const card: Card = {
    key: `report:my-week:${person.id}:${week.monday}`,
    title: t.title([t.mine, person.name, weekWords(week, ctx)]),
    tone: overdue.length + unanswered.length + risks.count > 0 ? 'warn' : now.won > 0 ? 'good' : 'info',
    nodes: [
      text(firstLine(ctx, person, now, before), 'strong'),
      ...lines.map((line) => text(line)),
      ...actions(
        button(t.today, 'today', {}, { style: 'primary' }),
        button(t.target, 'target', { whose: person.name, ...asof }),
        button(t.stalled, 'stalled', asof),
        ...more,
      ),
      // What is planned, overdue or at risk stands as it is, also beside the figures of a week that is over.
      context(
        end < asked.asOf
          ? t.twoMoments(asOfWords(ctx, end), asOfWords(ctx, asked.asOf))
          : asOfWords(ctx, end),
      ),
    ],
  };
  return { figures: { week: now, before }, card };
}

function ownOf(rows: readonly PersonFigures[], { id }: Person): Own {
  const row = rows.find(({ personId }) => personId === id);
  if (!row) return nothing;
  const { newDeals, followUps, visits, won, wonAmount } = row;
  return { newDeals, followUps, visits, won, wonAmount };
}

function firstLine(ctx: ReportContext, { id }: Person, now: Own, before: Own): string {
  const t = textsIn(ctx.locale).weekly;
  const amount = (value: number) =>
    shows(ctx, 'amount', { ownerId: id }) ? formatAmountShort(value, ctx) : hidden;
  const won = t.won(
    now.won,
    amount(now.wonAmount),
    trendWords(ctx, change(now.wonAmount, before.wonAmount), amount),
  );
  const trend = trendWords(ctx, change(now.followUps, before.followUps), String);
  const { sentence, clauses } = formatsIn(ctx.locale);
  return sentence(clauses([won, t.did(now.newDeals, now.followUps, now.visits, trend)]));
}

async function nextLine(ctx: ReportContext, tasks: readonly Task[]): Promise<string> {
  const t = textsIn(ctx.locale).weekly;
  if (tasks.length === 0) return t.noNext;
  return t.next(await tasksInWords(ctx, tasks), tasks.length - Math.min(named, tasks.length));
}

async function overdueLine(ctx: ReportContext, tasks: readonly Task[]): Promise<string> {
  const t = textsIn(ctx.locale).weekly;
  return tasks.length > 0 ? t.overdue(tasks.length, await tasksInWords(ctx, tasks)) : t.noOverdue;
}

async function tasksInWords(ctx: ReportContext, tasks: readonly Task[]): Promise<string> {
  const first = tasks.slice(0, named);
  const customers = await customerNames(
    ctx.db,
    first.map(({ customerId }) => customerId),
  );
  const today = localDate(ctx.now, ctx.zone);
  const words = first.map((task) =>
    [taskNo(task), formatDate(task.dueDate, ctx, today), customers.get(task.customerId), taskWords(ctx, task)]
      .filter(Boolean)
      .join(' '),
  );
  return formatsIn(ctx.locale).list(words);
}

/** Lists the person's deals at risk; a large amount alone is no risk. */
async function risksOf(
  ctx: ReportContext,
  { id }: Person,
  at: Date,
): Promise<{ count: number; line: string }> {
  const t = textsIn(ctx.locale).weekly;
  const matters = (await agendaOf(ctx, { at, ownerId: id })).flatMap((matter) => {
    const concerns = matter.concerns.filter(({ kind }) => kind !== 'big');
    return concerns.length > 0 ? [{ ...matter, concerns }] : [];
  });
  const words: string[] = [];
  for (const { dealId, concerns } of matters.slice(0, named)) {
    const deal = await dealById(ctx.db, dealId);
    if (!deal) continue;
    const customer = (await customerNames(ctx.db, [deal.customerId])).get(deal.customerId);
    const record = [dealNo(deal), customer, priceWords(ctx, deal)].filter(Boolean).join(' ');
    words.push(t.riskOne(record, concernWords(ctx, concerns.slice(0, 2))));
  }
  const line = matters.length > 0 ? t.risk(matters.length, formatsIn(ctx.locale).list(words)) : t.noRisk;
  return { count: matters.length, line };
}

/** Says the week's points, and the place in the team if the person may see its report. */
async function creditWords(
  ctx: ReportContext,
  person: Person,
  all: readonly PersonFigures[],
): Promise<string> {
  const t = textsIn(ctx.locale).weekly;
  const { id, teamId } = person;
  const mates = new Set(teamId ? (await listPeople(ctx.db, teamId)).map((mate) => mate.id) : [id]);
  const theirs = all.filter(({ personId }) => mates.has(personId));
  const rows = ranking(await activityOfPeople(ctx, theirs, teamId ?? id), ctx.process);
  const own = rows.find(({ personId }) => personId === id);
  const points = t.credit(own?.points ?? 0, own?.behaviour ?? 0, own?.result ?? 0);
  const may = teamId !== null && ctx.person !== undefined && maySeeReport(ctx.person, teamId).ok;
  if (!own || !may || rows.length < 2) return points;
  return formatsIn(ctx.locale).list([points, t.place(own.place, rows.length)]);
}
