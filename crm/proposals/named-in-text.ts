import type { NamesIn } from '../../kernel/model/model-port.js';
import { spansOf } from '../../language/names/name-spans.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { heard } from '../lookup/hear-sentence.js';
import { knownNames } from '../lookup/known-names.js';

export interface NamedInText {
  text: string;
  /** The parts of the text that people wrote, read as sentences to find short forms and unknown names too. */
  said: readonly string[];
  /** The customers that the text is about. */
  about?: readonly Pick<Customer, 'id' | 'name'>[];
}

/** Finds every name in a text: customers by name, alias and short form, their contacts, colleagues. */
export async function namesIn(ctx: Context, { text, said, about = [] }: NamedInText): Promise<NamesIn> {
  const customers = new Set(about.map(({ name }) => name));
  const contacts = new Set<string>();
  const ids = new Set(about.map(({ id }) => id));
  for (const hit of await knownNames(ctx).exact(stretchesOf(text))) {
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
    customers: [...customers].flatMap(beginningsOf),
    contacts: [...contacts].flatMap(formsOf),
    colleagues: (await listPeople(ctx.db)).map(({ name }) => name),
  };
}

/** Longest name looked for: Chinese in characters, Latin in words. */
const longest = { han: 24, latin: 8 };

/**
 * Lists every stretch that may be a name, also in two scripts: 3M中国 ("3M China"), ABB(北京) ("ABB Beijing").
 */
function stretchesOf(text: string): string[] {
  const found = new Set(spansOf(text, longest).map(({ words }) => words));
  for (const [run] of text.matchAll(/[\p{Script=Han}\p{Script=Latin}\d·&()（）-]+/gu)) {
    if (!/\p{Script=Han}/u.test(run) || !/[\p{Script=Latin}\d()（）]/u.test(run)) continue;
    for (let at = 0; at < run.length - 1; at++)
      for (let size = 2; size <= longest.han && at + size <= run.length; size++) {
        const words = run.slice(at, at + size);
        if (/\p{Script=Han}/u.test(words) && /[\p{Script=Latin}\d()（）]/u.test(words)) found.add(words);
      }
  }
  return [...found];
}

/** Lists the beginnings by which a name is called: 云杉 for 云杉科技, Northwind for Northwind Labs. */
function beginningsOf(name: string): string[] {
  const han = /^\p{Script=Han}{4,}/u.exec(name)?.[0] ?? '';
  const first = /^[\p{L}\d&'-]{4,}(?= )/u.exec(name)?.[0];
  const short = Array.from({ length: Math.max(0, han.length - 2) }, (_, n) => han.slice(0, n + 2));
  return [name, ...short, ...(first ? [first] : [])];
}

/** Lists a person's name and its first word: Tom for Tom Reed. */
function formsOf(name: string): string[] {
  const first = /^\p{Lu}[\p{L}'-]+(?= )/u.exec(name)?.[0];
  return first ? [name, first] : [name];
}
