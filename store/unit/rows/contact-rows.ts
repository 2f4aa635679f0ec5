import type { Contact } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { insertRow } from '../../statements/rows.js';
/** Stores a contact of a customer. */
export async function createContact(
  tx: Db,
  given: Pick<Contact, 'customerId' | 'name'> & Partial<Pick<Contact, 'title' | 'phone' | 'email'>>,
  now: Date,
): Promise<Contact> {
  const contact: Contact = { id: newId(), title: null, phone: null, email: null, ...given, createdAt: now };
  await insertRow(tx, tx.t.contacts, contact);
  return contact;
}
