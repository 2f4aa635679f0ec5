import { contactsNamed, contactsOf } from '../../store/customers/contact-queries.js';
import type { Contact, Customer } from '../../store/schema/row-types.js';
import { createContact, updateContact } from '../../store/unit/rows/contact-rows.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import type { Context } from '../access/context.js';
import { factsBefore, logEvent } from './log-event.js';

/** Finds the customer with exactly that name, or creates one owned by `owner`. */
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

/** Finds or creates the customer's contact as said (`王总`, "Mr Wang"). */
export async function contactLogged(
  ctx: Context,
  customer: Customer,
  name: string | undefined,
  phone?: string,
  email?: string,
): Promise<Contact | undefined> {
  if (!name && !phone && !email) return undefined;
  const known = await knownContact(ctx, customer, name, { phone, email });
  if (known) {
    const lacking = {
      ...(phone && !known.phone ? { phone } : {}),
      ...(email && !known.email ? { email } : {}),
    };
    if (Object.keys(lacking).length > 0) {
      await updateContact(ctx.db, known.id, lacking);
      const record = { type: 'contact', id: known.id } as const;
      await logEvent(ctx, 'contact.changed', record, factsBefore<Contact>(known, lacking), lacking);
    }
    return known;
  }
  const contact = await createContact(
    ctx.db,
    {
      customerId: customer.id,
      name: name ?? phone ?? email ?? '',
      phone: phone ?? null,
      email: email ?? null,
    },
    ctx.now,
  );
  await logEvent(ctx, 'contact.created', { type: 'contact', id: contact.id }, null, { name: contact.name });
  return contact;
}

async function knownContact(
  ctx: Context,
  customer: Customer,
  name: string | undefined,
  { phone, email }: { phone?: string; email?: string },
): Promise<Contact | undefined> {
  const all = phone || email ? await contactsOf(ctx.db, customer.id) : [];
  const same = all.find(
    (contact) => (phone && contact.phone === phone) || (email && contact.email === email),
  );
  return same ?? (name ? (await contactsNamed(ctx.db, customer.id, name))[0] : undefined);
}
