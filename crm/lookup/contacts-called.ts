import { readContact } from '../../kernel/pieces/contact.js';
import { readPhone } from '../../kernel/pieces/phone.js';
import { normalise } from '../../kernel/words/folding.js';
import {
  contactsByPhone,
  contactsOf,
  contactsOwnedBy,
  contactsWithPrefix,
} from '../../store/customers/contact-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Contact, Customer } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { readableAmong } from '../access/readable.js';
import { onlyCustomerCalled } from './only-customer.js';

/** A contact and its customer. */
export interface CalledContact {
  contact: Contact;
  of: Customer;
}

/** Most contacts read under one name. */
const looked = 200;

/** Finds the contacts that the words mean and that the speaker may see, the speaker's own first: by name or by number. */
export async function contactsCalled(ctx: Context, said: string): Promise<CalledContact[]> {
  const numbered = await contactsUnder(ctx, said);
  if (numbered.length > 0) return await seen(ctx, numbered);
  const begun = await contactsWithPrefix(ctx.db, readContact(said)?.surname ?? said, looked);
  const called = said === '' ? [] : begun.filter((one) => contactIsCalled(one, said));
  // A name that is stored in traditional characters begins otherwise.
  return called.length > 0 || !/\p{Script=Han}/u.test(said)
    ? await seen(ctx, called)
    : await ownContactsCalled(ctx, said);
}

/** The same among the contacts of the speaker's own customers, and everybody's by number; for words that nothing asks for. */
export async function ownContactsCalled(ctx: Context, said: string): Promise<CalledContact[]> {
  const numbered = await contactsUnder(ctx, said);
  if (numbered.length > 0) return await seen(ctx, numbered);
  const own = await contactsOwnedBy(ctx.db, ctx.person.id, mostOwn);
  return await seen(
    ctx,
    own.filter((one) => contactIsCalled(one, said)),
  );
}

/** Most contacts of the speaker's own that are compared one by one. */
const mostOwn = 3000;

/** Finds the contacts of a customer that the words mean, or all if none are said. */
export async function contactsAmong(ctx: Context, of: Customer, said: string): Promise<CalledContact[]> {
  const all = await contactsOf(ctx.db, of.id);
  return all.filter((one) => said === '' || contactIsCalled(one, said)).map((contact) => ({ contact, of }));
}

/** The contacts with this telephone number, as it is said with the code of its country or without. */
async function contactsUnder({ db }: Context, said: string): Promise<Contact[]> {
  const phone = readPhone(said);
  if (phone === undefined) return [];
  const spellings = /^\d{10}$/.test(phone) ? [phone, `+1${phone}`] : [phone];
  const found = [];
  for (const one of spellings) found.push(...(await contactsByPhone(db, one)));
  return found;
}

async function seen(ctx: Context, contacts: readonly Contact[]): Promise<CalledContact[]> {
  const found: CalledContact[] = [];
  for (const contact of contacts) {
    const of = await customerById(ctx.db, contact.customerId);
    if (of && !of.mergedInto) found.push({ contact, of });
  }
  const readable = await readableAmong(
    ctx,
    found.map(({ of }) => of),
  );
  const ids = new Set(readable.map(({ id }) => id));
  const distance = (of: Customer): number =>
    of.ownerId === ctx.person.id ? 0 : of.teamId === ctx.person.teamId ? 1 : 2;
  return found.filter(({ of }) => ids.has(of.id)).toSorted((a, b) => distance(a.of) - distance(b.of));
}

/**
 * Tells whether the words mean the contact: 王总 ("Mr Wang") is a contact stored so, or 王建国 with the title 总;
 * Tom is Tom Reed.
 */
export function contactIsCalled({ name, title }: Pick<Contact, 'name' | 'title'>, said: string): boolean {
  const wanted = normalise(said).toLowerCase();
  const own = normalise(name).toLowerCase();
  if (own === wanted || own.startsWith(`${wanted} `)) return true;
  const read = readContact(said);
  return Boolean(
    read?.surname &&
      title &&
      own.startsWith(read.surname) &&
      normalise(`${read.surname}${title}`) === normalise(said),
  );
}

/**
 * Finds the contacts that the words mean, perhaps with their customer: `Bill at Ironwood`, 远山教育覃总 ("Mr Qin of
 * Yuanshan Education").
 */
export async function contactsMeant(ctx: Context, said: string): Promise<CalledContact[]> {
  const plain = await contactsCalled(ctx, said);
  if (plain.length > 0) return plain;
  const [, who, where] = /^(.+?) (?:at|from|of|over at) (.+)$/iu.exec(said) ?? [];
  const splits = who && where ? [[where, who]] : splitsOf(said.replace('的', ''));
  for (const [customer = '', contact = ''] of splits) {
    const of = await onlyCustomerCalled(ctx, customer);
    const found = of ? await contactsAmong(ctx, of, contact) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** The customer of whom words name somebody that no contact is called: 海棠王总 ("Mr Wang of Haitang"), `Mark at Larkspur`. */
export async function unknownContactOf(ctx: Context, said: string): Promise<Customer | undefined> {
  const [, who = '', where = ''] = /^(.+?) (?:at|from|of|over at) (.+)$/iu.exec(said) ?? [];
  if (who !== '')
    return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(who)
      ? await onlyCustomerCalled(ctx, where)
      : undefined;
  for (const [customer = '', contact = ''] of splitsOf(said.replace('的', ''))) {
    const of = readContact(contact)?.surname ? await onlyCustomerCalled(ctx, customer) : undefined;
    if (of) return of;
  }
  return undefined;
}

/** Every way to part a word into a customer and a contact, the longest contact of four characters last; words apart in either order. */
function splitsOf(said: string): string[][] {
  const words = said.split(/\s+/);
  if (words.length === 1)
    return [2, 3, 4]
      .filter((size) => said.length - size >= 2)
      .map((size) => [said.slice(0, -size), said.slice(-size)]);
  if (words.length > mostWords) return [];
  const cuts = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  return [...cuts, ...cuts.map((cut) => cut.toReversed())];
}

/** Most words that are parted into a customer and a contact. */
const mostWords = 5;
