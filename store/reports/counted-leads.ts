import { and, eq, inArray } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import { within } from '../statements/conditions.js';
import type { Db } from '../statements/db.js';
import { inPages } from '../statements/pages.js';
import type { CountedRecord } from './counted-record.js';
import {
  type AtMoment,
  answeredLater,
  newLeads,
  type Span,
  type TeamFilter,
  unansweredThen,
  unconvertedThen,
} from './report-conditions.js';

export interface CountedLead extends CountedRecord {
  type: 'lead';
  note: string;
  /** Name of the contact that came with the lead. */
  contact: string | null;
  status: 'open' | 'pool' | 'converted' | 'dropped';
}

/** Leads with their customers and contacts, and the deals they became. */
const leadRows = ({ q, t: { leads, deals, customers, contacts } }: Db) =>
  q
    .select({
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
    })
    .from(leads)
    .leftJoin(deals, eq(deals.id, leads.dealId))
    .leftJoin(customers, eq(customers.id, leads.customerId))
    .leftJoin(contacts, eq(contacts.id, leads.contactId));

const ownLead = <T extends { ownerId: string | null }>(row: T) => ({
  ...row,
  type: 'lead' as const,
  personId: row.ownerId,
});

/** Lists the leads created in a span. */
export async function newLeadsIn(db: Db, span: Span): Promise<CountedLead[]> {
  return (await leadsMade(db, span)).map(ownLead);
}

const leadsMade = compiled<Span>()((db, param) => leadRows(db).where(newLeads(db, param)));

/** Lists leads past their response deadline at `at` and unanswered today. */
export async function unansweredLeads(db: Db, at: Date, teamId?: TeamFilter): Promise<CountedLead[]> {
  return (await leadsUnanswered(db, { at, teamId })).map(ownLead);
}

const leadsUnanswered = compiled<AtMoment>()((db, param) => leadRows(db).where(unansweredThen(db, param)));

/** Lists leads created in a span and answered only after it. */
export async function leadsAnsweredAfter(db: Db, span: Span): Promise<CountedLead[]> {
  return (await answeredAfterwards(db, span)).map(ownLead);
}

const answeredAfterwards = compiled<Span>()((db, param) => leadRows(db).where(answeredLater(db, param)));

/** Lists leads created in a span that had no deal at `at`. */
export async function unconvertedLeads(db: Db, span: Span, at: Date): Promise<CountedLead[]> {
  return (await stillLeads(db, { ...span, at })).map(ownLead);
}

const stillLeads = compiled<Span & { at: Date }>()((db, param) =>
  leadRows(db).where(unconvertedThen(db, param)),
);

/** Lists the leads of customers created in [from, to). */
export async function leadsAbout(
  db: Db,
  customerIds: readonly string[],
  span: { from: Date; to: Date },
): Promise<CountedLead[]> {
  const { leads } = db.t;
  const rows = await inPages(customerIds, (some) =>
    leadRows(db).where(and(inArray(leads.customerId, some), within(leads.createdAt, span))),
  );
  return rows.map(ownLead);
}
