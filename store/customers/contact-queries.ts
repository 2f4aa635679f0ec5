import { and, asc, eq, sql } from 'drizzle-orm';
import type { Contact } from '../schema/row-types.js';
import { compiled, run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';

/** Lists a customer's contacts, oldest first. */
export async function contactsOf(db: Db, customerId: string): Promise<Contact[]> {
  return await ofCustomer(db, { customerId });
}

const ofCustomer = compiled<{ customerId: string }>()(({ q, t: { contacts } }, param) =>
  q
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, param.customerId))
    .orderBy(asc(contacts.createdAt), asc(contacts.id)),
);

/** Lists a customer's contacts of exactly this name (`王总`, "Mr Wang"). */
export async function contactsNamed(db: Db, customerId: string, name: string): Promise<Contact[]> {
  return await named(db, { customerId, name });
}

const named = compiled<{ customerId: string; name: string }>()(({ q, t: { contacts } }, param) =>
  q
    .select()
    .from(contacts)
    .where(and(eq(contacts.customerId, param.customerId), eq(contacts.name, param.name))),
);

/** Lists contacts of any customer whose name begins with `beginning`, case ignored, oldest first. */
export async function contactsWithPrefix(db: Db, beginning: string, limit: number): Promise<Contact[]> {
  const { contacts } = db.t;
  const folded = beginning.toLowerCase();
  return await db.q
    .select()
    .from(contacts)
    .where(sql`substr(lower(${contacts.name}), 1, ${sql.raw(String([...folded].length))}) = ${folded}`)
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .limit(atMost(limit));
}

/** Lists the contacts of a person's customers, the oldest first. */
export async function contactsOwnedBy(db: Db, ownerId: string, limit: number): Promise<Contact[]> {
  const rows = await run(
    db,
    `contactsOwnedBy:${limit}`,
    { ownerId },
    ({ q, t: { contacts, customers } }, param) =>
      q
        .select({ contact: contacts })
        .from(customers)
        .innerJoin(contacts, eq(contacts.customerId, customers.id))
        .where(eq(customers.ownerId, param.ownerId))
        .orderBy(asc(contacts.createdAt), asc(contacts.id))
        .limit(atMost(limit)),
  );
  return rows.map(({ contact }) => contact);
}

/** Lists contacts of any customer with this phone number (digits only). */
export async function contactsByPhone(db: Db, phone: string): Promise<Contact[]> {
  return await db.q.select().from(db.t.contacts).where(eq(db.t.contacts.phone, phone));
}

/** Lists contacts of any customer with this mail address; addresses are stored in lower case. */
export async function contactsByEmail(db: Db, email: string): Promise<Contact[]> {
  return await db.q.select().from(db.t.contacts).where(eq(db.t.contacts.email, email.toLowerCase()));
}

/** Finds a contact by id, or undefined. */
export async function contactById(db: Db, id: string): Promise<Contact | undefined> {
  return await findRow(db, db.t.contacts, { id });
}
