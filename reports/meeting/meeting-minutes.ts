import { amountWords } from '../../crm/words/deal-words.js';
import { type Card, type CardNode, context, text } from '../../kernel/card/card.js';
import { dealNo, leadNo, recordNumber } from '../../kernel/records/record-number.js';
import { justAfter } from '../../kernel/time/moments.js';
import { localDate, localTime } from '../../kernel/time/zone.js';
import { stageOf } from '../../sales/process/stages.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import type { Deal, Meeting } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { contextOfTeam, type ReportContext } from '../request/report-context.js';
import { teamsAsked } from '../request/teams-asked.js';

import { type Decision, dayWords, decisionsIn } from './meeting-decisions.js';

/** Lines about records beside the list; of those on it each has its line. */
const most = 10;

/** What came of a meeting by a moment. */
export interface Minutes {
  /** The deals of the list that are still there. */
  items: Deal[];
  /** What was decided of them, in order. */
  decided: Decision[];
  /** What was done to others of the team meanwhile. */
  others: Decision[];
  /** Still open, and nobody did anything. */
  undecided: Deal[];
}

/** The deals of a meeting's list, in its order. */
export async function itemsOf({ db }: ReportContext, meeting: Pick<Meeting, 'items'>): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (const number of meeting.items) {
    const deal = await dealByNo(db, recordNumber(number)?.no ?? -1);
    if (deal) deals.push(deal);
  }
  return deals;
}

/** What was done since a meeting began up to a moment, as the log has it and as the reader may see it. */
export async function minutesOf(given: ReportContext, meeting: Meeting, until: Date): Promise<Minutes> {
  const team = meeting.teamId ? await teamById(given.db, meeting.teamId) : undefined;
  const ctx = contextOfTeam(given, team);
  const items = await itemsOf(ctx, meeting);
  const onList = new Set(items.map(({ id }) => id));
  const all = await decisionsIn(ctx, { from: meeting.startedAt, to: justAfter(until) });
  const decided = all.filter(({ record }) => onList.has(record.id));
  const done = new Set(decided.map(({ record }) => record.id));
  const teams = await teamsAsked(ctx, { team, asOf: until });
  const isOurs = ({ teamId }: { teamId: string | null }) =>
    teams === undefined || (typeof teams === 'string' ? teams === teamId : teams.has(teamId ?? ''));
  return {
    items,
    decided,
    others: all.filter(({ record }) => !onList.has(record.id) && isOurs(record)),
    undecided: items.filter((deal) => deal.status === 'open' && !done.has(deal.id)),
  };
}

/** Minutes in words: who decided what of which record in which order, and what was left. */
export async function minutesCard(
  given: ReportContext,
  meeting: Meeting,
  minutes: Minutes,
  { until, endedBy, own }: { until: Date; endedBy?: string; own?: boolean },
): Promise<Card> {
  const team = meeting.teamId ? await teamById(given.db, meeting.teamId) : undefined;
  const ctx = contextOfTeam(given, team);
  const t = textsIn(ctx.locale).meeting;
  const { items, decided, others, undecided } = minutes;
  const customers = await customerNames(
    ctx.db,
    [...items, ...decided.map(({ record }) => record), ...others.map(({ record }) => record)].map(
      ({ customerId }) => customerId,
    ),
  );
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const name = own ? t.yours : (team?.name ?? textsIn(ctx.locale).report.company);
  const day = dayWords(ctx, localDate(meeting.startedAt, ctx.zone));
  const none = decided.length + others.length + items.length === 0;
  const heading = (title: string, nodes: CardNode[]) =>
    nodes.length > 0 ? [text(title, 'strong'), ...nodes] : [];
  const of = (decisions: readonly Decision[]) =>
    decisions.map((one, n) => text(lineOf(ctx, one, n + 1, customers.get(one.record.customerId) ?? '')));
  const left = undecided.map((deal) => text(t.left(decidedDealWords(ctx, deal, customers, people))));
  return {
    key: `minutes:${meeting.id}:${meeting.version}`,
    title: t.title([t.minutes, name, day]),
    tone: undecided.length > 0 ? 'warn' : 'good',
    nodes: [
      text(
        none ? t.none : t.decided(items.length - undecided.length, items.length, undecided.length),
        'strong',
      ),
      ...heading(t.decisions, of(decided)),
      ...heading(t.others, of(others.slice(0, most))),
      ...(others.length > most ? [context(t.more(others.length - most))] : []),
      ...heading(t.undecided, left),
      context(
        t.span(
          localTime(meeting.startedAt, ctx.zone),
          localTime(until, ctx.zone),
          endedBy === undefined ? t.byClock : t.endedBy(endedBy),
        ),
      ),
    ],
  };
}

function lineOf(ctx: ReportContext, one: Decision, n: number, customer: string): string {
  const number = one.isDeal ? dealNo(one.record) : leadNo(one.record);
  return textsIn(ctx.locale).meeting.line(
    n,
    localTime(one.at, ctx.zone),
    one.who,
    [number, customer].filter(Boolean).join(' '),
    one.what,
  );
}

/** `D-1 · 华为 · ¥300,000 · 方案 · 李雷`. */
export function decidedDealWords(
  ctx: ReportContext,
  deal: Deal,
  customers: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): string {
  const stage = stageOf(ctx.process, deal.stage)?.name[ctx.locale] ?? deal.stage;
  const owner = people.get(deal.ownerId ?? '') ?? textsIn(ctx.locale).common.nobody;
  const parts = [
    dealNo(deal),
    customers.get(deal.customerId),
    amountWords(ctx, deal.amount, deal),
    stage,
    owner,
  ];
  return parts.filter(Boolean).join(' · ');
}
