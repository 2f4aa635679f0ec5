import { type SQL, sql } from 'drizzle-orm';

interface NamedLater {
  config: { name: string; keyAsName: boolean };
}

/** What happens to rows that point to a removed row; by default they keep it from being removed. */
export type WhenGone = 'cascade' | 'set null';

/** The values that a column may hold, by its builder. */
const allowedValues = new WeakMap<object, readonly (string | number)[]>();

/** Limits a column to some values; its table then gets a CHECK for it. */
export function limitedTo<B extends object>(builder: B, values: readonly (string | number)[]): B {
  allowedValues.set(builder, values);
  return builder;
}

/** The CHECKs of a table: each limited column holds one of its values, or null where it may be null. */
export function checksOf(table: string, columns: Record<string, object>): { name: string; holds: SQL }[] {
  return Object.values(columns).flatMap((builder) => {
    const values = allowedValues.get(builder);
    if (!values) return [];
    const { name } = (builder as NamedLater).config;
    const list = values.map((value) => (typeof value === 'number' ? value : `'${value}'`));
    return [{ name: `${table}_${name}_check`, holds: sql.raw(`"${name}" in (${list.join(', ')})`) }];
  });
}

/** Letter case aside, as both databases fold it: the 26 letters alone. */
export const lower = ({ name }: { name: string }): SQL => sql.raw(`lower("${name}")`);

/** For an index of the rows alone that have a value in the column. */
export const given = ({ name }: { name: string }): SQL => sql.raw(`"${name}" is not null`);

/**
 * Gives every column builder the snake_case form of its key as name, once; drizzle's own `casing` option would
 * look the name up again in every statement.
 */
export function withSnakeNames<C extends Record<string, unknown>>(columns: C): C {
  for (const [key, column] of Object.entries(columns)) {
    const { config } = column as NamedLater;
    config.name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    config.keyAsName = false;
  }
  return columns;
}

// Values of prepared statements reach a column's encoder even when they are null, whatever its type says, so
// every encoder lets null through.

/** PostgreSQL refuses the character NUL in text; neither database gets it. */
export function toText<V extends string | null>(value: V): V {
  return (value?.includes('\0') ? value.replaceAll('\0', '') : value) as V;
}

/** A statement's values come with their moments already turned into numbers. */
export function toMoment(value: Date | number): number {
  return value instanceof Date ? value.getTime() : value;
}

export const fromMoment = (value: number | string): Date => new Date(Number(value));

export const toBit = (value: boolean | null): number => (value === null ? null : value ? 1 : 0) as number;

export const toJson = (value: unknown): string => (value === null ? null : JSON.stringify(value)) as string;
