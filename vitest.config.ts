import { defineConfig } from 'vitest/config';

const withoutCanvas = 'tests/unit/charts/no-canvas.test.ts';

/** Of every test, in whichever project. */
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;
const each = {
  // As long as it may take on a machine with ten times as much to do; a test that hangs is found out all the same.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  pool: 'forks',
  // Loading the product costs more than most test files do.
  isolate: false,
  setupFiles: ['tests/support/end-of-file.ts'],
} as const;

/** `npm run test:all` is the mode "everything". */
export default defineConfig(({ mode }) => ({
  oxc,
  test: {
    // Once a run, not once a project.
    globalSetup: ['tests/support/run-folder.ts', 'tests/support/postgres.ts'],
    reporters: ['default', './tests/support/closing-line.ts'],
    maxWorkers: 2,
    projects: [
      {
        oxc,
        test: { ...each, name: 'all', include: ['tests/**/*.test.{ts,tsx}'], exclude: [withoutCanvas] },
      },
      // Takes a module away, which must not be there yet.
      { oxc, test: { ...each, name: 'without canvas', include: [withoutCanvas], isolate: true } },
      {
        oxc,
        test: {
          ...each,
          name: 'dialogues on PostgreSQL',
          include: ['tests/dialogues/**/*.test.ts'],
          // Each example is a line of the grammar, the same on every database.
          exclude: ['tests/dialogues/examples.test.ts'],
          env: { DIALOGUES_ON: 'postgresql' },
        },
      },
    ],
  },
}));
