import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { compiledFiles, compiledRooms, compileRooms } from './tests/support/compiled-rooms.js';
import { LongestFirst } from './tests/support/longest-first.js';
import { patienceMs } from './tests/support/patience.js';

/** Replaces a package, which Vitest can only where it loads the sources itself. */
const lacking = 'tests/unit/charts/no-canvas.test.ts';
/** Replaces what English says, so that it cannot share modules with others. */
const otherLanguage = 'tests/dialogues/further-language.test.ts';
const alone = [lacking, otherLanguage];

/** Drive more processes or pages, or wait for a platform, for longer than ten others take: not in `npm test`. */
const slow = 'tests/**/*.slow.test.ts';

/** Dialogues that play on both databases themselves: taps at once, where databases differ, and undo. */
const onEach = ['undo', 'claim-race'].map((name) => `tests/dialogues/${name}.test.ts`);

compileRooms();

const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

const setupFiles = ['tests/support/end-of-file.ts'];

/** Of the tests of each project. */
const settings: NonNullable<ViteUserConfig['test']> = {
  // Long enough for a machine with ten times as much to do.
  testTimeout: 5 * patienceMs,
  hookTimeout: 5 * patienceMs,
  expect: { poll: { timeout: patienceMs } },
  pool: 'forks',
  // Most code runs a few times only in a test run: compiled at once, optimised late, and with room for what is young, it
  // costs a fifth less.
  execArgv: ['--always-sparkplug', '--interrupt-budget=1000000', '--max-semi-space-size=64'],
  // Loading the product costs more than most test files do.
  isolate: false,
  server: { deps: { external: [compiledFiles] } },
  setupFiles,
};

/** In `npm run test:all` only: contract and store tests run on both databases always. */
const dialoguesOnPostgres = (each: NonNullable<ViteUserConfig['test']>) => ({
  oxc,
  plugins: [compiledRooms()],
  test: {
    ...each,
    name: 'dialogues on PostgreSQL',
    include: ['tests/dialogues/**/*.test.ts'],
    // Each example is a line of the grammar, the same on every database.
    exclude: ['tests/dialogues/examples.test.ts', ...onEach, ...alone],
    env: { DIALOGUES_ON: 'postgresql' },
  },
});

export default defineConfig(({ mode }) => {
  const everything = mode === 'everything';
  const ordinary = mode === 'ordinary';
  const each = { ...settings, provide: { everything } };
  return {
    oxc,
    plugins: [compiledRooms()],
    test: {
      // Once a run, not once a project.
      globalSetup: ['tests/support/run-folder.ts', 'tests/support/postgres.ts'],
      reporters: ['default', './tests/support/closing-line.ts'],
      // Twice the processors of a small machine, as some tests wait more than they work.
      maxWorkers: 4,
      sequence: { sequencer: LongestFirst },
      projects: [
        {
          oxc,
          plugins: [compiledRooms()],
          test: {
            ...each,
            name: 'all',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: ordinary ? [...alone, slow] : alone,
          },
        },
        { oxc, test: { ...each, name: 'without a package', include: [lacking], isolate: true } },
        {
          oxc,
          plugins: [compiledRooms()],
          test: {
            ...each,
            name: 'a further language',
            include: [otherLanguage],
            isolate: true,
            setupFiles: ['tests/support/mark-english.ts', ...setupFiles],
          },
        },
        // A machine west of Greenwich, where a date of UTC midnight is still the day before.
        {
          oxc,
          plugins: [compiledRooms()],
          test: {
            ...each,
            name: 'dates in New York',
            include: ['tests/unit/time/*.test.ts', 'tests/properties/pieces-date.test.ts'],
            env: { TZ: 'America/New_York' },
          },
        },
        ...(everything ? [dialoguesOnPostgres(each)] : []),
      ],
    },
  };
});
