import { asc, eq, gt } from 'drizzle-orm';
import { customerNo, dealNo, leadNo, taskNo } from '../../kernel/records/record-number.js';
import type { CustomField } from '../../sales/process/parse-process.js';
import { operatorLocale } from '../../texts/languages.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

export const exportSubjects = [
  'deals',
  'customers',
  'contacts',
  'leads',
  'follow-ups',
  'tasks',
  'people',
  'teams',
] as const;
export type ExportSubject = (typeof exportSubjects)[number];

/** One exported row: columns in order, amounts in minor units, moments as Date. */
export type ExportRow = Record<string, string | number | boolean | Date | null>;

/** A custom field of the company, and its type. */
export type ExportedField = Pick<CustomField, 'key' | 'name' | 'type'>;

/** Rows read per query, so that memory does not grow with the table. */
const pageSize = 1000;

/** Reads every row of a subject in pages, ordered by id, with names in place of ids. */
export async function* exportRows(
  db: Db,
  subject: ExportSubject,
  own: readonly ExportedField[] = [],
): AsyncGenerator<ExportRow[]> {
  const names = { ...(await namesOf(db)), own };
  let after = '';
  for (;;) {
    const rows = await readers[subject](db, after, names);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.id;
  }
}

type Named = (id: string | null) => string | null;
type Reader = (
  db: Db,
  after: string,
  names: { person: Named; team: Named; own: readonly ExportedField[] },
) => Promise<{ id: string; row: ExportRow }[]>;

async function namesOf(db: Db): Promise<{ person: Named; team: Named }> {
  const { people, teams } = db.t;
  const persons = new Map(
    (await db.q.select({ id: people.id, name: people.name }).from(people)).map((row) => [row.id, row.name]),
  );
  const groups = new Map(
    (await db.q.select({ id: teams.id, name: teams.name }).from(teams)).map((row) => [row.id, row.name]),
  );
  const named =
    (map: Map<string, string>): Named =>
    (id) =>
      id === null ? null : (map.get(id) ?? null);
  return { person: named(persons), team: named(groups) };
}

/** Formats a custom value as the import reads it: money in major units, a person by name. */
function ownValue({ key, type }: ExportedField, facts: Record<string, string>, person: Named): string | null {
  const value = facts[key];
  if (value === undefined) return null;
  if (type === 'money') return String(Number(value) / 100);
  return type === 'person' ? person(value) : value;
}

