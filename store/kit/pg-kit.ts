import type { BuildExtraConfigColumns } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  type PgColumn,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { fromMoment, toJson, toMoment, toText, withSnakeNames } from './column-values.js';

/** Text in byte order, as SQLite has it: sorting and prefix ranges give the same rows in both databases. */
const text = <V extends string>() =>
  customType<{ data: V; driverData: string }>({ dataType: () => 'text collate "C"', toDriver: toText })();

/** `json`, not `jsonb`: the order of keys is kept. The driver has parsed it already. */
const json = <T>() =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'json',
    toDriver: toJson,
    fromDriver: (value) => value as T,
  })();

const at = customType<{ data: Date; driverData: number | string }>({
  dataType: () => 'bigint',
  toDriver: toMoment,
  fromDriver: fromMoment,
});

/** The typed truth: the other kit is cast to it. */
export const pgKit = {
  table: <N extends string, C extends Record<string, PgColumnBuilderBase>>(
    name: N,
    columns: C,
    extras: (table: BuildExtraConfigColumns<N, C, 'pg'>) => PgTableExtraConfigValue[] = () => [],
  ) => pgTable(name, withSnakeNames(columns), extras),
  id: () => text<string>().primaryKey(),
  text: () => text<string>(),
  oneOf: <const V extends string[]>(..._values: V) => text<V[number]>(),
  int: () => integer(),
  bool: () => boolean(),
  /** Minor units (分, cents). */
  money: () => bigint({ mode: 'number' }),
  json,
  /** A moment: epoch milliseconds in the database, Date in code. */
  at: () => at(),
  index: (name: string) => index(name),
  uniqueIndex: (name: string) => uniqueIndex(name),
  primaryKey: (...columns: [PgColumn, ...PgColumn[]]) => primaryKey({ columns }),
};
