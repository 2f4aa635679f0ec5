import { and, eq, gt, inArray } from 'drizzle-orm';
import { StaleError } from '../../../kernel/command/errors.js';
import { customerNo } from '../../../kernel/records/record-number.js';
import { keysOf } from '../../customers/customer-queries.js';
import { type NameKey, nameKeys } from '../../customers/name-keys.js';
import type { Customer } from '../../schema/row-types.js';
import { nextNumber } from '../../statements/counters.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { changeRow, insertRow } from '../../statements/rows.js';
export type NewCustomer = Pick<Customer, 'name'> &
  Partial<
    Pick<
      Customer,
      'ownerId' | 'teamId' | 'region' | 'industry' | 'tags' | 'facts' | 'grade' | 'contractEnd' | 'pooledAt'
    >
  >;

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

export async function addKeys(tx: Db, customerId: string, keys: NameKey[]): Promise<NameKey[]> {
  if (keys.length === 0) return [];
  const { customerNames: names } = tx.t;
  return await tx.q
    .insert(names)
    .values(keys.map((key) => ({ ...key, customerId })))
    .onConflictDoNothing()
    .returning({ key: names.key, kind: names.kind });
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

/** Renames a customer: both names lead to it from then on. Returns the name keys that it did not have before. */
export async function renameCustomer(
  tx: Db,
  customer: Customer,
  name: string,
): Promise<{ renamed: Customer; names: NameKey[] }> {
  const names = await addKeys(tx, customer.id, nameKeys(name));
  const renamed = await changeRow(tx, tx.t.customers, customer, { name });
  if (!renamed) throw new StaleError(customerNo(customer));
  return { renamed, names };
}

/** Undoes a renaming: the later name does not lead to the customer any more. */
export async function unrenameCustomer(
  tx: Db,
  customer: Customer,
  before: string,
  names: readonly NameKey[],
): Promise<void> {
  await dropKeys(tx, customer.id, names);
  await changeRow(tx, tx.t.customers, customer, { name: before });
}

async function dropKeys(tx: Db, customerId: string, names: readonly NameKey[]): Promise<void> {
  const { customerNames } = tx.t;
  for (const { key, kind } of names)
    await tx.q
      .delete(customerNames)
      .where(
        and(
          eq(customerNames.key, key),
          eq(customerNames.kind, kind),
          eq(customerNames.customerId, customerId),
        ),
      );
}

/** Clears the return date of every owned customer, to be computed again after a change of rules. */
export async function clearReturnDates(tx: Db): Promise<void> {
  const { customers } = tx.t;
  await tx.q.update(customers).set({ poolAt: null }).where(gt(customers.ownerId, ''));
}

/** Undoes a merge: moves records back and points the name keys at their own customer again. */
export async function unmergeCustomers(tx: Db, from: Customer, moved: Merge): Promise<void> {
  const { contacts, leads, deals, followUps, tasks, customers } = tx.t;
  for (const [name, table] of Object.entries({ contacts, leads, deals, followUps, tasks })) {
    const ids = moved[name as 'contacts'];
    if (ids.length > 0) await tx.q.update(table).set({ customerId: from.id }).where(inArray(table.id, ids));
  }
  await dropKeys(tx, from.mergedInto ?? '', moved.names);
  if (moved.followed) {
    const { before, after } = moved.followed;
    const unchanged = and(
      eq(customers.id, from.mergedInto ?? ''),
      eq(customers.lastFollowUpAt, new Date(after)),
    );
    await tx.q
      .update(customers)
      .set({ lastFollowUpAt: before === null ? null : new Date(before) })
      .where(unchanged);
  }
  await tx.q
    .update(customers)
    .set({ mergedInto: null, version: from.version + 1 })
    .where(eq(customers.id, from.id));
}
