import { and, eq, inArray } from 'drizzle-orm';
import { compiled } from '../statements/compiled.js';
import { within } from '../statements/conditions.js';
import type { Db } from '../statements/db.js';
import { inPages } from '../statements/pages.js';
import type { CountedRecord } from './counted-record.js';
import { countedFollowUps, type Span, writtenFollowUps } from './report-conditions.js';

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

/** Lists follow-ups on customers in [from, to) by anybody, undone ones included. */
export async function followUpsAbout(
  db: Db,
  customerIds: readonly string[],
  span: { from: Date; to: Date },
): Promise<CountedFollowUp[]> {
  const { followUps: notes } = db.t;
  const rows = await inPages(customerIds, (some) =>
    followUps(db).where(and(inArray(notes.customerId, some), within(notes.at, span))),
  );
  return rows.map(aboutRecord);
}
