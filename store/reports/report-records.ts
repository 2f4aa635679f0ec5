import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import type { NumberedType } from '../../kernel/records/record-number.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import type { Span, TeamFilter } from './report-conditions.js';
import {
  type AtMoment,
  answeredLater,
  closedDeals,
  countedFollowUps,
  createdAsThen,
  doneLate,
  moves,
  newDeals,
  newLeads,
  openThen,
  overdueStill,
  unansweredThen,
  unconvertedThen,
  writtenFollowUps,
} from './report-conditions.js';

/** A record counted by a figure; the conditions are those of the figure itself. */
export interface CountedRecord {
  type: NumberedType;
  id: string;
  /** Null if the record was removed. */
  no: number | null;
  customerId: string;
  customer: string | null;
  /** The record's owner, who decides who may see it. */
  ownerId: string | null;
  teamId: string | null;
  /** The person whose figure it counts in. */
  personId: string | null;
  amount: number | null;
  at: Date;
}

export interface CountedDeal extends CountedRecord {
  type: 'deal';
  stage: string;
  status: 'open' | 'won' | 'lost';
}

const dealOf = ({ t: { deals, customers } }: Db) => ({
  id: deals.id,
  no: deals.no,
  customerId: deals.customerId,
  customer: customers.name,
  ownerId: deals.ownerId,
  teamId: deals.teamId,
  amount: deals.amount,
  stage: deals.stage,
  status: deals.status,
});

const ownDeal = <T extends { ownerId: string | null }>(row: T) => ({
  ...row,
  type: 'deal' as const,
  personId: row.ownerId,
});

/** Lists the deals created in a span. */
export async function newDealsIn(db: Db, span: Span): Promise<CountedDeal[]> {
  return (await dealsMade(db, span)).map(ownDeal);
}

const dealsMade = compiled<Span>()((db, param) => {
  const { deals, customers } = db.t;
  return db.q
    .select({ ...dealOf(db), at: deals.createdAt })
    .from(deals)
    .leftJoin(customers, eq(customers.id, deals.customerId))
    .where(newDeals(db, param));
});

/** Lists deals won or lost in a span. */
export async function closedDealsIn(db: Db, span: Span): Promise<CountedDeal[]> {
  return (await dealsEnded(db, span)).map((row) => ownDeal({ ...row, at: row.at ?? span.from }));
}

const dealsEnded = compiled<Span>()((db, param) => {
  const { deals, customers } = db.t;
  return db.q
    .select({ ...dealOf(db), at: deals.closedAt })
    .from(deals)
    .leftJoin(customers, eq(customers.id, deals.customerId))
    .where(closedDeals(db, param));
});

/** Lists the deals open at `at` with their stage, owner, team and amount of then. */
export async function openDealsThen(db: Db, at: Date, teamId?: TeamFilter): Promise<CountedDeal[]> {
  return (await dealsOpen(db, { at, teamId })).map(asThen);
}

const thenOf = ({ t: { deals, dealVersions: versions, customers } }: Db) => ({
  id: versions.dealId,
  no: deals.no,
  customerId: deals.customerId,
  customer: customers.name,
  ownerId: versions.ownerId,
  teamId: versions.teamId,
  amount: versions.amount,
  stage: versions.stage,
  status: versions.status,
  at: versions.stageSince,
});

interface Then {
  no: number | null;
  customerId: string | null;
  ownerId: string | null;
}

const asThen = <T extends Then>(row: T) => ownDeal({ ...row, customerId: row.customerId ?? '' });

const dealsOpen = compiled<AtMoment>()((db, param) => {
  const { deals, dealVersions: versions, customers } = db.t;
  return db.q
    .select(thenOf(db))
    .from(versions)
    .leftJoin(deals, eq(deals.id, versions.dealId))
    .leftJoin(customers, eq(customers.id, deals.customerId))
    .where(openThen(db, param));
});

/** Lists the deals created in a span, as of `at`. */
export async function dealsCreatedThen(db: Db, span: Span, at: Date): Promise<CountedDeal[]> {
  return (await cohort(db, { ...span, at })).map(asThen);
}

const cohort = compiled<Span & { at: Date }>()((db, param) => {
  const { deals, dealVersions: versions, customers } = db.t;
  return db.q
    .select(thenOf(db))
    .from(deals)
    .innerJoin(versions, eq(versions.dealId, deals.id))
    .leftJoin(customers, eq(customers.id, deals.customerId))
    .where(createdAsThen(db, param));
});

/** Lists stage moves in a span, with the deal as it is today. */
export async function movesIn(db: Db, span: Span): Promise<CountedRecord[]> {
  return (await dealsMoved(db, span)).map((row) => ({
    ...row,
    type: 'deal' as const,
    customerId: row.customerId ?? '',
  }));
}

