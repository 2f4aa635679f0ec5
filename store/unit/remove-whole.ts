import { eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Contact, Customer, Deal, Lead } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { partsOfRecord } from './rows/record-parts.js';
import type { Unit } from './unit.js';

/** A record that can be deleted with all that belongs to it. */
export type Removable =
  | { type: 'customer'; record: Customer }
  | { type: 'contact'; record: Contact }
  | { type: 'deal'; record: Deal }
  | { type: 'lead'; record: Lead };

/** Why what belongs to a deleted record goes with it. */
const because = 'deleted';

/**
 * Deletes a customer, contact, deal or lead with all that belongs to it; each record's event keeps it whole, so that one undo
 * stores everything again. Throws ChangeRefused if the person may not.
 */
export async function removeWhole(unit: Unit, one: Removable): Promise<void> {
  const along = unit.asConsequence(because);
  switch (one.type) {
    case 'customer':
      await removeOfCustomer(along, one.record);
      return await unit.remove('customer.removed', one.record);
    case 'deal':
      await removeOfDeal(along, one.record);
      return await unit.remove('deal.removed', one.record);
    case 'lead':
      await removeOfLead(along, one.record);
      return await unit.remove('lead.removed', one.record);
    case 'contact':
      await removeOfContact(along, one.record);
      return await unit.remove('contact.removed', one.record);
  }
}

async function removeOfCustomer(along: Unit, customer: Customer): Promise<void> {
  const { db } = along;
  const { id } = customer;
  const { t } = db;
  for (const one of await rowsWith(db, t.learntNames, t.learntNames.customerId, id))
    await along.remove('name.forgotten', one);
  for (const one of await rowsWith(db, t.collaborators, t.collaborators.customerId, id))
    await along.remove('customer.unshared', one);
  for (const one of await rowsWith(db, t.disputes, t.disputes.customerId, id))
    await along.remove('dispute.removed', one);
  for (const one of await rowsWith(db, t.tasks, t.tasks.customerId, id))
    await along.remove('task.removed', one);
  for (const one of await rowsWith(db, t.followUps, t.followUps.customerId, id))
    await along.remove('followUp.removed', one);
  for (const one of await rowsWith(db, t.leads, t.leads.customerId, id))
    await along.remove('lead.removed', one);
  for (const one of await rowsWith(db, t.deals, t.deals.customerId, id)) {
    await removeOfDeal(along, one);
    await along.remove('deal.removed', one);
  }
  for (const one of await rowsWith(db, t.contacts, t.contacts.customerId, id))
    await along.remove('contact.removed', one);
  // The names of those that were merged into it lead there.
  for (const one of await rowsWith(db, t.customers, t.customers.mergedInto, id)) {
    await removeOfCustomer(along, one);
    await along.remove('customer.removed', one);
  }
  await along.note('customer.parts', customer, {}, { parts: await partsOfRecord(db, 'customer', id) });
}

async function removeOfDeal(along: Unit, deal: Deal): Promise<void> {
  const { db } = along;
  const { t } = db;
  for (const one of await rowsWith(db, t.leads, t.leads.dealId, deal.id))
    await along.change('lead.changed', one, { dealId: null });
  for (const one of await rowsWith(db, t.followUps, t.followUps.dealId, deal.id))
    await along.change('followUp.freed', one, { dealId: null });
  for (const one of await rowsWith(db, t.tasks, t.tasks.dealId, deal.id))
    await along.remove('task.removed', one);
  for (const one of await rowsWith(db, t.approvals, t.approvals.dealId, deal.id))
    await along.remove('approval.removed', one);
  await along.note('deal.parts', deal, {}, { parts: await partsOfRecord(db, 'deal', deal.id) });
}

async function removeOfLead(along: Unit, { id }: Lead): Promise<void> {
  const { db } = along;
  const { t } = db;
  for (const one of await rowsWith(db, t.followUps, t.followUps.leadId, id))
    await along.change('followUp.freed', one, { leadId: null });
  for (const one of await rowsWith(db, t.tasks, t.tasks.leadId, id)) await along.remove('task.removed', one);
}

async function removeOfContact(along: Unit, { id }: Contact): Promise<void> {
  const { db } = along;
  const { t } = db;
  for (const one of await rowsWith(db, t.leads, t.leads.contactId, id))
    await along.change('lead.changed', one, { contactId: null });
  for (const one of await rowsWith(db, t.followUps, t.followUps.contactId, id))
    await along.change('followUp.freed', one, { contactId: null });
  for (const one of await rowsWith(db, t.learntNames, t.learntNames.contactId, id))
    await along.remove('name.forgotten', one);
}

/** The rows of a table that point at the record. */
async function rowsWith<T extends PgTable>(
  db: Db,
  table: T,
  column: PgColumn,
  id: string,
): Promise<T['$inferSelect'][]> {
  return (await db.q
    .select()
    .from(table as PgTable)
    .where(eq(column, id))) as T['$inferSelect'][];
}
