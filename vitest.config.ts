import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['tests/support/postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/support/closing-line.ts'],
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'all', include: ['tests/**/*.test.{ts,tsx}'] } },
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