const dealsMoved = compiled<Span>()((db, param) => {
  const { events, people, deals, customers } = db.t;
  return db.q
    .select({
      id: events.recordId,
      no: deals.no,
      customerId: deals.customerId,
      customer: customers.name,
      ownerId: deals.ownerId,
      teamId: deals.teamId,
      personId: events.personId,
      amount: deals.amount,
      at: events.at,
    })
    .from(events)
    .innerJoin(people, eq(people.id, events.personId))
    .leftJoin(deals, eq(deals.id, events.recordId))
    .leftJoin(customers, eq(customers.id, deals.customerId))
    .where(moves(db, param));
});

export interface CountedLead extends CountedRecord {
  type: 'lead';
  note: string;
  /** Name of the contact that came with the lead. */
  contact: string | null;
  status: 'open' | 'pool' | 'converted' | 'dropped';
}

const leadOf = ({ t: { leads, customers, contacts } }: Db) => ({
  id: leads.id,
  no: leads.no,
  customerId: leads.customerId,
  customer: customers.name,
  ownerId: leads.ownerId,
  teamId: leads.teamId,
  amount: leads.amount,
  note: leads.note,
  contact: contacts.name,
  status: leads.status,
  at: leads.createdAt,
});

const ownLead = <T extends { ownerId: string | null }>(row: T) => ({
  ...row,
  type: 'lead' as const,
  personId: row.ownerId,
});

/** Lists the leads created in a span. */
export async function newLeadsIn(db: Db, span: Span): Promise<CountedLead[]> {
  return (await leadsMade(db, span)).map(ownLead);
}

const leadsMade = compiled<Span>()((db, param) => {
  const { leads, customers, contacts } = db.t;
  return db.q
    .select(leadOf(db))
    .from(leads)
    .leftJoin(customers, eq(customers.id, leads.customerId))
    .leftJoin(contacts, eq(contacts.id, leads.contactId))
    .where(newLeads(db, param));
});

/** Lists leads past their response deadline at `at` and unanswered today. */
export async function unansweredLeads(db: Db, at: Date, teamId?: TeamFilter): Promise<CountedLead[]> {
  return (await leadsUnanswered(db, { at, teamId })).map(ownLead);
}

const leadsUnanswered = compiled<AtMoment>()((db, param) => {
  const { leads, customers, contacts } = db.t;
  return db.q
    .select(leadOf(db))
    .from(leads)
    .leftJoin(customers, eq(customers.id, leads.customerId))
    .leftJoin(contacts, eq(contacts.id, leads.contactId))
    .where(unansweredThen(db, param));
});

/** Lists leads created in a span and answered only after it. */
export async function leadsAnsweredAfter(db: Db, span: Span): Promise<CountedLead[]> {
  return (await answeredAfterwards(db, span)).map(ownLead);
}

const answeredAfterwards = compiled<Span>()((db, param) => {
  const { leads, deals, customers, contacts } = db.t;
  return db.q
    .select(leadOf(db))
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .leftJoin(customers, eq(customers.id, leads.customerId))
    .leftJoin(contacts, eq(contacts.id, leads.contactId))
    .where(answeredLater(db, param));
});

/** Lists leads created in a span that had no deal at `at`. */
export async function unconvertedLeads(db: Db, span: Span, at: Date): Promise<CountedLead[]> {
  return (await stillLeads(db, { ...span, at })).map(ownLead);
}

const stillLeads = compiled<Span & { at: Date }>()((db, param) => {
  const { leads, deals, customers, contacts } = db.t;
  return db.q
    .select(leadOf(db))
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .leftJoin(customers, eq(customers.id, leads.customerId))
    .leftJoin(contacts, eq(contacts.id, leads.contactId))
    .where(unconvertedThen(db, param));
});

/** Lists tasks overdue at `at`: still open, or done later (those due since `since`). */
export async function overdueTasks(
  db: Db,
  at: Date,
  since: Date,
  teamId?: TeamFilter,
): Promise<CountedRecord[]> {
  const rows = [...(await tasksOpen(db, { at, teamId })), ...(await tasksLate(db, { at, since, teamId }))];
  return rows.map((row) => ({ ...row, type: 'task' as const, personId: row.ownerId, amount: null }));
}

const taskOf = ({ t: { tasks, customers } }: Db) => ({
  id: tasks.id,
  no: tasks.no,
  customerId: tasks.customerId,
  customer: customers.name,
  ownerId: tasks.ownerId,
  teamId: tasks.teamId,
  at: tasks.dueAt,
});

