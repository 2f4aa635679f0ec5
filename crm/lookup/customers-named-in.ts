import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { isWordToo } from '../../language/names/given-tasks.js';
import { contactsOwnedBy } from '../../store/customers/contact-queries.js';
import { newestCustomers } from '../../store/customers/customer-queries.js';
import type { Contact, Customer } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { readableAmong } from '../access/readable.js';

/** Most customers compared with a text, and most named. */
const limits = { compared: 200, contacts: 1000, named: 3 };

/** Lists the customers of the speaker, or of a colleague, whom a text names, by their name or a contact's, those named first ahead. */
export async function customersNamedIn(
  ctx: Context,
  words: string,
  ownerId: string = ctx.person.id,
): Promise<Customer[]> {
  const own = await readableAmong(ctx, await newestCustomers(ctx.db, ownerId, limits.compared));
  const found: { at: number; customer: Customer }[] = [];
  const all = await contactsOwnedBy(ctx.db, ownerId, limits.contacts);
  for (const customer of own) {
    const contacts = all.filter(({ customerId }) => customerId === customer.id);
    const names = [customer.name, ...contacts.flatMap(calledBy)].filter((name) => name.length > 1);
    const places = names.map((name) => words.search(asWord(name))).filter((at) => at >= 0);
    if (places.length > 0) found.push({ at: Math.min(...places), customer });
  }
  return found
    .toSorted((a, b) => a.at - b.at)
    .slice(0, limits.named)
    .map(({ customer }) => customer);
}

/** What a contact is called in a sentence: 王强, 王总 ("Mr Wang"), Jane Smith, Jane. */
function calledBy({ name: full, title }: Contact): string[] {
  const name = full.replace(/^(?:dr|mr|mrs|ms|prof)\.?\s+/iu, '');
  const [first = ''] = name.split(' ');
  const last = name.split(' ').at(-1) ?? '';
  const isChinese = /^\p{Script=Han}/u.test(name);
  return isChinese
    ? [name, ...(title ? [`${name[0]}${title}`] : [])]
    : [
        full,
        name,
        first,
        ...['Dr', 'Dr.', 'Mr', 'Mr.', 'Ms', 'Ms.', 'Mrs', 'Mrs.'].map((one) => `${one} ${last}`),
      ];
}

/** Finds a name in a text; a Latin one as whole words. */
const asWord = (name: string): RegExp => {
  const words = literalPattern(name);
  // A first name that is a word as well needs its capital: "Will" is no "will".
  const flags = isWordToo(name) ? 'u' : 'iu';
  return new RegExp(/^[\w\s'-]+$/u.test(name) ? `\\b${words}\\b` : words, flags);
};
