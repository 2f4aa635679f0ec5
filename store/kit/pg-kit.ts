import type { BuildExtraConfigColumns } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
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
import type { WhenGone } from './column-values.js';
import {
  checksOf,
  fromMoment,
  given,
  limitedTo,
  lower,
  toJson,
  toMoment,
  toText,
  withSnakeNames,
} from './column-values.js';

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
  ) =>
    pgTable(name, withSnakeNames(columns), (table) => [
      ...extras(table),
      ...checksOf(name, columns).map(({ name: called, holds }) => check(called, holds)),
    ]),
  id: () => text<string>().primaryKey(),
  text: () => text<string>(),
  /** The id of a row of another table. */
  ref: (to: () => AnyPgColumn, whenGone?: WhenGone) =>
    text<string>().references(to, whenGone && { onDelete: whenGone }),
  /** One of some words; the database refuses any other. */
  oneOf: <const V extends string[]>(...values: V) => limitedTo(text<V[number]>(), values),
  int: () => integer(),
  bool: () => boolean(),
  /** Minor units (分, cents). */
  money: () => bigint({ mode: 'number' }),
  json,
  /** A moment: epoch milliseconds in the database, Date in code. */
  at: () => at(),
  index: (name: string) => index(name),
  uniqueIndex: (name: string) => uniqueIndex(name),
  lower,
  given,
  primaryKey: (...columns: [PgColumn, ...PgColumn[]]) => primaryKey({ columns }),
};
