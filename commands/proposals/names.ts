import type { NamesIn } from '../../bot/kernel/model.js';
import { spansOf } from '../../bot/kernel/sentence/mentions.js';
import { contactsOf } from '../../store/contacts.js';
import { listPeople } from '../../store/people.js';
import type { Customer } from '../../store/row-types.js';
import type { Context } from '../context.js';
import { knownNames } from '../known-names.js';
import { heard } from '../sentence.js';

export interface Named {
  text: string;
  /** What of it people wrote: it is read as sentences are, so that short forms and names nobody knows are found too. */
  said: readonly string[];
  /** Whom it is about. */
  about?: readonly Pick<Customer, 'id' | 'name'>[];
}

/** Every name in a text: customers by name, alias and short form, their contacts, colleagues. */
export async function namesIn(ctx: Context, { text, said, about = [] }: Named): Promise<NamesIn> {
  const customers = new Set(about.map(({ name }) => name));
  const contacts = new Set<string>();
  const ids = new Set(about.map(({ id }) => id));
  const stretches = [...new Set(spansOf(text).map(({ words }) => words))];
  for (const hit of await knownNames(ctx.db, ctx.person).exact(stretches)) {
    customers.add(hit.key);
    ids.add(hit.id);
  }
  for (const line of said) {
    for (const { mention, contacts: spoken } of (await heard(ctx, line))?.acts ?? []) {
      if (mention) customers.add(mention.words);
      for (const hit of mention?.how === 'sure' ? mention.hits : []) ids.add(hit.id);
      for (const one of spoken) contacts.add(one);
    }
  }
  for (const id of ids) for (const { name } of await contactsOf(ctx.db, id)) contacts.add(name);
  return {
    customers: [...customers],
    contacts: [...contacts].flatMap(formsOf),
    colleagues: (await listPeople(ctx.db)).map(({ name }) => name),
  };
}

/** Tom Reed is Tom as well. */
function formsOf(name: string): string[] {
  const first = /^\p{Lu}[\p{L}'-]+(?= )/u.exec(name)?.[0];
  return first ? [name, first] : [name];
}
