import type { Person } from '../../store/schema/row-types.js';

/** On leave at that moment. */
export const isAway = ({ awayFrom, awayUntil }: Person, at: Date): boolean =>
  awayFrom !== null && awayUntil !== null && awayFrom <= at && at < awayUntil;
