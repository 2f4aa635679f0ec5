import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { isOneApart, lettersLeftOut } from '../../kernel/words/edit-distance.js';
import { foldName } from '../../kernel/words/folding.js';
import type { Customer } from '../schema/row-types.js';
import { compiled, run } from '../statements/compiled.js';
import { nextNumber } from '../statements/counters.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { changeRow, insertRow } from '../statements/rows.js';
import { customersBeginning } from './customer-name-hits.js';
import { type NameKey, nameKeys } from './name-keys.js';

export type NewCustomer = Pick<Customer, 'name'> &
  Partial<
    Pick<
      Customer,
      'ownerId' | 'teamId' | 'region' | 'industry' | 'tags' | 'facts' | 'grade' | 'contractEnd' | 'pooledAt'
    >
  >;

export interface CustomerMatch {
  customer: Customer;
  /** 'start': the customer's name begins with the words. */
  how: NameKey['kind'] | 'start';
}

/** Customers read that begin with the words. */
const mostBeginnings = 20;

/** Ways of matching, best first. */
const ways: CustomerMatch['how'][] = ['name', 'alias', 'start', 'initials', 'pinyin', 'near'];

/** Creates a customer under the next number (C-1, C-2, …) and indexes its name. */
export async function createCustomer(tx: Db, given: NewCustomer, now: Date): Promise<Customer> {
  const customer: Customer = {
    id: newId(),
    no: await nextNumber(tx, 'customers'),
    name: given.name,
    ownerId: given.ownerId ?? null,
    teamId: given.teamId ?? null,
    region: given.region ?? null,
    industry: given.industry ?? null,
    tags: given.tags ?? [],
    facts: given.facts ?? {},
    mergedInto: null,
    grade: given.grade ?? null,
    contractEnd: given.contractEnd ?? null,
    lastFollowUpAt: null,
    silentAt: null,
    poolAt: null,
    poolWarnedAt: null,
    pooledAt: given.pooledAt ?? null,
    offeredTo: null,
    offerUntil: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, tx.t.customers, customer);
  await addKeys(tx, customer.id, nameKeys(customer.name));
  return customer;
}

/** Lists a customer's aliases in folded form. */
export async function aliasesOf(db: Db, customerId: string): Promise<string[]> {
  const { customerNames } = db.t;
  const rows = await db.q
    .select({ key: customerNames.key })
    .from(customerNames)
    .where(and(eq(customerNames.customerId, customerId), eq(customerNames.kind, 'alias')));
  return rows.map(({ key }) => key);
}

/** Adds an alias under which a customer is found. */
export async function addAlias(tx: Db, customerId: string, alias: string): Promise<void> {
  await addKeys(tx, customerId, nameKeys(alias, 'alias'));
}

async function addKeys(tx: Db, customerId: string, keys: NameKey[]): Promise<NameKey[]> {
  if (keys.length === 0) return [];
  const { customerNames: names } = tx.t;
  return await tx.q
    .insert(names)
    .values(keys.map((key) => ({ ...key, customerId })))
    .onConflictDoNothing()
    .returning({ key: names.key, kind: names.kind });
}

/** Finds a customer by id, merged ones included, or undefined. */
export async function customerById(db: Db, id: string): Promise<Customer | undefined> {
  return (await byId(db, { id }))[0];
}

const byId = compiled<{ id: string }>()(({ q, t: { customers } }, param) =>
  q.select().from(customers).where(eq(customers.id, param.id)),
);

/**
 * Finds a customer by number, or undefined; a merged customer's number leads to the one it was merged into.
 */
export async function customerByNo(db: Db, no: number): Promise<Customer | undefined> {
  let [row] = await byNo(db, { no });
  while (row?.mergedInto) row = await customerById(db, row.mergedInto);
  return row;
}

const byNo = compiled<{ no: number }>()(({ q, t: { customers } }, param) =>
  q.select().from(customers).where(eq(customers.no, param.no)),
);

/**
 * Finds customers that `words` may mean, ordered by way of matching, then the person's own, the team's,
 * others'. Near and pinyin matches are for asking back, never for taking silently; `exact` allows names and
 * aliases only.
 */
export async function lookUpCustomers(
  db: Db,
  words: string,
  by: { personId?: string; teamId?: string | null; limit?: number; exact?: boolean } = {},
): Promise<CustomerMatch[]> {
  const folded = foldName(words);
  if (folded === '') return [];
  let found = await matching(
    db,
    [folded],
    by.exact ? ['name', 'alias'] : ['name', 'alias', 'initials', 'pinyin'],
  );
  const named = found.some(({ how }) => how === 'name' || how === 'alias');
  if (!named && !by.exact) found = [...(await beginningWith(db, folded)), ...found];
  if (found.length === 0 && !by.exact)
    found = [...(await soundingAlike(db, words)), ...(await oneLetterOff(db, folded))];
  const bestMatches = new Map<string, CustomerMatch>();
  for (const match of found) {
    const known = bestMatches.get(match.customer.id);
    if (!known || ways.indexOf(match.how) < ways.indexOf(known.how))
      bestMatches.set(match.customer.id, match);
  }
  const nearness = ({ customer }: CustomerMatch) => {
    if (customer.ownerId && customer.ownerId === by.personId) return 0;
    return customer.teamId && customer.teamId === by.teamId ? 1 : 2;
  };
  return [...bestMatches.values()]
    .sort(
      (a, b) =>
        ways.indexOf(a.how) - ways.indexOf(b.how) ||
        nearness(a) - nearness(b) ||
        a.customer.no - b.customer.no,
    )
    .slice(0, by.limit ?? 20);
}

