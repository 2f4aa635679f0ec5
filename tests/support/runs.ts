import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether this is `npm run test:all`. */
    everything: boolean;
  }
}

/** Picks how many random cases a test tries: few in `npm test`, all in `npm run test:all`. */
export const runs = (ordinary: number, everything: number): number =>
  inject('everything') ? everything : ordinary;
