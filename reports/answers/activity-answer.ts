import type { Context } from '../../crm/access/context.js';
import { type Card, right, table, text } from '../../kernel/card/card.js';
import { localDate } from '../../kernel/time/zone.js';
import { comparedDays } from '../../language/periods/period-days.js';
import type { QuestionReading } from '../../language/question/question-reading.js';
import { change } from '../../sales/figures/percentages.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { listPeople } from '../../store/people/person-queries.js';
import { countedFollowUpsIn } from '../../store/reports/counted-follow-ups.js';
import { type PersonFigures, personFigures } from '../../store/reports/figure-queries.js';
import { leadOutcomes } from '../../store/reports/slice-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { heading } from '../nodes/headings.js';
import { endAsOf } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';
import { periodOfDays, periodOfKey, spanLabel } from '../request/report-period.js';
import { labelsFor } from '../slices/slice-values.js';
import { type AnswerSubject, aboutWhom, deskFor, teamsOfSubject } from './answer-about.js';
import { type AskedQuestion, answerCard, nounOf } from './answer-frame.js';

/** For each measure, the field of a person's figures that counts it. */
const figures = {
  followUps: 'followUps',
  visits: 'visits',
  calls: 'calls',
  newLeads: 'newLeads',
} as const satisfies Partial<Record<QuestionReading['measure'], keyof PersonFigures>>;

export type ActivityKind = keyof typeof figures;
export const isActivity = (measure: string): measure is ActivityKind => measure in figures;

const channelOf: Partial<Record<ActivityKind, string>> = { visits: 'visit', calls: 'call' };

/** Counts each person's activities in a period ('' for no owner); of one customer or source if named. */
export async function activityBy(
  ctx: Context,
  reading: QuestionReading,
  about: AnswerSubject,
  period: Period,
  customerId?: string,
): Promise<Map<string, number>> {
  const kind = reading.measure as ActivityKind;
  const teamId = await teamsOfSubject(ctx, about);
  const span = { from: period.from, to: endAsOf(period.to, ctx.now), teamId };
  const source = reading.filters.values.find(({ dimension }) => dimension === 'source')?.key;
  const counts = new Map<string, number>();
  const add = (personId: string | null, n: number) => {
    const key = personId ?? '';
    if (n > 0 && (!about.person || key === about.person.id)) counts.set(key, (counts.get(key) ?? 0) + n);
  };
  if (reading.ofCustomers && kind !== 'newLeads') {
    const customers = new Map<string, Set<string>>();
    for (const one of await countedFollowUpsIn(ctx.db, span)) {
      const isMeant = !channelOf[kind] || one.channel === channelOf[kind];
      if (!isMeant || (about.person && one.personId !== about.person.id)) continue;
      // Whom two colleagues visited is one customer, unless each of them is asked about.
      const key = reading.by === undefined ? (about.person?.id ?? '') : (one.personId ?? '');
      customers.set(key, (customers.get(key) ?? new Set()).add(one.customerId));
    }
    for (const [key, all] of customers) add(key, all.size);
  } else if (kind === 'newLeads' && (source || reading.by === 'source')) {
    for (const lead of await leadOutcomes(ctx.db, span, ctx.now))
      if (!source || lead.source === source) add(lead.ownerId, 1);
  } else if (customerId && kind !== 'newLeads') {
    const channel = channelOf[kind];
    for (const one of await countedFollowUpsIn(ctx.db, span))
      if (one.customerId === customerId && (!channel || one.channel === channel)) add(one.personId, 1);
  } else {
    for (const row of await personFigures(ctx.db, span)) add(row.personId, row[figures[kind]]);
  }
  return counts;
}

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, n) => all + n, 0);

