import { leadWords } from '../../crm/access/visibility.js';
import { phoneWords } from '../../crm/cards/lead-card.js';
import { type Action, actions, type Card, context, fields, text } from '../../kernel/card/card.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Lead } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import type { Reader } from '../shared/deliver.js';

/** A lead with the names for its card. */
export interface NamedLead {
  lead: Lead;
  customer: string;
  contact: string | null;
  phone: string | null;
}

export async function namedLead(tx: Db, lead: Lead): Promise<NamedLead> {
  const customer = await customerById(tx, lead.customerId);
  const contact = lead.contactId ? await contactById(tx, lead.contactId) : undefined;
  return {
    lead,
    customer: customer?.name ?? '',
    contact: contact?.name ?? null,
    phone: contact?.phone ?? null,
  };
}

/** An alert about a lead. */
export function leadAlert(
  reader: Reader,
  { lead, contact, phone }: NamedLead,
  told: { title: string; said: string; actions: Action[] },
): Card {
  const t = textsIn(reader.locale).job;
  const no = leadNo(lead);
  return {
    key: `lead:${no}`,
    title: told.title,
    tone: 'warn',
    nodes: [
      text(told.said, 'strong'),
      ...fields(
        [t.contact, contact === phone ? null : contact],
        [textsIn(reader.locale).common.phone, phone && phoneWords(reader, lead, phone)],
        [t.note, leadWords(reader, lead)],
      ),
      ...actions(...told.actions),
      context(no),
    ],
  };
}
