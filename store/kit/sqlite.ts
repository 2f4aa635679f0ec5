import {
  customType,
  index,
  integer,
  primaryKey,
  type SQLiteColumn,
  type SQLiteColumnBuilderBase,
  type SQLiteTableExtraConfigValue,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Kit } from './kit.js';
import { withSnakeNames } from './names.js';

type Extras = (table: Record<string, SQLiteColumn>) => SQLiteTableExtraConfigValue[];

const at = customType<{ data: Date; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (value) => value.getTime(),
  fromDriver: (value) => new Date(value),
});

const kit = {
  table: (name: string, columns: Record<string, SQLiteColumnBuilderBase>, extras: Extras = () => []) =>
    sqliteTable(name, withSnakeNames(columns), extras),
  id: () => text().primaryKey(),
  text: () => text(),
  oneOf: () => text(),
  int: () => integer(),
  bool: () => integer({ mode: 'boolean' }),
  money: () => integer(),
  json: () => text({ mode: 'json' }),
  at: () => at(),
  index: (name: string) => index(name),
  uniqueIndex: (name: string) => uniqueIndex(name),
  primaryKey: (...columns: [SQLiteColumn, ...SQLiteColumn[]]) => primaryKey({ columns }),
} satisfies Record<keyof Kit, unknown>;

/** The SQLite kit under the PostgreSQL kit's types: same keys, same column types in code. */
export const sqliteKit = kit as unknown as Kit;
