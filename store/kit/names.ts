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
