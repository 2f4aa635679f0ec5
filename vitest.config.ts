import { defineConfig } from 'vitest/config';

const withoutCanvas = 'tests/unit/charts/no-canvas.test.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['tests/support/postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/support/closing-line.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Loading the product costs more than most test files do.
    isolate: false,
    setupFiles: ['tests/support/end-of-file.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['tests/**/*.test.{ts,tsx}'], exclude: [withoutCanvas] },
      },
      // Takes a module away, which must not be there yet.
      { extends: true, test: { name: 'without canvas', include: [withoutCanvas], isolate: true } },
      // A machine west of Greenwich, where a date of UTC midnight is still the day before.
      {
        extends: true,
        test: {
          name: 'dates in New York',
          include: ['tests/unit/time/*.test.ts', 'tests/properties/pieces-date.test.ts'],
          isolate: true,
          env: { TZ: 'America/New_York' },
        },
      },
      {
        extends: true,
        test: {
          name: 'dialogues on PostgreSQL',
          include: ['tests/dialogues/**/*.test.ts'],
          // Each example is a line of the grammar, the same on every database.
          exclude: ['tests/dialogues/examples.test.ts'],
          env: { DIALOGUES_ON: 'postgresql' },
        },
      },
    ],
  },
});
