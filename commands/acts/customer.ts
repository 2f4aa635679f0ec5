import { contactsNamed, contactsOf, createContact, updateContact } from '../../store/contacts.js';
import { createCustomer } from '../../store/customers.js';
import type { Contact, Customer } from '../../store/row-types.js';
import type { Context } from '../context.js';
import { factsBefore, logEvent } from './events.js';

/** The customer of exactly that name, or a new one owned by `owner`. */
export async function createCustomerLogged(
  ctx: Context,
  name: string,
  owner: { ownerId: string | null; teamId: string | null },
): Promise<Customer> {
  const customer = await createCustomer(ctx.db, { name, ...owner }, ctx.now);
  await logEvent(ctx, 'customer.created', { type: 'customer', id: customer.id }, null, {
    no: customer.no,
    name,
  });
  return customer;
}

/** The contact as said (`王总`) under the customer, known or new. */
export async function contactLogged(
  ctx: Context,
  customer: Customer,
  name: string | undefined,
  phone?: string,
): Promise<Contact | undefined> {
  if (!name && !phone) return undefined;
  const known = await knownContact(ctx, customer, name, phone);
  if (known) {
    if (phone && !known.phone) {
      await updateContact(ctx.db, known.id, { phone });
      const record = { type: 'contact', id: known.id } as const;
      await logEvent(ctx, 'contact.changed', record, factsBefore(known, { phone }), { phone });
    }
    return known;
  }
  const contact = await createContact(
    ctx.db,
    { customerId: customer.id, name: name ?? phone ?? '', phone: phone ?? null },
    ctx.now,
  );
  await logEvent(ctx, 'contact.created', { type: 'contact', id: contact.id }, null, { name: contact.name });
  return contact;
}

async function knownContact(
  ctx: Context,
  customer: Customer,
  name: string | undefined,
  phone: string | undefined,
): Promise<Contact | undefined> {
  const byPhone = phone
    ? (await contactsOf(ctx.db, customer.id)).find((contact) => contact.phone === phone)
    : undefined;
  return byPhone ?? (name ? (await contactsNamed(ctx.db, customer.id, name))[0] : undefined);
}
