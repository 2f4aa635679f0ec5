import type { Column, Kit, Referable } from '../kit/kit.js';

/** Customers with their names and contacts; who shares, looked at and disputes them. */
export function declareCustomers(k: Kit, { people, teams }: Record<'people' | 'teams', Referable>) {
  const customers = k.table(
    'customers',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      name: k.text().notNull(),
      ownerId: k.ref(() => people.id),
      teamId: k.ref(() => teams.id),
      region: k.text(),
      industry: k.text(),
      tags: k.json<string[]>().notNull(),
      /** Further facts of an import, kept as they came. */
      facts: k.json<Record<string, string>>().notNull(),
      /** Set when merged into another: the name then leads there. */
      mergedInto: k.ref((): Column => customers.id),
      /** One of the process file's grades. */
      grade: k.text(),
      /** Local date on which its contract ends. */
      contractEnd: k.text(),
      lastFollowUpAt: k.at(),
      /** From then on silence is a risk; null while no rhythm is known, and once it was told. */
      silentAt: k.at(),
      /** When it is looked at next for a return to the pool; null: at the next look. */
      poolAt: k.at(),
      /** The warning before the return was sent. */
      poolWarnedAt: k.at(),
      /** In the pool since then; null while it is not. */
      pooledAt: k.at(),
      /** Who may claim it alone, and until when. */
      offeredTo: k.ref(() => people.id),
      offerUntil: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('customers_owner').on(t.ownerId),
      k.index('customers_pool').on(t.poolAt, t.ownerId),
      k.index('customers_pooled').on(t.pooledAt),
      k.index('customers_offer').on(t.offerUntil),
      k.index('customers_silent').on(t.silentAt),
      k.index('customers_merged').on(t.mergedInto).where(k.given(t.mergedInto)),
    ],
  );

  /** The name index: exact and folded names, pinyin, initials, and one-letter-off keys. */
  const customerNames = k.table(
    'customer_names',
    {
      key: k.text().notNull(),
      kind: k.oneOf('name', 'alias', 'pinyin', 'initials', 'near').notNull(),
      customerId: k.ref(() => customers.id, 'cascade').notNull(),
    },
    (t) => [k.primaryKey(t.key, t.kind, t.customerId), k.index('customer_names_customer').on(t.customerId)],
  );

  /** What corrections taught a team: other words for a customer, or a title for one of its contacts. */
  const learntNames = k.table(
    'learnt_names',
    {
      id: k.id(),
      teamId: k.ref(() => teams.id).notNull(),
      /** The words folded, as the name index keeps names. */
      key: k.text().notNull(),
      words: k.text().notNull(),
      customerId: k.ref(() => customers.id, 'cascade').notNull(),
      /** Set where the words are a contact's of that customer. */
      contactId: k.ref(() => contacts.id, 'cascade'),
      personId: k.ref(() => people.id).notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('learnt_names_team').on(t.teamId, t.key),
      k.index('learnt_names_customer').on(t.customerId),
      k.index('learnt_names_contact').on(t.contactId).where(k.given(t.contactId)),
    ],
  );

  const contacts = k.table(
    'contacts',
    {
      id: k.id(),
      customerId: k.ref(() => customers.id).notNull(),
      name: k.text().notNull(),
      title: k.text(),
      phone: k.text(),
      email: k.text(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('contacts_customer').on(t.customerId),
      k.index('contacts_phone').on(t.phone),
      k.index('contacts_email').on(t.email),
    ],
  );

  /** Who else works on a customer beside its owner. */
  const collaborators = k.table(
    'collaborators',
    {
      customerId: k.ref(() => customers.id, 'cascade').notNull(),
      personId: k.ref(() => people.id, 'cascade').notNull(),
      addedBy: k.ref(() => people.id).notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.customerId, t.personId), k.index('collaborators_person').on(t.personId)],
  );

  /** Who looked at what of others, one row a day. */
  const sights = k.table(
    'sights',
    {
      personId: k.ref(() => people.id, 'cascade').notNull(),
      /** 'customer', 'lead', 'deal', 'person', 'pool'. */
      recordType: k.text().notNull(),
      recordId: k.text().notNull(),
      /** Local day of who looked. */
      day: k.text().notNull(),
      /** Whose it was. */
      ownerId: k.ref(() => people.id),
      times: k.int().notNull(),
      at: k.at().notNull(),
    },
    (t) => [
      k.primaryKey(t.personId, t.recordType, t.day, t.recordId),
      k.index('sights_owner').on(t.ownerId, t.at),
      k.index('sights_at').on(t.at),
    ],
  );

  /** Somebody says that a customer of another is theirs; the manager of the team that has it decides. */
  const disputes = k.table(
    'disputes',
    {
      id: k.id(),
      customerId: k.ref(() => customers.id).notNull(),
      /** The team and the person that had it when it was disputed. */
      teamId: k.ref(() => teams.id),
      ownerId: k.ref(() => people.id),
      raisedBy: k.ref(() => people.id).notNull(),
      /** Why it is theirs, and what they had of the customer. */
      reason: k.text().notNull(),
      contact: k.text(),
      phone: k.text(),
      email: k.text(),
      status: k.oneOf('open', 'given', 'kept', 'merged').notNull(),
      decidedBy: k.ref(() => people.id),
      /** Why it was decided so. */
      verdict: k.text(),
      decidedAt: k.at(),
      remindAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('disputes_customer').on(t.customerId, t.status),
      k.index('disputes_remind').on(t.status, t.remindAt),
    ],
  );

  /** Which records of the pool a person looked at, each once a local day. */
  const poolViews = k.table(
    'pool_views',
    {
      personId: k.ref(() => people.id, 'cascade').notNull(),
      day: k.text().notNull(),
      recordId: k.text().notNull(),
      at: k.at().notNull(),
    },
    (t) => [
      k.primaryKey(t.personId, t.day, t.recordId),
      k.index('pool_views_record').on(t.recordId, t.at),
      k.index('pool_views_at').on(t.at),
    ],
  );

  return { customers, customerNames, learntNames, contacts, collaborators, sights, disputes, poolViews };
}
