import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { isOneApart, lettersLeftOut } from '../../kernel/words/edit-distance.js';
import { foldName, nameSpellings } from '../../kernel/words/folding.js';
import type { Customer } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { findRow } from '../statements/rows.js';
import { customersBeginning } from './customer-name-hits.js';
import { isSpelling, type NameKey, nameKeys } from './name-keys.js';
export interface CustomerMatch {
  customer: Customer;
  /** 'start': the customer's name begins with the words. */
  how: NameKey['kind'] | 'start';
}

/** Customers read that begin with the words. */
const mostBeginnings = 200;

/** Longer words are no customer's name, in characters. */
const longestName = 200;

/** Ways of matching, best first. */
const ways: CustomerMatch['how'][] = ['name', 'alias', 'start', 'initials', 'pinyin', 'near'];

/** Lists a customer's aliases in folded form. */
export async function aliasesOf(db: Db, customerId: string): Promise<string[]> {
  const { customerNames } = db.t;
  const rows = await db.q
    .select({ key: customerNames.key })
    .from(customerNames)
    .where(and(eq(customerNames.customerId, customerId), eq(customerNames.kind, 'alias')));
  return rows.map(({ key }) => key);
}

/** Finds a customer by id, merged ones included, or undefined. */
export async function customerById(db: Db, id: string): Promise<Customer | undefined> {
  return await findRow(db, db.t.customers, { id });
}

/**
 * Finds a customer by number, or undefined; a merged customer's number leads to the one it was merged into.
 */
export async function customerByNo(db: Db, no: number): Promise<Customer | undefined> {
  let row = await findRow(db, db.t.customers, { no });
  while (row?.mergedInto) row = await customerById(db, row.mergedInto);
  return row;
}

/**
 * Finds customers that `words` may mean, ordered by way of matching, then the person's own, the team's,
 * others'. Near and pinyin matches are for asking back, never for taking silently; `exact` allows names and
 * aliases only. Of each way of matching, `among` leaves the customers that count.
 */
export async function lookUpCustomers(
  db: Db,
  words: string,
  by: {
    personId?: string;
    teamId?: string | null;
    limit?: number;
    exact?: boolean;
    among?(customers: Customer[]): Promise<Customer[]>;
  } = {},
): Promise<CustomerMatch[]> {
  const folded = foldName(words);
  if (folded === '' || words.length > longestName) return [];
  const counting = async (matches: CustomerMatch[]): Promise<CustomerMatch[]> => {
    if (!by.among || matches.length === 0) return matches;
    const left = new Set((await by.among(matches.map(({ customer }) => customer))).map(({ id }) => id));
    return matches.filter(({ customer }) => left.has(customer.id));
  };
  let found = await counting(
    await matching(
      db,
      nameSpellings(words),
      by.exact ? ['name', 'alias'] : ['name', 'alias', 'initials', 'pinyin'],
    ),
  );
  const named = found.some(({ how }) => how === 'name' || how === 'alias');
  if (!named && !by.exact) found = [...(await counting(await beginningWith(db, folded))), ...found];
  if (found.length === 0 && !by.exact)
    found = await counting([
      ...(await soundingAlike(db, words)),
      ...(await speltBeginning(db, folded)),
      ...(await oneLetterOff(db, folded)),
    ]);
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

/** The beginning of a name in pinyin: yun fan for 云帆物流 ("Yunfan Logistics"). */
async function speltBeginning(db: Db, folded: string): Promise<CustomerMatch[]> {
  if (!isSpelling(folded)) return [];
  const hits = await customersBeginning(db, folded, mostBeginnings, ['pinyin']);
  return hits.map(({ customer }) => ({ customer: customer as Customer, how: 'pinyin' }));
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
  return await newestOf(db, eq(db.t.customers.ownerId, ownerId), limit);
}

/** Finds the newest owned customer of a team, or undefined. */
export async function newestOfTeam(db: Db, teamId: string): Promise<Customer | undefined> {
  const { customers } = db.t;
  const [newest] = await newestOf(db, and(eq(customers.teamId, teamId), isNotNull(customers.ownerId)), 1);
  return newest;
}

const newestOf = async (db: Db, condition: SQL | undefined, limit: number): Promise<Customer[]> => {
  const { customers } = db.t;
  return await db.q
    .select()
    .from(customers)
    .where(and(condition, isNull(customers.mergedInto)))
    .orderBy(desc(customers.createdAt), desc(customers.no))
    .limit(atMost(limit));
};

/** Lists the name keys of a customer as aliases for another one. */
export async function keysOf(db: Db, customerId: string): Promise<NameKey[]> {
  const { customerNames: names } = db.t;
  const keys = await db.q
    .select({ key: names.key, kind: names.kind })
    .from(names)
    .where(eq(names.customerId, customerId));
  return keys.map(({ key, kind }) => ({ key, kind: kind === 'name' ? 'alias' : kind }));
}
