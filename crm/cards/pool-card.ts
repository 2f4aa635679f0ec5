import { type Action, actions, type Card, context, fields, text } from '../../kernel/card/card.js';
import { customerNo, leadNo } from '../../kernel/records/record-number.js';
import { maskPhone } from '../../sales/leads/pool-rules.js';
import { contactById, contactsOf } from '../../store/customers/contact-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Customer, Lead } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import type { Reader } from '../access/reader.js';
import { leadWords } from '../access/visibility.js';

/** An item of the pool: a lead, or a customer without one. */
export type PoolItem = { lead: Lead } | { customer: Customer };

/** A record of the pool with the names for its card; its phone number is masked. */
export interface PoolRecord {
  type: 'lead' | 'customer';
  id: string;
  number: string;
  customer: string;
  contact: string;
  phone: string;
  /** The lead that it is; absent of a customer. */
  lead: Lead | undefined;
  version: number;
  teamId: string | null;
  /** When the record entered the pool. */
  since: Date;
}

export async function poolRecord(db: Db, item: PoolItem): Promise<PoolRecord> {
  const customer = 'lead' in item ? await customerById(db, item.lead.customerId) : item.customer;
  const contact =
    'lead' in item
      ? item.lead.contactId && (await contactById(db, item.lead.contactId))
      : (await contactsOf(db, item.customer.id))[0];
  const known = contact || undefined;
  const record = 'lead' in item ? item.lead : item.customer;
  return {
    type: 'lead' in item ? 'lead' : 'customer',
    id: record.id,
    number: 'lead' in item ? leadNo(item.lead) : customerNo(item.customer),
    customer: customer?.name ?? '',
    contact: known && known.name !== known.phone ? known.name : '',
    phone: known?.phone ? maskPhone(known.phone) : '',
    lead: 'lead' in item ? item.lead : undefined,
    version: record.version,
    teamId: record.teamId,
    since: 'lead' in item ? item.lead.createdAt : (item.customer.pooledAt ?? item.customer.createdAt),
  };
}

/** An alert about a record of the pool. */
export function poolAlert(
  reader: Reader,
  record: PoolRecord,
  told: { title: string; said: string; actions: Action[] },
): Card {
  const c = textsIn(reader.locale).common;
  return {
    key: `${record.type}:${record.number}`,
    title: told.title,
    tone: 'warn',
    nodes: [
      text(told.said, 'strong'),
      ...fields(
        [c.contact, record.contact],
        [c.phone, record.phone],
        [c.note, record.lead && leadWords(reader, record.lead, { ownerId: null })],
      ),
      ...actions(...told.actions),
      context(record.number),
    ],
  };
}
