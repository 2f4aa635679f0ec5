import { getTableColumns, getTableName } from 'drizzle-orm';
import { nameKeys } from '../../customers/name-keys.js';
import type { Contact, Customer, Deal, Lead } from '../../schema/row-types.js';
import { nextNumber } from '../../statements/counters.js';
import type { Db } from '../../statements/db.js';
import { versionOf } from './deal-rows.js';

type Unnumbered<T> = Omit<T, 'no'>;

/** Inserts many rows of one table in few statements. */
async function insertMany(tx: Db, name: Inserted, rows: readonly object[]): Promise<void> {
  const insert = insertInto(tx, name);
  const driver = (tx.q as unknown as { $client: Driver }).$client;
  let from = 0;
  for (const size of sizes) {
    for (; rows.length - from >= size; from += size) {
      const values: unknown[] = [];
      for (let n = from; n < from + size; n++) {
        const row = rows[n] as Record<string, unknown>;
        for (const { key, encode } of insert.columns) {
          const value = row[key];
          values.push(value === null || value === undefined ? null : encode(value));
        }
      }
      if (tx.dialect === 'pg') await driver.query(insert.text(size), values);
      else driver.prepare(insert.text(size)).run(...values);
    }
  }
}

async function numbered<T>(tx: Db, name: string, rows: readonly Unnumbered<T>[]): Promise<T[]> {
  if (rows.length === 0) return [];
  const first = await nextNumber(tx, name, rows.length);
  return rows.map((row, index) => ({ ...row, no: first + index }) as T);
}

/** What an import makes, ready to be stored; the numbers are still to be given. */
export interface ImportedRecords {
  customers?: readonly Unnumbered<Customer>[];
  contacts?: readonly Contact[];
  leads?: readonly Unnumbered<Lead>[];
  deals?: readonly ImportedDeal[];
}

/** Inserts customers under the next numbers and indexes their names. */
export async function insertCustomers(tx: Db, given: readonly Unnumbered<Customer>[]): Promise<void> {
  const rows = await numbered<Customer>(tx, 'customers', given);
  await insertMany(tx, 'customers', rows);
  const keys = rows.flatMap((row) => nameKeys(row.name).map((key) => ({ ...key, customerId: row.id })));
  await insertMany(tx, 'customerNames', keys);
}

export async function insertContacts(tx: Db, rows: readonly Contact[]): Promise<void> {
  await insertMany(tx, 'contacts', rows);
}

/** Inserts leads under the next numbers. */
export async function insertLeads(tx: Db, given: readonly Unnumbered<Lead>[]): Promise<void> {
  await insertMany(tx, 'leads', await numbered<Lead>(tx, 'leads', given));
}

/** A deal that may be closed already: its open time is stored as the version before. */
export interface ImportedDeal {
  deal: Unnumbered<Deal>;
  /** The state it had until it was closed; null if the deal is open or its history is unknown. */
  before: Pick<Deal, 'stage' | 'stageSince' | 'amount' | 'closeDate'> | null;
}

/** Inserts deals with their versions, so that reports as of a past day are right. */
export async function insertDeals(tx: Db, given: readonly ImportedDeal[]): Promise<void> {
  const rows = await numbered<Deal>(
    tx,
    'deals',
    given.map(({ deal }) => deal),
  );
  await insertMany(tx, 'deals', rows);
  const versions = rows.flatMap((deal, index) => {
    const before = given[index]?.before;
    const now = versionOf(deal, before ? deal.stageSince : deal.createdAt);
    if (!before) return [now];
    return [
      {
        ...now,
        ...before,
        version: deal.version - 1,
        status: 'open',
        validFrom: deal.createdAt,
        validTo: now.validFrom,
      },
      now,
    ];
  });
  await insertMany(tx, 'dealVersions', versions);
}

export type Inserted = 'customers' | 'customerNames' | 'contacts' | 'leads' | 'deals' | 'dealVersions';

/** Rows per statement: three prepared texts serve every batch; the rest goes in smaller ones. */
export const sizes = [40, 8, 1] as const;

interface Insert {
  columns: { key: string; encode(value: unknown): unknown }[];
  /** Statement text for a number of rows. */
  text(size: number): string;
}

const inserts = new WeakMap<object, Insert>();

export function insertInto(db: Db, name: Inserted): Insert {
  const table = db.t[name];
  const known = inserts.get(table);
  if (known) return known;
  const declared = Object.entries(getTableColumns(table));
  const texts = new Map<number, string>();
  const insert: Insert = {
    columns: declared.map(([key, column]) => ({ key, encode: (value) => column.mapToDriverValue(value) })),
    text(size) {
      let text = texts.get(size);
      if (text === undefined) {
        const names = declared.map(([, column]) => `"${column.name}"`).join(', ');
        let placeholders = 0;
        const row = () =>
          `(${declared.map(() => (db.dialect === 'pg' ? `$${++placeholders}` : '?')).join(', ')})`;
        const rows = Array.from({ length: size }, row).join(', ');
        text = `insert into "${getTableName(table)}" (${names}) values ${rows}`;
        texts.set(size, text);
      }
      return text;
    },
  };
  inserts.set(table, insert);
  return insert;
}

/** The drivers' own interface: drizzle takes longer over a row than the database does. */
export interface Driver {
  prepare(text: string): { run(...values: unknown[]): unknown };
  query(text: string, values: unknown[]): Promise<unknown>;
}
