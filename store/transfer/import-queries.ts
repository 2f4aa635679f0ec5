import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Contact, Customer, Deal, Lead } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';

/** Reads imported deals into a map by their import key. */
export async function dealsByImportKey(db: Db, keys: readonly string[]): Promise<Map<string, Deal>> {
  const { deals } = db.t;
  const rows = await db.q
    .select()
    .from(deals)
    .where(inArray(deals.importKey, [...keys]));
  return new Map(rows.map((row) => [row.importKey ?? '', row]));
}

/** Reads customers into a map by the folded form of their name or alias. */
export async function customersByName(db: Db, folded: readonly string[]): Promise<Map<string, Customer>> {
  const { customers, customerNames: names } = db.t;
  if (folded.length === 0) return new Map();
  const rows = await db.q
    .select({ key: names.key, customer: customers })
    .from(names)
    .innerJoin(customers, eq(customers.id, names.customerId))
    .where(
      and(
        inArray(names.key, [...folded]),
        inArray(names.kind, ['name', 'alias']),
        isNull(customers.mergedInto),
      ),
    );
  return new Map(rows.map(({ key, customer }) => [key, customer]));
}

/** Lists the contacts of several customers. */
export async function contactsOfCustomers(db: Db, customerIds: readonly string[]): Promise<Contact[]> {
  const { contacts } = db.t;
  if (customerIds.length === 0) return [];
  return await db.q
    .select()
    .from(contacts)
    .where(inArray(contacts.customerId, [...customerIds]));
}

/** Lists the leads of several customers. */
export async function leadsOfCustomers(db: Db, customerIds: readonly string[]): Promise<Lead[]> {
  const { leads } = db.t;
  if (customerIds.length === 0) return [];
  return await db.q
    .select()
    .from(leads)
    .where(inArray(leads.customerId, [...customerIds]));
}
