import { eq, getTableName, sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { describe, expect, it, test } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { pgKit } from '../../store/kit/pg-kit.js';
import { declareTables } from '../../store/schema/declare-tables.js';
import { pgTables, type Tables } from '../../store/schema/pg-tables.js';
import { ConstraintBroken, type ConstraintKind } from '../../store/statements/db.js';
import { eachDatabase } from '../support/databases.js';
import {
  addRow,
  columnsOf,
  keyOf,
  type Row,
  referencesOf,
  rowFor,
  type TableName,
  tableNames,
} from '../support/rows.js';

/** Columns named like a reference that are none, and why. */
const plain: Record<string, string> = {
  'identities.externalId': 'outside',
  'places.externalId': 'outside',
  'inbox.eventId': 'outside',
  'postedCards.placeExternalId': 'outside',
  'postedCards.messageId': 'outside',
  'events.actId': 'an act is no row: its events are',
  'postedCards.actId': 'an act is no row: its events are',
  'viewRows.placeExternalId': 'outside',
  'sandboxMessages.placeExternalId': 'outside',
  'viewRows.messageId': 'outside',
  'modelCalls.actId': 'an act is no row: its events are',
  'events.personId': 'the log outlives whom it is about',
  'events.placeId': 'the log outlives the chat',
  'events.recordId': 'of the table that recordType names; the log outlives it',
  'sights.recordId': 'of the table that recordType names',
  'alerts.recordId': 'of the table that recordType names',
  'poolViews.recordId': 'of a lead or a customer',
  'targets.ownerId': 'of a person or a team, as the scope says; empty for the company',
  'forecasts.teamId': 'empty for the company, and part of the key',
};

/** Rows of these go seldom, within minutes of being made: what points to them may be looked for one by one. */
const seldomRemoved: TableName[] = ['people', 'teams', 'places'];

/** The words of each `oneOf`, as the schema declares them: the table itself may have lost its CHECK. */
function declaredWords(): { table: TableName; key: string; words: string[] }[] {
  const words = new Map<object, string[]>();
  const noting = {
    ...pgKit,
    oneOf: (...values: string[]) => {
      const builder = pgKit.oneOf(...values);
      words.set(builder, values);
      return builder;
    },
    table: (name: string, columns: Record<string, object>, extras: never) => {
      for (const [key, builder] of Object.entries(columns)) {
        const found = words.get(builder);
        if (found) all.push({ table: tableOf(name), key, words: found });
      }
      return pgKit.table(name, columns as never, extras);
    },
  };
  const all: { table: TableName; key: string; words: string[] }[] = [];
  declareTables(noting as unknown as typeof pgKit);
  return all;
}

const tableOf = (name: string) =>
  tableNames.find((table) => getTableName(pgTables[table]) === name) as TableName;

const limited = declaredWords();
const references = tableNames.flatMap(referencesOf);

/** Every key that is unique, the primary ones among them, by the columns of the record in code. */
const uniqueKeys = tableNames.flatMap((table) => {
  const { name, columns, primaryKeys, uniqueConstraints, indexes } = getTableConfig(pgTables[table]);
  const of = (called: string, of: { name: string }[]) => ({
    table,
    name: called,
    keys: of.map((column) => keyOf(table, column.name)),
  });
  return [
    ...columns.flatMap((column) => [
      ...(column.primary ? [of(`${name}_pkey`, [column])] : []),
      ...(column.isUnique ? [of(column.uniqueName ?? '', [column])] : []),
    ]),
    ...primaryKeys.map((key) => of(key.getName(), key.columns)),
    ...uniqueConstraints.map((key) => of(key.getName() ?? '', key.columns)),
    ...indexes
      .filter(({ config }) => config.unique)
      .map(({ config }) => of(config.name ?? '', config.columns.map(namedIn))),
  ];
});

/** The column of an index, or the one that its expression is of. */
function namedIn(column: unknown): { name: string } {
  const { name } = column as { name?: string };
  return { name: name ?? /\("(\w+)"\)/.exec(JSON.stringify(column).replaceAll('\\', ''))?.[1] ?? '' };
}

/** What the database says to a row. */
async function refusal(store: Store, table: TableName, given: Row): Promise<ConstraintBroken> {
  const error = await store
    .tx((tx) => addRow(tx, table, given))
    .then(
      () => new Error(`${table} took ${JSON.stringify(given)}`),
      (refused: unknown) => refused,
    );
  if (error instanceof ConstraintBroken) return error;
  throw error;
}

const said = (store: Store, kind: ConstraintKind, table: TableName, constraint: string) => ({
  kind,
  table: getTableName(pgTables[table]),
  // SQLite does not say which of a row's references is broken.
  constraint: kind === 'reference' && store.dialect === 'sqlite' ? null : constraint,
});

describe('the database schema', () => {
  it('declares references, value lists and unique keys for the tests below', () => {
    expect(references.length).toBeGreaterThan(70);
    expect(limited.length).toBeGreaterThan(15);
    expect(uniqueKeys.length).toBeGreaterThan(50);
  });

  it('names for each column ending in an id what it refers to, or why it refers to nothing', () => {
    const found = tableNames.flatMap((table) =>
      Object.entries(columnsOf(table))
        .filter(([key, column]) => /(Id|By|To|Into)$/.test(key) && column.getSQLType().startsWith('text'))
        .filter(([key]) => !references.some((one) => one.table === table && one.key === key))
        .map(([key]) => `${table}.${key}`),
    );
    expect(found.sort()).toEqual(Object.keys(plain).sort());
  });

  it('has an index on every reference to rows that are removed in daily work', () => {
    const without = references
      .filter(({ to }) => !seldomRemoved.includes(to))
      .filter(({ table, column }) => {
        const { indexes, primaryKeys } = getTableConfig(pgTables[table]);
        const first = [
          ...indexes.map(({ config }) => namedIn(config.columns[0]).name),
          ...primaryKeys.map((key) => key.columns[0]?.name),
        ];
        return !first.includes(column.name);
      });
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

eachDatabase('the database refuses', (open) => {
  test('values outside a column’s list, and accepts each value in it', async () => {
    const { store } = await open();
    for (const { table, key, words } of limited) {
      const column = columnsOf(table)[key];
      const constraint = `${getTableName(pgTables[table])}_${column?.name}_check`;
      expect(await refusal(store, table, { [key]: 'nonsense' })).toMatchObject(
        said(store, 'value', table, constraint),
      );
      for (const word of words) await store.tx((tx) => addRow(tx, table, { [key]: word }));
      if (!column?.notNull) await store.tx((tx) => addRow(tx, table, { [key]: null }));
    }
  });

  test('numbers other than 0 and 1 in a boolean column', async () => {
    const { store } = await open();
    const flags = tableNames.flatMap((table) =>
      Object.entries(columnsOf(table)).flatMap(([key, column]) =>
        column.getSQLType() === 'boolean' ? [{ table, key, name: column.name }] : [],
      ),
    );
    expect(flags.length).toBeGreaterThan(2);
    for (const { table, key, name } of flags) {
      const odd = store.tx((tx) => addRow(tx, table, { [key]: sql.raw('2') }));
      // PostgreSQL has a type for it.
      if (store.dialect === 'pg') await expect(odd).rejects.toThrow();
      else
        await expect(odd).rejects.toMatchObject({
          constraint: `${getTableName(pgTables[table])}_${name}_check`,
        });
    }
  });

  test('references to rows that do not exist', async () => {
    const { store } = await open();
    for (const { table, key, name } of references) {
      expect(await refusal(store, table, { [key]: 'nobody' })).toMatchObject(
        said(store, 'reference', table, name),
      );
    }
  });

  test('to delete a row that others refer to, unless they are deleted or cleared with it', async () => {
    const { store } = await open();
    for (const { table, key, to, onDelete } of references) {
      const target = await store.tx((tx) => addRow(tx, to));
      const row = await store.tx((tx) => addRow(tx, table, { [key]: target.id }));
      const removed = store.tx(async ({ q, t }) => {
        await q.delete(t[to]).where(eq((t[to] as Tables['people']).id, target.id as string));
      });
      if (onDelete === 'no action') {
        await expect(removed, `${table}.${key}`).rejects.toThrow(ConstraintBroken);
        continue;
      }
      await removed;
      const left: Row[] = await store.db.q.select().from(store.db.t[table]);
      expect(left.filter((one) => one[key] === target.id)).toEqual([]);
      if (onDelete === 'set null') expect(left.find(({ id }) => id === row.id)?.[key]).toBeNull();
    }
  });

  test('a second row with the same unique key', async () => {
    const { store } = await open();
    for (const { table, name, keys } of uniqueKeys) {
      const own = await store.tx(async (tx) => {
        const row: Row = { ...(await rowFor(tx, table)) };
        for (const key of keys) row[key] ??= `the ${key}`;
        await addRow(tx, table, row);
        return row;
      });
      const second = Object.fromEntries(keys.map((key) => [key, own[key]]));
      expect(await refusal(store, table, second), name).toMatchObject(said(store, 'unique', table, name));
    }
  });

  test('two people with the same mail address in different letter case', async () => {
    const { store } = await open();
    await store.tx((tx) => addRow(tx, 'people', { email: 'ann@a.cn' }));
    expect(await refusal(store, 'people', { email: 'Ann@A.cn' })).toMatchObject({
      kind: 'unique',
      constraint: 'people_email',
    });
  });

  test('a row without a required value', async () => {
    const { store } = await open();
    expect(await refusal(store, 'customers', { name: null })).toMatchObject({
      kind: 'missing',
      table: 'customers',
      constraint: 'name',
    });
  });
});
