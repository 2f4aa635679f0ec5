import { inject, test } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether this is `npm run test:all`. */
    everything: boolean;
  }
}

/** Picks how many cases a test tries: few in `npm test`, all in `npm run test:all`. */
export const runs = (ordinary: number, everything: number): number =>
  inject('everything') ? everything : ordinary;

/** A test of `npm run test:all` alone. */
export const testOfAll = test.runIf(inject('everything'));

/** Picks every n-th case in `npm test`, beginning with case `first`, and all cases in `npm run test:all`. */
export const everyNth = <T>(cases: readonly T[], n: number, first = 0): T[] =>
  cases.filter((_, at) => at % runs(n, 1) === first % runs(n, 1));
