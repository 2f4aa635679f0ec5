import type { Person } from '../../store/schema/row-types.js';

/** Tells whether the person is on leave at the moment. */
export const isAway = ({ awayFrom, awayUntil }: Person, at: Date): boolean =>
  awayFrom !== null && awayUntil !== null && awayFrom <= at && at < awayUntil;