const readers: Record<ExportSubject, Reader> = {
  async deals(db, after, { person, team, own }) {
    const { deals, customers } = db.t;
    const rows = await db.q
      .select({ deal: deals, customer: customers.name })
      .from(deals)
      .innerJoin(customers, eq(customers.id, deals.customerId))
      .where(gt(deals.id, after))
      .orderBy(asc(deals.id))
      .limit(atMost(pageSize));
    return rows.map(({ deal, customer }) => ({
      id: deal.id,
      row: {
        'deal id': deal.importKey ?? dealNo(deal),
        number: dealNo(deal),
        deal: deal.name,
        customer,
        owner: person(deal.ownerId),
        team: team(deal.teamId),
        product: deal.product,
        stage: deal.status === 'open' ? deal.stage : deal.status,
        created: deal.createdAt,
        'close date': deal.closedAt,
        'expected close': deal.closeDate,
        amount: deal.amount,
        'amount told': deal.told,
        'currency told': deal.currency,
        'loss reason': deal.lossReason,
        'last follow-up': deal.lastFollowUpAt,
        'stalls at': deal.stallAt,
        ...Object.fromEntries(
          own.map((field) => [field.name[operatorLocale], ownValue(field, deal.facts, person)]),
        ),
      },
    }));
  },
  async customers(db, after, { person, team }) {
    const { customers } = db.t;
    const rows = await db.q
      .select()
      .from(customers)
      .where(gt(customers.id, after))
      .orderBy(asc(customers.id))
      .limit(atMost(pageSize));
    return rows.map((one) => ({
      id: one.id,
      row: {
        number: customerNo(one),
        customer: one.name,
        industry: one.industry,
        region: one.region,
        owner: person(one.ownerId),
        team: team(one.teamId),
        tags: one.tags.join(' '),
        grade: one.grade,
        'contract end': one.contractEnd,
        facts: Object.keys(one.facts).length > 0 ? JSON.stringify(one.facts) : null,
        created: one.createdAt,
      },
    }));
  },
  async contacts(db, after) {
    const { contacts, customers } = db.t;
    const rows = await db.q
      .select({ contact: contacts, customer: customers.name })
      .from(contacts)
      .innerJoin(customers, eq(customers.id, contacts.customerId))
      .where(gt(contacts.id, after))
      .orderBy(asc(contacts.id))
      .limit(atMost(pageSize));
    return rows.map(({ contact, customer }) => ({
      id: contact.id,
      row: {
        customer,
        contact: contact.name,
        title: contact.title,
        phone: contact.phone,
        email: contact.email,
      },
    }));
  },
  async leads(db, after, { person, team }) {
    const { leads, customers } = db.t;
    const rows = await db.q
      .select({ lead: leads, customer: customers.name })
      .from(leads)
      .innerJoin(customers, eq(customers.id, leads.customerId))
      .where(gt(leads.id, after))
      .orderBy(asc(leads.id))
      .limit(atMost(pageSize));
    return rows.map(({ lead, customer }) => ({
      id: lead.id,
      row: {
        number: leadNo(lead),
        customer,
        owner: person(lead.ownerId),
        team: team(lead.teamId),
        status: lead.status,
        source: lead.source,
        region: lead.region,
        tags: lead.tags.join(' '),
        note: lead.note,
        created: lead.createdAt,
        responded: lead.respondedAt,
        'last follow-up': lead.lastFollowUpAt,
      },
    }));
  },
  async 'follow-ups'(db, after, { person, team }) {
    const { followUps, customers } = db.t;
    const rows = await db.q
      .select({ log: followUps, customer: customers.name })
      .from(followUps)
      .innerJoin(customers, eq(customers.id, followUps.customerId))
      .where(gt(followUps.id, after))
      .orderBy(asc(followUps.id))
      .limit(atMost(pageSize));
    return rows.map(({ log, customer }) => ({
      id: log.id,
      row: {
        at: log.at,
        customer,
        person: person(log.personId),
        team: team(log.teamId),
        channel: log.channel,
        words: log.words,
        undone: log.undone,
      },
    }));
  },
  async tasks(db, after, { person, team }) {
    const { tasks, customers } = db.t;
    const rows = await db.q
      .select({ task: tasks, customer: customers.name })
      .from(tasks)
      .innerJoin(customers, eq(customers.id, tasks.customerId))
      .where(gt(tasks.id, after))
      .orderBy(asc(tasks.id))
      .limit(atMost(pageSize));
    return rows.map(({ task, customer }) => ({
      id: task.id,
      row: {
        number: taskNo(task),
        customer,
        title: task.title,
        owner: person(task.ownerId),
        team: team(task.teamId),
        due: task.dueDate,
        time: task.dueTime,
        status: task.status,
        done: task.doneAt,
        created: task.createdAt,
      },
    }));
  },
  async people(db, after, { team }) {
    const { people } = db.t;
    const rows = await db.q
      .select()
      .from(people)
      .where(gt(people.id, after))
      .orderBy(asc(people.id))
      .limit(atMost(pageSize));
    return rows.map((one) => ({
      id: one.id,
      row: { name: one.name, role: one.role, team: team(one.teamId), email: one.email, active: one.active },
    }));
  },
  async teams(db, after, { person }) {
    const { teams } = db.t;
    const rows = await db.q
      .select()
      .from(teams)
      .where(gt(teams.id, after))
      .orderBy(asc(teams.id))
      .limit(atMost(pageSize));
    return rows.map((one) => ({
      id: one.id,
      row: { team: one.name, manager: person(one.managerId), 'time zone': one.timeZone },
    }));
  },
};
