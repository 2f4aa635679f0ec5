import { quoted } from '../../kernel/command/field-words.js';
import { dealNo, taskNo } from '../../kernel/records/record-number.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import { newestCustomers, newestOfTeam } from '../../store/customers/customer-queries.js';
import { openDealsOwnedBy } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Catalogue, locales, textsIn } from '../../texts/languages.js';

/**
 * The speaker's own names for examples: their newest customer, its contact, its open deal or lead, its next
 * step.
 */
export interface OwnNames {
  customer?: string;
  contact?: string;
  deal?: string;
  task?: string;
  /** A colleague of the team. */
  colleague?: string;
}

/** Finds the speaker's newest names; for a manager without customers, the team's. */
export async function ownNames(db: Db, person: Pick<Person, 'id' | 'role' | 'teamId'>): Promise<OwnNames> {
  const [own] = await newestCustomers(db, person.id, 1);
  const leads = person.role === 'manager' && person.teamId;
  const customer = own ?? (leads ? await newestOfTeam(db, person.teamId ?? '') : undefined);
  const people = person.teamId ? await listPeople(db, person.teamId) : [];
  const colleague = people.find((one) => one.id !== person.id && one.active && one.role === 'rep')?.name;
  if (!customer) return { colleague };
  const [contact] = await contactsOf(db, customer.id);
  const [deal] = await openDealsOwnedBy(db, person.id, 1);
  const [task] = (await openTasksOf(db, customer.id)).filter((one) => one.ownerId === person.id);
  return {
    customer: customer.name,
    contact: contact && contact.name !== contact.phone ? contact.name : undefined,
    deal: deal && dealNo(deal),
    task: task && taskNo(task),
    colleague,
  };
}

/** Invented names in the examples, in every language. */
const madeUp = {
  customer: anyOf(({ name }) => name),
  contact: anyOf(({ contact }) => contact),
  colleague: anyOf(({ person }) => person.replace(/^@/, '')),
  deal: /\bD-1\b/g,
  task: /\bT-1\b/g,
};

function anyOf(pick: (examples: Catalogue['kindExamples']) => string): RegExp {
  const names = locales.map((locale) => pick(textsIn(locale).kindExamples));
  // A Latin name must match as a whole word.
  return new RegExp(names.map((name) => (/\w$/.test(name) ? `${name}\\b` : name)).join('|'), 'g');
}

/** Replaces the invented names in an example with the speaker's own, in quotes if they need them behind a verb. */
export function withOwn(line: string, own: OwnNames, write: (name: string) => string = quoted): string {
  const kinds = ['customer', 'contact', 'deal', 'task', 'colleague'] as const;
  return kinds.reduce((said, kind) => {
    const name = own[kind];
    return name ? said.replace(madeUp[kind], () => write(name)) : said;
  }, line);
}