/** People leave out the end of a name: 华为 ("Huawei") for 华为技术 ("Huawei Technologies"). */
async function beginningWith(db: Db, folded: string): Promise<CustomerMatch[]> {
  if (folded.length < (/\p{Script=Han}/u.test(folded) ? 2 : 3)) return [];
  const customers = await customersStarting(db, folded, mostBeginnings);
  return customers.map((customer) => ({ customer, how: 'start' }));
}

/** Voice input writes another character of the same sound: 花为 for 华为 (both "huawei"). */
async function soundingAlike(db: Db, words: string): Promise<CustomerMatch[]> {
  const sounds = nameKeys(words).filter(({ kind }) => kind === 'pinyin');
  return sounds.length > 0 ? await matching(db, keysIn(sounds), ['pinyin']) : [];
}

async function oneLetterOff(db: Db, folded: string): Promise<CustomerMatch[]> {
  const candidates = await matching(db, [folded, ...lettersLeftOut(folded)], ['name', 'alias', 'near']);
  const near: CustomerMatch[] = [];
  for (const { customer } of candidates) {
    const spellings = await keysOf(db, customer.id);
    const isNear = spellings.some(({ key, kind }) => kind === 'alias' && isOneApart(folded, key));
    if (isNear) near.push({ customer, how: 'near' });
  }
  return near;
}

const keysIn = (keys: NameKey[]) => keys.map(({ key }) => key);

async function matching(db: Db, keys: string[], kinds: NameKey['kind'][]): Promise<CustomerMatch[]> {
  const values = Object.fromEntries(keys.map((key, n) => [`key${n}`, key]));
  const key = `matching:${keys.length}:${kinds}`;
  return await run(db, key, values, ({ q, t: { customers, customerNames: names } }) =>
    q
      .select({ customer: customers, how: names.kind })
      .from(names)
      .innerJoin(customers, eq(customers.id, names.customerId))
      .where(
        and(
          inArray(
            names.key,
            keys.map((_, n) => sql.placeholder(`key${n}`)),
          ),
          inArray(names.kind, kinds),
          isNull(customers.mergedInto),
        ),
      )
      .limit(atMost(200)),
  );
}

/** Lists customers whose name begins with `words`; for pickers. */
export const customersStarting = async (db: Db, words: string, limit: number): Promise<Customer[]> =>
  (await customersBeginning(db, foldName(words), limit)).map(({ customer }) => customer as Customer);

/** Lists a person's newest customers; help builds its examples from them. */
export async function newestCustomers(db: Db, ownerId: string, limit: number): Promise<Customer[]> {
  const { customers } = db.t;
  return await db.q
    .select()
    .from(customers)
    .where(and(eq(customers.ownerId, ownerId), isNull(customers.mergedInto)))
    .orderBy(desc(customers.createdAt), desc(customers.no))
    .limit(atMost(limit));
}

/** Finds the newest owned customer of a team, or undefined. */
export async function newestOfTeam(db: Db, teamId: string): Promise<Customer | undefined> {
  const { customers } = db.t;
  const [row] = await db.q
    .select()
    .from(customers)
    .where(and(eq(customers.teamId, teamId), isNotNull(customers.ownerId), isNull(customers.mergedInto)))
    .orderBy(desc(customers.createdAt), desc(customers.no))
    .limit(atMost(1));
  return row;
}

/** Changes a customer, or returns undefined if it is no longer at `customer.version`. */
export async function changeCustomer(
  tx: Db,
  customer: Pick<Customer, 'id' | 'version'>,
  patch: Partial<Omit<Customer, 'id' | 'no' | 'version'>>,
): Promise<Customer | undefined> {
  return await changeRow(tx, tx.t.customers, customer, patch);
}

/** What moved when one customer was merged into another: enough to undo the merge. */
export interface Merge {
  contacts: string[];
  leads: string[];
  deals: string[];
  followUps: string[];
  tasks: string[];
  /** Name keys that the target customer did not have before. */
  names: NameKey[];
  /** The target's last follow-up before and after (epoch ms); absent if unchanged. */
  followed?: { before: number | null; after: number };
}

/** Moves all records of `from` to `into`; the names of `from` lead to `into` from then on. */
export async function mergeCustomers(tx: Db, from: Customer, into: Customer): Promise<Merge> {
  const { contacts, leads, deals, followUps, tasks, customers } = tx.t;
  const moved: Merge = { contacts: [], leads: [], deals: [], followUps: [], tasks: [], names: [] };
  for (const [name, table] of Object.entries({ contacts, leads, deals, followUps, tasks })) {
    const rows = await tx.q
      .update(table)
      .set({ customerId: into.id })
      .where(eq(table.customerId, from.id))
      .returning({ id: table.id });
    moved[name as 'contacts'] = rows.map((row) => row.id);
  }
  moved.names = await addKeys(tx, into.id, await keysOf(tx, from.id));
  const after = from.lastFollowUpAt;
  if (after && (!into.lastFollowUpAt || into.lastFollowUpAt < after)) {
    moved.followed = { before: into.lastFollowUpAt?.getTime() ?? null, after: after.getTime() };
    await tx.q.update(customers).set({ lastFollowUpAt: after }).where(eq(customers.id, into.id));
  }
  await tx.q
    .update(customers)
    .set({ mergedInto: into.id, version: from.version + 1 })
    .where(eq(customers.id, from.id));
  return moved;
}

/** Lists the name keys of a customer as aliases for another one. */
async function keysOf(db: Db, customerId: string): Promise<NameKey[]> {
  const { customerNames: names } = db.t;
  const keys = await db.q
    .select({ key: names.key, kind: names.kind })
    .from(names)
    .where(eq(names.customerId, customerId));
  return keys.map(({ key, kind }) => ({ key, kind: kind === 'name' ? 'alias' : kind }));
}