const tasksOpen = compiled<AtMoment>()((db, param) => {
  const { tasks, customers } = db.t;
  return db.q
    .select(taskOf(db))
    .from(tasks)
    .leftJoin(customers, eq(customers.id, tasks.customerId))
    .where(overdueStill(db, param));
});

const tasksLate = compiled<AtMoment & { since: Date }>()((db, param) => {
  const { tasks, customers } = db.t;
  return db.q
    .select(taskOf(db))
    .from(tasks)
    .leftJoin(customers, eq(customers.id, tasks.customerId))
    .where(doneLate(db, param));
});

/** A follow-up under the number of the deal, lead or customer it is about. */
export interface CountedFollowUp extends CountedRecord {
  followUpId: string;
  channel: 'call' | 'visit' | 'wechat' | 'email' | 'meeting' | 'other';
  /** As it was typed. */
  words: string;
  contact: string | null;
  undone: boolean;
}

/** Lists the follow-ups of a span, without undone ones. */
export async function countedFollowUpsIn(db: Db, span: Span): Promise<CountedFollowUp[]> {
  return (await followUpsCounted(db, span)).map(aboutRecord);
}

/** Lists the follow-ups of a span, undone ones included. */
export async function allFollowUpsIn(db: Db, span: Span): Promise<CountedFollowUp[]> {
  return (await followUpsWritten(db, span)).map(aboutRecord);
}

const followUps = (db: Db) => {
  const { followUps: notes, customers, deals, leads, contacts } = db.t;
  return db.q
    .select({
      followUpId: notes.id,
      personId: notes.personId,
      channel: notes.channel,
      words: notes.words,
      undone: notes.undone,
      at: notes.at,
      contact: contacts.name,
      customer: { id: notes.customerId, name: customers.name, no: customers.no, owner: customers.ownerId },
      customerTeam: customers.teamId,
      deal: { id: notes.dealId, no: deals.no, ownerId: deals.ownerId, teamId: deals.teamId },
      lead: { id: notes.leadId, no: leads.no, ownerId: leads.ownerId, teamId: leads.teamId },
    })
    .from(notes)
    .leftJoin(customers, eq(customers.id, notes.customerId))
    .leftJoin(deals, eq(deals.id, notes.dealId))
    .leftJoin(leads, eq(leads.id, notes.leadId))
    .leftJoin(contacts, eq(contacts.id, notes.contactId));
};

const followUpsCounted = compiled<Span>()((db, param) => followUps(db).where(countedFollowUps(db, param)));
const followUpsWritten = compiled<Span>()((db, param) => followUps(db).where(writtenFollowUps(db, param)));

type FollowUpRow = Awaited<ReturnType<typeof followUpsWritten>>[number];

function aboutRecord({ customer, customerTeam, deal, lead, ...note }: FollowUpRow): CountedFollowUp {
  const about =
    deal?.id && deal.no !== null
      ? { type: 'deal' as const, ...deal, id: deal.id }
      : lead?.id && lead.no !== null
        ? { type: 'lead' as const, ...lead, id: lead.id }
        : {
            type: 'customer' as const,
            id: customer.id,
            no: customer.no,
            ownerId: customer.owner,
            teamId: customerTeam,
          };
  return { ...note, ...about, customerId: customer.id, customer: customer.name, amount: null };
}

const pageSize = 500;

/** Lists follow-ups on customers in [from, to) by anybody, undone ones included. */
export async function followUpsAbout(
  db: Db,
  customerIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<CountedFollowUp[]> {
  const { followUps: notes } = db.t;
  const found: CountedFollowUp[] = [];
  for (let first = 0; first < customerIds.length; first += pageSize) {
    const some = customerIds.slice(first, first + pageSize);
    const rows = await followUps(db).where(
      and(inArray(notes.customerId, some), gte(notes.at, from), lt(notes.at, to)),
    );
    found.push(...rows.map(aboutRecord));
  }
  return found;
}

/** Lists the leads of customers created in [from, to). */
export async function leadsAbout(
  db: Db,
  customerIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<CountedLead[]> {
  const { leads, customers, contacts } = db.t;
  const found: CountedLead[] = [];
  for (let first = 0; first < customerIds.length; first += pageSize) {
    const some = customerIds.slice(first, first + pageSize);
    const rows = await db.q
      .select(leadOf(db))
      .from(leads)
      .leftJoin(customers, eq(customers.id, leads.customerId))
      .leftJoin(contacts, eq(contacts.id, leads.contactId))
      .where(and(inArray(leads.customerId, some), gte(leads.createdAt, from), lt(leads.createdAt, to)));
    found.push(...rows.map(ownLead));
  }
  return found;
}
