interface NamedLater {
  config: { name: string; keyAsName: boolean };
}

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
