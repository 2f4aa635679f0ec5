import {
  type AnySQLiteColumn,
  check,
  customType,
  index,
  integer,
  primaryKey,
  type SQLiteColumn,
  type SQLiteColumnBuilderBase,
  type SQLiteTableExtraConfigValue,
  sqliteTable,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { WhenGone } from './column-values.js';
import {
  checksOf,
  fromMoment,
  given,
  limitedTo,
  lower,
  toBit,
  toJson,
  toMoment,
  toText,
  withSnakeNames,
} from './column-values.js';
import type { Kit } from './kit.js';

type Extras = (table: Record<string, SQLiteColumn>) => SQLiteTableExtraConfigValue[];

const text = customType<{ data: string; driverData: string }>({ dataType: () => 'text', toDriver: toText });

const bool = customType<{ data: boolean; driverData: number }>({
  dataType: () => 'integer',
  toDriver: toBit,
  fromDriver: (value) => value === 1,
});

const json = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: toJson,
  fromDriver: (value) => JSON.parse(value),
});

const at = customType<{ data: Date; driverData: number }>({
  dataType: () => 'integer',
  toDriver: toMoment,
  fromDriver: fromMoment,
});

const kit = {
  table: (name: string, columns: Record<string, SQLiteColumnBuilderBase>, extras: Extras = () => []) =>
    sqliteTable(name, withSnakeNames(columns), (table) => [
      ...extras(table),
      ...checksOf(name, columns).map(({ name: called, holds }) => check(called, holds)),
    ]),
  id: () => text().primaryKey(),
  text: () => text(),
  ref: (to: () => AnySQLiteColumn, whenGone?: WhenGone) =>
    text().references(to, whenGone && { onDelete: whenGone }),
  oneOf: (...values: string[]) => limitedTo(text(), values),
  int: () => integer(),
  bool: () => limitedTo(bool(), [0, 1]),
  money: () => integer(),
  json: () => json(),
  at: () => at(),
  index: (name: string) => index(name),
  uniqueIndex: (name: string) => uniqueIndex(name),
  lower,
  given,
  primaryKey: (...columns: [SQLiteColumn, ...SQLiteColumn[]]) => primaryKey({ columns }),
} satisfies Record<keyof Kit, unknown>;

/** The SQLite kit under the PostgreSQL kit's types: same keys, same column types in code. */
export const sqliteKit = kit as unknown as Kit;
