import {
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
import { fromMoment, toBit, toJson, toMoment, toText, withSnakeNames } from './column-values.js';
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
    sqliteTable(name, withSnakeNames(columns), extras),
  id: () => text().primaryKey(),
  text: () => text(),
  oneOf: () => text(),
  int: () => integer(),
  bool: () => bool(),
  money: () => integer(),
  json: () => json(),
  at: () => at(),
  index: (name: string) => index(name),
  uniqueIndex: (name: string) => uniqueIndex(name),
  primaryKey: (...columns: [SQLiteColumn, ...SQLiteColumn[]]) => primaryKey({ columns }),
} satisfies Record<keyof Kit, unknown>;

/** The SQLite kit under the PostgreSQL kit's types: same keys, same column types in code. */
export const sqliteKit = kit as unknown as Kit;
