import { priceWords } from '../../crm/words/deal-words.js';
import { type Card, type CardNode, context, text } from '../../kernel/card/card.js';
import { dealNo, leadNo, recordNumber } from '../../kernel/records/record-number.js';
import { formatTimeOf } from '../../kernel/time/format-time.js';
import { justAfter } from '../../kernel/time/moments.js';
import { localDate } from '../../kernel/time/zone.js';
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

/** Most lines about records that are not on the agenda; each deal on it has its line. */
const most = 10;

/** The results of a meeting as of a moment. */
export interface Minutes {
  /** The agenda's deals that still exist. */
  items: Deal[];
  /** Decisions about the agenda's deals, in order. */
  decided: Decision[];
  /** Decisions about the team's other records meanwhile. */
  others: Decision[];
  /** Deals that are still open and without a decision. */
  undecided: Deal[];
}

/** Reads the deals of a meeting's agenda, in its order. */
export async function itemsOf({ db }: ReportContext, meeting: Pick<Meeting, 'items'>): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (const number of meeting.items) {
    const deal = await dealByNo(db, recordNumber(number)?.no ?? -1);
    if (deal) deals.push(deal);
  }
  return deals;
}

/** Collects what was decided from a meeting's start to a moment, from the log, as the reader may see it. */
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

/** Shows the minutes: who decided what about which record, in order, and what is left. */
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
          formatTimeOf(meeting.startedAt, ctx),
          formatTimeOf(until, ctx),
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
    formatTimeOf(one.at, ctx),
    one.who,
    [number, customer].filter(Boolean).join(' '),
    one.what,
  );
}

/** Writes a decided deal as `D-1 · 华为 · ¥300,000 · 方案 · 李雷` (customer, amount, stage, owner). */
export function decidedDealWords(
  ctx: ReportContext,
  deal: Deal,
  customers: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): string {
  const stage = stageOf(ctx.process, deal.stage)?.name[ctx.locale] ?? deal.stage;
  const owner = people.get(deal.ownerId ?? '') ?? textsIn(ctx.locale).common.nobody;
  const parts = [dealNo(deal), customers.get(deal.customerId), priceWords(ctx, deal), stage, owner];
  return parts.filter(Boolean).join(' · ');
}
