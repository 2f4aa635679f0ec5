import { and, asc, eq, sql } from 'drizzle-orm';
import type { Contact } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { insertRow } from '../statements/rows.js';

export async function createContact(
  tx: Db,
  given: Pick<Contact, 'customerId' | 'name'> & Partial<Pick<Contact, 'title' | 'phone' | 'email'>>,
  now: Date,
): Promise<Contact> {
  const contact: Contact = { id: newId(), title: null, phone: null, email: null, ...given, createdAt: now };
  await insertRow(tx, tx.t.contacts, contact);
  return contact;
}

export async function contactsOf(db: Db, customerId: string): Promise<Contact[]> {
  return await ofCustomer(db, { customerId });
}

const ofCustomer = compiled<{ customerId: string }>()(({ q, t: { contacts } }, hole) =>
  q
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, hole.customerId))
    .orderBy(asc(contacts.createdAt), asc(contacts.id)),
);

/** Contacts of a customer under the name as said (`王总`). */
export async function contactsNamed(db: Db, customerId: string, name: string): Promise<Contact[]> {
  return await named(db, { customerId, name });
}

const named = compiled<{ customerId: string; name: string }>()(({ q, t: { contacts } }, hole) =>
  q
    .select()
    .from(contacts)
    .where(and(eq(contacts.customerId, hole.customerId), eq(contacts.name, hole.name))),
);

/** Contacts whose name begins so, whoever's customers they are. */
export async function contactsCalled(db: Db, beginning: string, limit: number): Promise<Contact[]> {
  const { contacts } = db.t;
  const folded = beginning.toLowerCase();
  return await db.q
    .select()
    .from(contacts)
    .where(sql`substr(lower(${contacts.name}), 1, ${sql.raw(String([...folded].length))}) = ${folded}`)
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .limit(atMost(limit));
}

/** Contacts with a phone number, digits only, whoever's customers they are. */
export async function contactsByPhone(db: Db, phone: string): Promise<Contact[]> {
  return await db.q.select().from(db.t.contacts).where(eq(db.t.contacts.phone, phone));
}

/** Contacts with a mail address, whoever's customers they are; addresses are kept in small letters. */
export async function contactsByEmail(db: Db, email: string): Promise<Contact[]> {
  return await db.q.select().from(db.t.contacts).where(eq(db.t.contacts.email, email.toLowerCase()));
}

export async function contactById(db: Db, id: string): Promise<Contact | undefined> {
  return (await byId(db, { id }))[0];
}

const byId = compiled<{ id: string }>()(({ q, t: { contacts } }, hole) =>
  q.select().from(contacts).where(eq(contacts.id, hole.id)),
);

export async function updateContact(
  tx: Db,
  id: string,
  patch: Partial<Pick<Contact, 'phone' | 'title' | 'email' | 'name'>>,
): Promise<void> {
  await tx.q.update(tx.t.contacts).set(patch).where(eq(tx.t.contacts.id, id));
}
