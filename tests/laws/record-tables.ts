import { isDeepStrictEqual } from 'node:util';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { changeKinds } from '../../sales/people/change-kinds.js';
import { pgTables } from '../../store/schema/pg-tables.js';
import type { Event } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type StoredType, tableOf } from '../../store/unit/record-types.js';
import { keyOf, type Row, type TableName } from '../support/rows.js';

/** Tables of records, and of parts of them that a unit of work writes with them. */
const recordTables: TableName[] = [
  ...Object.values(tableOf),
  'customerNames',
  'articleTerms',
  'identities',
  'processVersions',
];

/** Every row of the record tables, by table and key. */
export type RecordRows = Map<TableName, Map<string, Row>>;

/** Reads every row of the record tables; a follow-up that was undone counts as gone. */
export async function recordRows(db: Db): Promise<RecordRows> {
  const all: RecordRows = new Map();
  for (const table of recordTables) {
    const rows = (await db.q.select().from(db.t[table])) as Row[];
    const standing = rows.filter((row) => row.undone !== true);
    all.set(table, new Map(standing.map((row) => [keyIn(table, row), row])));
  }
  return all;
}

const keys = new Map<TableName, string[]>();

function keyIn(table: TableName, row: Row): string {
  let columns = keys.get(table);
  if (!columns) {
    const [primary] = getTableConfig(pgTables[table]).primaryKeys;
    columns = primary?.columns.map(({ name }) => keyOf(table, name)) ?? [
      table === 'processVersions' ? 'version' : 'id',
    ];
    keys.set(table, columns);
  }
  return columns.map((column) => String(row[column])).join(' ');
}

/** A row that is there, gone or different. */
export interface RowChange {
  table: TableName;
  before: Row | undefined;
  after: Row | undefined;
  /** The columns that differ, apart from the version. */
  columns: string[];
}

/** Lists the rows that differ, apart from their versions. */
export function changesBetween(before: RecordRows, after: RecordRows): RowChange[] {
  const changes: RowChange[] = [];
  for (const table of recordTables) {
    const was = before.get(table) ?? new Map<string, Row>();
    const is = after.get(table) ?? new Map<string, Row>();
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [one, other] = [was.get(key), is.get(key)];
      const columns = Object.keys(one ?? other ?? {}).filter(
        (column) => column !== 'version' && !isDeepStrictEqual(one?.[column], other?.[column]),
      );
      if (columns.length > 0 || !one || !other) changes.push({ table, before: one, after: other, columns });
    }
  }
  return changes;
}

/** Types whose records a table holds. */
const typeIn = (table: TableName): StoredType | undefined =>
  (Object.keys(tableOf) as StoredType[]).find((type) => tableOf[type] === table);

/** Merging moves the records of a customer or of two accounts; one event names them all. */
const movingKinds: readonly string[] = [
  'customer.merged',
  ...Object.entries(changeKinds).flatMap(([kind, { of }]) => (of === 'accounts' ? [kind] : [])),
];

/** Says of each change that the log does not tell, or tells wrongly, what is wrong. */
export function untoldChanges(changes: readonly RowChange[], events: readonly Event[]): string[] {
  const isMove = events.some(({ kind }) => movingKinds.includes(kind));
  return changes.flatMap((change) => {
    const type = typeIn(change.table);
    if (!type || isMove) return [];
    const row = change.after ?? change.before ?? {};
    const id = String(type === 'collaborator' ? row.customerId : row.id);
    const told = events.filter((one) => one.recordType === type && one.recordId === id);
    return problemsOf(change, told).map((problem) => `${type} ${id}: ${problem}`);
  });
}

function problemsOf({ before, after, columns }: RowChange, told: readonly Event[]): string[] {
  if (told.length === 0) return ['no event tells of it'];
  const said = (which: 'before' | 'after', column: string, among: readonly Event[]) =>
    among.find((event) => event[which] !== null && Object.hasOwn(event[which], column))?.[which]?.[column];
  if (!before) {
    const [made] = told;
    if (made?.before !== null) return ['its first event does not tell that it was made'];
    return Object.entries(after ?? {})
      .filter(([column]) => column !== 'version')
      .filter(([column, value]) => !isSame(said('after', column, [...told].reverse()), value))
      .map(([column]) => `${column} after making it differs`);
  }
  if (!after) {
    const gone = told.find((event) => event.after === null);
    return gone && isSame(gone.before, before) ? [] : ['no event stores the removed row'];
  }
  return columns.flatMap((column) => [
    ...(isSame(said('before', column, told), before[column]) ? [] : [`${column} before differs`]),
    ...(isSame(said('after', column, [...told].reverse()), after[column]) ? [] : [`${column} after differs`]),
  ]);
}

/** What says nothing is left out of the log. */
const plain = (value: unknown): unknown => {
  const json = JSON.parse(JSON.stringify(value ?? null)) as unknown;
  return json !== null && typeof json === 'object' && Object.keys(json).length === 0 ? null : json;
};
const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other));
