import { InputError } from '../../kernel/command/errors.js';
import { isCalledBySurname, isSmallTitled } from '../../kernel/names/honorifics.js';
import { holdsMarkup, readTypedMarkup } from '../../kernel/words/typed-markup.js';
import { typedWords } from '../../kernel/words/typed-words.js';
import { contactsNamed, contactsOf } from '../../store/customers/contact-queries.js';
import type { Contact, Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { contactIsCalled } from '../lookup/contacts-called.js';

/** Creates a customer owned by `owner`; refuses markup and mentions, which are nobody's name. */
export async function addCustomer(
  ctx: Context,
  name: string,
  owner: { ownerId: string | null; teamId: string | null },
): Promise<Customer> {
  const plain = typedWords(readTypedMarkup(name).trim(), ctx.words);
  const t = textsIn(ctx.locale).lookup;
  if (holdsMarkup(plain)) throw new InputError('customer', t.noName(plain));
  return await ctx.unit.create('customer.created', { name: plain, ...owner });
}

/** Finds or creates the customer's contact as said (`王总`, "Mr Wang"); a surname in small letters, "dr shah", creates nobody. */
export async function findOrCreateContact(
  ctx: Context,
  customer: Customer,
  name: string | undefined,
  phone?: string,
  email?: string,
): Promise<Contact | undefined> {
  if (!name && !phone && !email) return undefined;
  const known = await knownContact(ctx, customer, name, { phone, email });
  if (!known && name && !phone && !email && isSmallTitled(name)) return undefined;
  if (known) {
    const lacking = {
      ...(phone && !known.phone ? { phone } : {}),
      ...(email && !known.email ? { email } : {}),
    };
    return Object.keys(lacking).length > 0 ? await ctx.unit.change('contact.changed', known, lacking) : known;
  }
  return await ctx.unit.create('contact.created', {
    customerId: customer.id,
    name: name ? typedWords(name, ctx.words) : (phone ?? email ?? ''),
    phone: phone ?? null,
    email: email ?? null,
  });
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
  if (same || !name) return same;
  const [named] = await contactsNamed(ctx.db, customer.id, name);
  if (named) return named;
  const called = (await contactsOf(ctx.db, customer.id)).filter(
    (one) => contactIsCalled(one, name) || isCalledBySurname(one.name, name),
  );
  return called.length === 1 ? called[0] : undefined;
}