/** Says what people did or which leads arrived: how often, by whom, and against the period before. */
export async function activityAnswer(
  asked: AskedQuestion,
  customer?: { id: string; name: string },
): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const about = await aboutWhom(ctx, reading);
  const reportCtx = deskFor(ctx, about);
  const key = reading.period ?? 'thisMonth';
  const period = periodOfKey(reportCtx, key);
  const counts = await activityBy(ctx, reading, about, period, customer?.id);
  const read = [period.label, about.name, customer?.name];
  if (reading.by === 'source' && reading.measure === 'newLeads')
    return await bySource(asked, about, period, read);
  if (reading.by !== undefined) return await byPerson(asked, await withIdle(ctx, about, counts), read);
  const nodes = [];
  if (reading.compare) {
    const days = comparedDays(key, reading.compare, localDate(ctx.now, reportCtx.zone));
    const label = spanLabel(reportCtx, '', days);
    const before = sumOf(
      await activityBy(ctx, reading, about, periodOfDays(reportCtx, days, label), customer?.id),
    );
    const { delta, percent, direction } = change(sumOf(counts), before);
    nodes.push(text(t.changed(label, `${before}`, direction, `${Math.abs(delta)}`, percent)));
  }
  return await answerCard(asked, {
    conclusion: t.timesSaid(nounOf(ctx, reading), sumOf(counts)),
    nodes,
    read,
  });
}

/** Adds the team's sellers without activity to a ranking. */
async function withIdle(
  ctx: Context,
  about: AnswerSubject,
  counts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const people = about.person ? [] : await listPeople(ctx.db, about.team?.id);
  const idle = people.filter(({ id, role, active }) => active && role === 'rep' && !counts.has(id));
  return new Map([...counts, ...idle.map(({ id }) => [id, 0] as const)]);
}

async function byPerson(
  asked: AskedQuestion,
  counts: ReadonlyMap<string, number>,
  read: (string | undefined)[],
): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const names = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const rows = [...counts]
    .filter(([id]) => id !== '')
    .sort(([a, n], [b, m]) => (reading.least ? n - m : m - n) || (a < b ? -1 : 1))
    .map(([id, n]) => [names.get(id) ?? '–', `${n}`]);
  if (reading.none) return await withoutAny(asked, rows, read);
  const [first] = sumOf(counts) > 0 ? rows : [];
  const said = reading.least ? t.least : t.first;
  return await answerCard(asked, {
    conclusion: first
      ? said(first[0] ?? '', `${nounOf(ctx, reading)} ${first[1]}`)
      : t.nothingIn(read[0] ?? ''),
    nodes: rows.length > 0 ? [rankTable(asked, textsIn(ctx.locale).common.owner, rows)] : [],
    read,
  });
}

/** Says who has done nothing of what is asked about. */
async function withoutAny(
  asked: AskedQuestion,
  rows: readonly string[][],
  read: (string | undefined)[],
): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const idle = rows.filter(([, count]) => count === '0').map(([name = '']) => name);
  const names = formatsIn(ctx.locale).list(idle);
  const noun = nounOf(ctx, reading);
  return await answerCard(asked, {
    conclusion: idle.length > 0 ? t.withoutAny(names, noun) : t.nobodyWithout(noun),
    nodes: rows.length > 0 ? [rankTable(asked, textsIn(ctx.locale).common.owner, [...rows])] : [],
    read,
  });
}

const rankTable = ({ ctx, reading }: AskedQuestion, head: string, rows: string[][]) =>
  table([head, right(heading(nounOf(ctx, reading)))], rows.slice(0, 10));

async function bySource(
  asked: AskedQuestion,
  about: AnswerSubject,
  period: Period,
  read: (string | undefined)[],
): Promise<Card> {
  const { ctx } = asked;
  const t = textsIn(ctx.locale).question;
  const reportCtx = deskFor(ctx, about);
  const dimension = dimensionsOf(ctx.process).find(({ key }) => key === 'source');
  const label = dimension ? await labelsFor(reportCtx, dimension) : async () => '';
  const teamId = await teamsOfSubject(ctx, about);
  const span = { from: period.from, to: endAsOf(period.to, ctx.now), teamId };
  const bySource = new Map<string | null, number>();
  for (const { source, ownerId } of await leadOutcomes(ctx.db, span, ctx.now))
    if (!about.person || ownerId === about.person.id) bySource.set(source, (bySource.get(source) ?? 0) + 1);
  const rows: string[][] = [];
  for (const [source, n] of [...bySource].sort(([, n], [, m]) => m - n))
    rows.push([await label(source), `${n}`]);
  const [first] = rows;
  return await answerCard(asked, {
    conclusion: first ? t.first(first[0] ?? '', first[1] ?? '') : t.nothingIn(period.label),
    nodes: rows.length > 0 ? [rankTable(asked, textsIn(ctx.locale).common.source, rows)] : [],
    read,
  });
}
